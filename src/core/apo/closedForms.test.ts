import { mean, mul, sum, type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/hyperparamRange";
import { symmetricEigen } from "../linalg/symmetricEigen";
import { type Loss, squaredError } from "../nn/losses";
import { createModel } from "../nn/model";
import { invertFactors, preconditionWith } from "../optimizers/kfacDamping";
import type { Batch } from "../optimizers/optimizer";
import { kronecker, solveShifted } from "../testing/dense";
import { forEachBackend, useBackend } from "../testing/forEachBackend";
import { randomPsd } from "../testing/matrices";
import { normalTensor, read, relativeError } from "../testing/numeric";
import { Run } from "../training/run";
import { applyPreconditioner, type Factors } from "./eigenbasis";
import { apoPreconditioner } from "./preconditioner";

const [OUT, IN] = [3, 4];
/** Curvature factors of one layer, of condition number about 20 and 5. */
const A_C = Float32Array.from(randomPsd(IN, 9, 1));
const B_C = Float32Array.from(randomPsd(OUT, 9, 2));
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
  it("with A = A_c^(−1/2), B = B_c^(−1/2) and S = 1 the preconditioner is KFAC's inverse", async () => {
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
  });

  it("with the eigenvectors of A_c and B_c and S² = 1/(λ_FSD·d_b d_aᵀ + λ_WSD) it is P* of the linearised loss", async () => {
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
});

describe("learned from the identity where the loss is linear in the outputs", () => {
  /** mean of ⟨c, f⟩ with c as target: J_B has no curvature, so that Algorithm 1 as written minimises the linearised objective. */
  const linearLoss: Loss = {
    ...squaredError,
    lossAndGrad: (outputs, targets) => ({
      loss: mean(sum(mul(outputs, targets), 1)),
      outputGrad: mul(targets, 1 / outputs.shape[0]) as Tensor2D,
    }),
  };

  it("P comes near P* = (λ_FSD·G + λ_WSD·I)⁻¹", async () => {
    await useBackend("wasm");
    const steps = 400;
    const hyperparams = {
      ...hyperparamDefaults("apo-p"),
      ...{ lambdaFsd: 1, lambdaWsd: 0.1, learningRate: 0.3, momentum: 0, metaSchedule: "linear" as const },
    };
    const model = createModel([{ kind: "dense", inputs: 3, outputs: 2, activation: "linear", bias: false }], [3]);
    const input = normalTensor<Tensor2D>("inputs", [12, 3]);
    const X = Matrix.from1DArray(12, 3, await read(input.clone()));
    const start = [normalTensor<Tensor2D>("W", [2, 3])];
    const run = new Run(
      apoPreconditioner({ model, loss: linearLoss }),
      start,
      hyperparams,
      performance.now.bind(performance),
    );
    for (let step = 0; step < steps; step++) {
      const batch: Batch = { input, target: normalTensor(`c${step}`, [12, 2], 3), noise: () => input };
      (await run.step(batch, () => batch, steps)).packed.dispose();
      batch.target.dispose();
    }
    const described = await run.preconditionerState();
    run.dispose();
    if (described.kind !== "eigenbasis") throw new Error(`apo-p has a state of kind ${described.kind}.`);
    const [layer] = described.layers;
    if (!layer) throw new Error("No layer.");
    const AB = kronecker(layer.B, layer.A);
    const P = AB.mmul(Matrix.diag(Array.from(layer.S, (s) => s * s))).mmul(AB.transpose());
    const G = kronecker([1, 0, 0, 1], X.transpose().mmul(X).div(12).to1DArray()); // E[JᵀJ] = I ⊗ E[xxᵀ]
    const best = inverse(Matrix.add(G, Matrix.eye(6).mul(0.1)));
    expect(relativeError(P.to1DArray(), best.to1DArray())).toBeLessThan(1e-3);
  });
});
