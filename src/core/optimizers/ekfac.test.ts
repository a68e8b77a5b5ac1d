import { type Tensor, type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { createModel } from "../nn/chain";
import type { KroneckerBasis } from "../nn/layer";
import { LOSSES } from "../nn/losses";
import { kronecker, multiply } from "../testing/dense";
import { forEachBackend } from "../testing/forEachBackend";
import { randomPsd } from "../testing/matrices";
import { normalTensor, read, relativeError } from "../testing/numeric";
import { eigenbasesOf, ekfac } from "./ekfac";
import { invertFactors, preconditionWith } from "./kfacDamping";
import { rescaledInBasis } from "./kroneckerBasis";
import type { Batch } from "./optimizer";

forEachBackend(() => {
  it("with s = d_G d_Aᵀ is KFAC with Tikhonov damping", async () => {
    const [OUT, IN] = [3, 4];
    const factors = () => [
      {
        inputFactor: tensor2d(Float32Array.from(randomPsd(IN, 9, 1)), [IN, IN]),
        outputFactor: tensor2d(Float32Array.from(randomPsd(OUT, 9, 2)), [OUT, OUT]),
      },
    ];
    const grad = () => normalTensor<Tensor2D>("grad", [OUT, IN]);
    const [inverse] = await invertFactors(factors(), { damping: 0.05, dampingForm: "tikhonov" });
    const [basis] = (await eigenbasesOf(factors(), 0.05)) as KroneckerBasis[];
    if (!inverse || !basis) throw new Error("No basis.");
    // the variance of the factors along each basis vector: diag(QᵀFQ)
    const along = async (F: Tensor2D, Q: Tensor2D) => {
      const n = F.shape[0];
      const [M, V] = [Matrix.from1DArray(n, n, await read(F)), Matrix.from1DArray(n, n, await read(Q.clone()))];
      return V.transpose().mmul(M).mmul(V).diagonal();
    };
    const [factor] = factors();
    const dA = await along(factor?.inputFactor as Tensor2D, basis.inputBasis);
    const dG = await along(factor?.outputFactor as Tensor2D, basis.outputBasis);
    const scale = () => tensor2d(dG.map((g) => dA.map((a) => 1 / (g * a + 0.05))));
    const direction = await read(tidy(() => rescaledInBasis(grad(), basis, scale())));
    expect(relativeError(direction, await read(tidy(() => preconditionWith(inverse, grad()))))).toBeLessThan(1e-5);
  });

  describe("a run", () => {
    const model = createModel([{ kind: "dense", inputs: 3, outputs: 2, activation: "linear", bias: true }], [3]);
    const optimizer = ekfac({ model, loss: LOSSES.squaredError });
    const params = () => [normalTensor<Tensor2D>("ekfac.W", [2, 4])];
    const batchAt = (step: number): Batch => ({
      input: normalTensor(`ekfac.x${step}`, [8, 3]),
      target: normalTensor(`ekfac.y${step}`, [8, 2]),
      noise: () => normalTensor(`ekfac.noise${step}`, [8, 2]),
    });
    const hyperparams = {
      ...hyperparamDefaults("ekfac"),
      ...{ learningRate: 0.1, damping: 0.01, klClip: 1e9, momentum: 0, curvatureEma: 0.8, steps: 10 },
    };
    const noFsdBatch = () => {
      throw new Error("EKFAC has no B′.");
    };
    const valuesOf = async (tensor: Tensor | undefined) => (tensor ? [...(await tensor.data())] : []);

    it("steps by Q diag(1/(s + damping)) Qᵀ with Q = Q_G ⊗ Q_A, whose eigenvalues its implied preconditioner is", async () => {
      const begin = optimizer.init(params(), hyperparams);
      const { params: after, state } = await optimizer.step(params(), begin, batchAt(0), noFsdBatch, hyperparams);
      const [basis] = state.bases as KroneckerBasis[];
      const Q = kronecker(await valuesOf(basis?.outputBasis), await valuesOf(basis?.inputBasis));
      const s = await valuesOf(state.scaling?.[0]);
      const explicit = Q.mmul(Matrix.diag(s.map((value) => 0.1 / (value + 0.01)))).mmul(Q.transpose());
      const { input, target } = batchAt(0);
      const pass = model.forward(params(), input);
      const grad = model.backward(params(), pass, LOSSES.squaredError.lossAndGrad(pass.outputs, target).outputGrad);
      const [before, now] = [await read(params()), await read([...after])];
      const step = before.map((value, k) => value - (now[k] as number));
      expect(relativeError(step, multiply(explicit, await read(grad)))).toBeLessThan(1e-4);
      const implied = await optimizer.preconditionerState(state, hyperparams);
      if (implied.kind !== "eigenvalues") throw new Error(`EKFAC has a state of kind ${implied.kind}.`);
      const expected = new EigenvalueDecomposition(explicit, { assumeSymmetric: true }).realEigenvalues;
      expect(relativeError(Float64Array.from(implied.layers[0]?.eigenvalues ?? []).sort(), expected)).toBeLessThan(
        1e-5,
      );
    });

    it("renews factors with s and bases at their own periods, and keeps s when the bases change", async () => {
      const periods = { ...hyperparams, factorUpdatePeriod: 2, inverseUpdatePeriod: 3 };
      let [theta, state] = [params() as readonly Tensor2D[], optimizer.init(params(), periods)];
      const changes: string[] = [];
      for (let step = 0; step < 7; step++) {
        const result = await optimizer.step(theta, state, batchAt(step), noFsdBatch, periods);
        const changed = (name: "factors" | "bases" | "scaling") =>
          result.state[name] === state[name] ? "" : name.charAt(0);
        changes.push(`${changed("factors")}${changed("bases")}${changed("scaling")}${result.stats.backwardPasses}`);
        theta = result.params;
        state = result.state;
      }
      expect(changes).toEqual(["fbs2", "1", "fs2", "b1", "fs2", "1", "fbs2"]);
      expect(optimizer.passesPerStep(periods, { forward: 0, backward: 0 })).toEqual({ forward: 1, backward: 1.5 });
    });

    it("averages s: s ← γs + (1 − γ)·s_new, each new one in the bases of its step", async () => {
      const first = await optimizer.step(
        params(),
        optimizer.init(params(), hyperparams),
        batchAt(0),
        noFsdBatch,
        hyperparams,
      );
      const second = await optimizer.step(params(), first.state, batchAt(1), noFsdBatch, hyperparams);
      const fresh = tidy(() => {
        const pass = model.forward(params(), batchAt(1).input);
        const [met] = model.layerGrads(
          params(),
          pass,
          LOSSES.squaredError.sampledTargetGrad(pass.outputs, batchAt(1).noise()),
        );
        return met?.layer.projectedSquares?.(
          met.cache,
          met.outputGrad,
          second.state.bases?.[0] as KroneckerBasis,
        ) as Tensor2D;
      });
      const now = await read(fresh);
      const mixed = (await valuesOf(first.state.scaling?.[0])).map((old, k) => 0.8 * old + 0.2 * (now[k] as number));
      expect(relativeError(await valuesOf(second.state.scaling?.[0]), mixed)).toBeLessThan(1e-6);
    });
  });
});
