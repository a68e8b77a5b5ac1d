import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { add, grads, mul, type Tensor2D, tidy } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { ExampleLossId } from "../../../config/tables/losses";
import { curvatureProduct } from "../../nn/curvature";
import type { ApoProblem } from "../apoProblem";
import { multiply } from "../dense";
import { denseCurvature } from "../denseCurvature";
import { normalTensor, onCpu, read, relativeError } from "../numeric";
import { discrepancyReference } from "../reference";

/** Tests of the curvature products on the active backend, for Node and for the browser. */
export function testCurvature(problems: readonly ApoProblem[]): void {
  for (const problem of problems) describe(problem.name, () => testProducts(problem));
}

function testProducts(apo: ApoProblem): void {
  const { problem } = apo;
  const direction = () => problem.model.parametric.map(({ shape }, i) => normalTensor<Tensor2D>(`v${i}`, shape, 0.3));
  let actual: number[];
  beforeAll(async () => {
    actual = await read(
      tidy(() => {
        const pass = problem.model.forward(apo.params(), apo.fsdBatch().input);
        return curvatureProduct(problem, apo.params(), pass, direction());
      }),
    );
  });

  it("multiplies by the dense Gauss-Newton matrix", async () => {
    const G = await denseCurvature(apo, "fsdBatch");
    expect(relativeError(actual, multiply(G, await read(direction())))).toBeLessThan(1e-5);
  });

  it("has the slope of the FSD's gradient along the direction, by central differences", async () => {
    const kind = problem.loss.kind as ExampleLossId;
    const h = 3e-4;
    const gradientAt = (shift: number) =>
      onCpu(() =>
        read(
          tidy(() => {
            const here = apo.params().map((W, i) => add(W, mul(direction()[i] as Tensor2D, shift)) as Tensor2D);
            const old = apo.outputs(apo.params(), "fsdBatch");
            return grads((...W) =>
              discrepancyReference[kind](apo.outputs(W as Tensor2D[], "fsdBatch"), old, "old-new"),
            )(here);
          }),
        ),
      );
    const [ahead, behind] = [await gradientAt(h), await gradientAt(-h)];
    const slope = ahead.map((value, i) => (value - (behind[i] as number)) / (2 * h));
    expect(relativeError(actual, slope)).toBeLessThan(5e-3);
  });
}
