import { type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { inverse, Matrix } from "ml-matrix";
import { expect, it } from "vitest";
import { hyperparamDefaults } from "../../../config/tables/hyperparamRange";
import type { Factors } from "../../kernels/operands/preconditioner";
import { symmetricEigen } from "../../linalg/symmetricEigen";
import { createModel } from "../../nn/chain";
import { invertFactors, preconditionWith } from "../../optimizers/kfacDamping";
import type { Batch } from "../../optimizers/optimizer";
import { kronecker, solveShifted } from "../../testing/dense";
import { forEachBackend } from "../../testing/forEachBackend";
import { linearisedLoss } from "../../testing/linearisedLoss";
import { randomPsd } from "../../testing/matrices";
import { normalTensor, read, relativeError } from "../../testing/numeric";
import { applyPreconditioner } from "../../testing/onePreconditioner";
import { Run } from "../../training/run";
import { apoPreconditioner } from "../preconditioner";

const [OUT, IN] = [3, 4];
/** Curvature factors of one layer, of condition number about 20 and 5. */
const A_C = Float32Array.from(randomPsd(IN, 9, 1));
const B_C = Float32Array.from(randomPsd(OUT, 9, 2));
/** B_c of the problem that P is learned on: G = METRIC ⊗ E[x xᵀ]. */
const METRIC = [
  [1.4, 0.3],
  [0.3, 1],
];
const grad = () => normalTensor<Tensor2D>("grad", [OUT, IN]);

/** Q diag(f(λ)) Qᵀ of a symmetric matrix, or Q diag(f(λ)) alone. */
function ofEigenvalues(matrix: Float32Array, n: number, f: (value: number) => number): Tensor2D {
  const { values, vectors } = symmetricEigen(matrix, n);
  const Q = Matrix.from1DArray(n, n, Array.from(vectors));
  return tensor2d(
    Q.mmul(Matrix.diag(Array.from(values, f)))
      .mmul(Q.transpose())
      .to2DArray(),
  );
}

const apply = (G: Tensor2D, factors: Factors) => applyPreconditioner(G, factors, "raw").D;

forEachBackend(() => {
  it("A = A_c^(−1/2), B = B_c^(−1/2), S = 1, λ_WSD = 0, λ_FSD = 1: P is exactly the KFAC inverse, and (B_c ⊗ A_c)⁻¹ formed densely", async () => {
    const [inverses] = await invertFactors(
      [{ inputFactor: tensor2d(A_C, [IN, IN]), outputFactor: tensor2d(B_C, [OUT, OUT]) }],
      { damping: 0, dampingForm: "pi" },
    );
    if (!inverses) throw new Error("No inverse.");
    const root = (value: number) => 1 / Math.sqrt(value);
    const learned = await read(
      tidy(() =>
        apply(grad(), {
          A: ofEigenvalues(A_C, IN, root),
          B: ofEigenvalues(B_C, OUT, root),
          S: tensor2d(new Float32Array(OUT * IN).fill(1), [OUT, IN]),
        }),
      ),
    );
    expect(relativeError(learned, await read(tidy(() => preconditionWith(inverses, grad()))))).toBeLessThan(1e-5);
    expect(relativeError(learned, solveShifted(kronecker(B_C, A_C), 0, await read(grad())))).toBeLessThan(1e-5);
  });

  it("G = A_c ⊗ B_c, structured P, linearised loss: A, B the eigenvectors and S² = 1/(λ_FSD·d_b d_aᵀ + λ_WSD), plugged in, is exactly P*", async () => {
    const [lambdaFsd, lambdaWsd] = [0.7, 0.05];
    const [input, output] = [symmetricEigen(A_C, IN), symmetricEigen(B_C, OUT)];
    const scale = Array.from(output.values, (b) =>
      Array.from(input.values, (a) => 1 / Math.sqrt(lambdaFsd * b * a + lambdaWsd)),
    );
    const factors = () => ({
      A: tensor2d(Float32Array.from(input.vectors), [IN, IN]),
      B: tensor2d(Float32Array.from(output.vectors), [OUT, OUT]),
      S: tensor2d(scale),
    });
    const exact = solveShifted(kronecker(B_C, A_C).mul(lambdaFsd), lambdaWsd, await read(grad()));
    expect(relativeError(await read(tidy(() => apply(grad(), factors()))), exact)).toBeLessThan(1e-5);
  });

  it("G = A_c ⊗ B_c, structured P, linearised loss: learned from the identity, P comes within 5% of P*", async () => {
    const steps = 400;
    const [lambdaFsd, lambdaWsd] = [1, 0.1];
    const hyperparams = {
      ...hyperparamDefaults("apo-p"),
      ...{ lambdaFsd, lambdaWsd, learningRate: 0.3, momentum: 0, metaSchedule: "linear" as const },
    };
    const model = createModel([{ kind: "dense", inputs: 3, outputs: 2, activation: "linear", bias: false }], [3]);
    const input = normalTensor<Tensor2D>("inputs", [12, 3]);
    const X = Matrix.from1DArray(12, 3, await read(input.clone()));
    const run = new Run(
      apoPreconditioner({ model, loss: linearisedLoss(METRIC) }),
      [normalTensor<Tensor2D>("W", [2, 3])],
      hyperparams,
      () => 0,
    );
    for (let step = 0; step < steps; step++) {
      const batch: Batch = { input, target: normalTensor(`c${step}`, [12, 2], 3), noise: () => input };
      (await run.step(batch, () => batch, steps)).packed.dispose();
      batch.target.dispose();
    }
    const described = await run.preconditionerState();
    run.dispose();
    input.dispose();
    if (described.kind !== "eigenbasis") throw new Error(`apo-p has a state of kind ${described.kind}.`);
    const { A, B, S } = described.layers[0] as { A: Float32Array; B: Float32Array; S: Float32Array };
    const AB = kronecker(B, A);
    const P = AB.mmul(Matrix.diag(Array.from(S, (s) => s * s))).mmul(AB.transpose());
    const G = new Matrix(METRIC).kroneckerProduct(X.transpose().mmul(X).div(12));
    const best = inverse(Matrix.add(Matrix.mul(G, lambdaFsd), Matrix.eye(6).mul(lambdaWsd)));
    expect(relativeError(P.to1DArray(), best.to1DArray())).toBeLessThan(0.05);
  });
});
