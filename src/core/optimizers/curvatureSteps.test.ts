import { tidy } from "@tensorflow/tfjs-core";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { APO_PROBLEMS, type ApoProblem } from "../testing/apoProblem";
import { solveShifted } from "../testing/dense";
import { denseCurvature } from "../testing/denseCurvature";
import { forEachBackend } from "../testing/forEachBackend";
import { onCpu, read, relativeError } from "../testing/numeric";
import { stepOn } from "../testing/stepOn";

const gradientOf = (apo: ApoProblem) => onCpu(() => read(tidy(() => apo.gradient(apo.params()))));

const PROBLEMS = APO_PROBLEMS.map((problem) => [problem.name, problem] as const);
/** The conv net's curvatures reach below what float32 products resolve, so that its pseudo-inverse is a matter of taste. */
const MLPS = PROBLEMS.slice(0, 2);

const made = new Map<string, Promise<Matrix>>();
/** `denseCurvature`, made once for both backends. */
function curvatureOf(apo: ApoProblem, on: "batch" | "fsdBatch"): Promise<Matrix> {
  const key = `${apo.name} ${on}`;
  if (!made.has(key)) made.set(key, denseCurvature(apo, on));
  return (made.get(key) as Promise<Matrix>).then((G) => G.clone());
}

/** G⁺v from the eigenvalues above 1e-5 of the largest. */
function pseudoInverseTimes(G: Matrix, v: readonly number[]): number[] {
  const { realEigenvalues, eigenvectorMatrix: Q } = new EigenvalueDecomposition(G, { assumeSymmetric: true });
  const floor = 1e-5 * Math.max(...realEigenvalues);
  const inverted = Matrix.diag(realEigenvalues.map((value) => (value > floor ? 1 / value : 0)));
  return Q.mmul(inverted)
    .mmul(Q.transpose())
    .mmul(Matrix.columnVector([...v]))
    .to1DArray();
}

forEachBackend(() => {
  describe.each(PROBLEMS)("%s", (_, apo) => {
    it.each([
      [1, 0.1],
      [3, 0.01],
    ])("natural gradient by CG takes the step of the dense solve, λ = (%d, %d)", async (lambdaFsd, lambdaWsd) => {
      const { step, stats, calls } = await stepOn(apo, "natural-gradient", { learningRate: 0.5, lambdaFsd, lambdaWsd });
      expect(stats).toMatchObject({ forwardPasses: 2 + calls.jvp, backwardPasses: calls.backward });
      expect(calls.backward).toBe(1 + calls.jvp);
      const G = (await curvatureOf(apo, "fsdBatch")).mul(lambdaFsd);
      const dense = solveShifted(G, lambdaWsd, await gradientOf(apo));
      expect(
        relativeError(
          step,
          dense.map((value) => 0.5 * value),
        ),
      ).toBeLessThan(1e-3);
    });

    it("Hessian-free takes the step of the dense solve on B", async () => {
      const { step } = await stepOn(apo, "hessian-free", { damping: 0, backtracking: "off", lambdaWsd: 0.05 });
      const G = await curvatureOf(apo, "batch");
      expect(relativeError(step, solveShifted(G, 0.05, await gradientOf(apo)))).toBeLessThan(1e-3);
    });
  });

  describe.each(MLPS)("%s", (_, apo) => {
    it("natural gradient without WSD takes the step of the pseudo-inverse of the rank-deficient G", async () => {
      const { step } = await stepOn(apo, "natural-gradient", { learningRate: 1, lambdaFsd: 1, lambdaWsd: 0 });
      const G = await curvatureOf(apo, "fsdBatch");
      expect(relativeError(step, pseudoInverseTimes(G, await gradientOf(apo)))).toBeLessThan(1e-2);
    });
  });
});
