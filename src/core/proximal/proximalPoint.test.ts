import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { grads, reshape, type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { createModel } from "../nn/chain";
import type { LayerSpec } from "../nn/layerSpec";
import { LOSSES } from "../nn/losses";
import type { Batch } from "../optimizers/optimizer";
import { APO_PROBLEMS, type ApoProblem } from "../testing/apoProblem";
import { forEachBackend } from "../testing/forEachBackend";
import { normalTensor, onCpu, read, relativeError } from "../testing/numeric";
import { stepOn } from "../testing/stepOn";
import { proximalPoint } from "./proximalPoint";

const norm = (v: readonly number[]) => Math.hypot(...v);

const SETTINGS = { lambdaFsd: 2, lambdaWsd: 0.3, klDirection: "old-new" } as const;
const PROBLEMS = APO_PROBLEMS.map((problem) => [problem.name, problem] as const);
/** Without the kinks of ReLU and max-pool, at which a minimum may lie. */
const SMOOTH = PROBLEMS.slice(0, 2);

/** Values one after another as weights of a problem's layers. */
function asWeights({ problem }: ApoProblem, values: readonly number[]): Tensor2D[] {
  let start = 0;
  return problem.model.parametric.map(({ shape }) => {
    start += shape[0] * shape[1];
    return tensor2d(values.slice(start - shape[0] * shape[1], start), shape);
  });
}

/** Q by the composition written a second time. */
const objectiveAt = (apo: ApoProblem, values: readonly number[]) =>
  onCpu(
    async () => (await read(tidy(() => apo.objective(asWeights(apo, values), apo.params(), SETTINGS))))[0] as number,
  );

forEachBackend(() => {
  describe.each(SMOOTH)("%s", (_, apo) => {
    it("ends where the gradient of the exact objective is gone, as far as the tolerance says", async () => {
      const tolerance = 0.01;
      const { params, stats, calls } = await stepOn(apo, "proximal-point", { ...SETTINGS, solverTolerance: tolerance });
      const objectiveGrad = (u: Tensor2D[]) =>
        onCpu(() => read(tidy(() => grads((...W) => apo.objective(W as Tensor2D[], apo.params(), SETTINGS))(u))));
      const before = norm(await objectiveGrad(apo.params()));
      const after = norm(await objectiveGrad(asWeights(apo, params)));
      expect(after).toBeLessThan(1.01 * tolerance * before);
      // θ on B′ once, then B and B′ together at each evaluation
      expect(stats.forwardPasses).toBe(1 + 2 * (calls.forward - 1));
      expect(stats.backwardPasses).toBe(calls.backward);
      expect(stats.learningRate).toBeNull();
    });
  });

  it.each(PROBLEMS)("lowers the objective of %s further than the methods that approximate it", async (_, apo) => {
    const { lambdaFsd, lambdaWsd } = SETTINGS;
    const solved = await stepOn(apo, "proximal-point", { ...SETTINGS, solverIterations: 40 });
    const exact = await objectiveAt(apo, solved.params);
    const natural = await stepOn(apo, "natural-gradient", { lambdaFsd, lambdaWsd, solverIterations: 40 });
    const hessianFree = await stepOn(apo, "hessian-free", { lambdaWsd, damping: 0 });
    const descent = await stepOn(apo, "gradient-descent", { lambdaWsd: 5 });
    for (const { params } of [natural, hessianFree, descent])
      expect(exact).toBeLessThan(await objectiveAt(apo, params));
  });

  it("reaches the closed form by L-BFGS where the same linear layer hides behind a flattening", async () => {
    const layers: LayerSpec[] = [{ kind: "dense", inputs: 6, outputs: 2, activation: "linear", bias: true }];
    const flat = { model: createModel(layers, [6]), loss: LOSSES.squaredError };
    const folded = { model: createModel(layers, [1, 2, 3]), loss: LOSSES.squaredError };
    const batch = (name: string, shape: number[]): Batch => ({
      input: reshape(normalTensor(`${name}.x`, [20, 6]), [20, ...shape]),
      target: normalTensor<Tensor2D>(`${name}.y`, [20, 2]),
      noise: () => tensor2d([[0]]),
    });
    const hyperparams = {
      ...hyperparamDefaults("proximal-point"),
      lambdaFsd: 0.5,
      lambdaWsd: 0.1,
      solverTolerance: 1e-6,
      steps: 1,
    };
    const params = [normalTensor<Tensor2D>("W", [2, 7])];
    const closed = await proximalPoint(flat).step(params, null, batch("B", [6]), () => batch("F", [6]), hyperparams);
    const solved = await proximalPoint(folded).step(
      params,
      null,
      batch("B", [1, 2, 3]),
      () => batch("F", [1, 2, 3]),
      hyperparams,
    );
    expect(closed.stats.backwardPasses).toBe(1);
    expect(solved.stats.backwardPasses).toBeGreaterThan(5);
    expect(
      relativeError(await read(solved.params as Tensor2D[]), await read(closed.params as Tensor2D[])),
    ).toBeLessThan(1e-5);
  });
});
