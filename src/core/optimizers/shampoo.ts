import { add, eye, mul, type Scalar, scalar, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { matMulTransposedA, matMulTransposedB, product } from "../kernels/matMul";
import { symmetricEigen } from "../linalg/symmetricEigen";
import { lossAndGrads, type Optimizer, type Problem } from "./optimizer";
import { inPrecision } from "./precision";
import { requireCurvature } from "./requireCurvature";
import { roundingNoise } from "./roundingJitter";
import { minus, plus, scaled, zerosFor, zipWith } from "./vectors";

/** Of one side of a layer's weights. */
interface Side {
  /** ε·I + Σ GGᵀ [out, out] or ε·I + Σ GᵀG [in, in], over all steps. */
  moment: Tensor2D;
  /** moment^(−1/4) and its eigenvalues as a row, as old as `inverseUpdatePeriod` allows; null before the first step. */
  root: Tensor2D | null;
  rootValues: Tensor2D | null;
}

export interface ShampooState {
  layers: { left: Side; right: Side }[];
  /** m, as the params. */
  trace: Tensor2D[];
  count: number;
}

/**
 * Shampoo for matrices (Gupta, Koren and Singer 2018, Algorithm 1): L ← L + GGᵀ, R ← R + GᵀG from ε·I, without decay, and
 * θ ← θ − η·L^(−1/4) G R^(−1/4). Ours: roots are renewed every `inverseUpdatePeriod` steps (`isRootDue`), and momentum acts
 * after preconditioning, m ← μ·m + d.
 */
export function shampoo(problem: Problem): Optimizer<ShampooState> {
  requireCurvature("Shampoo", problem.model);
  return {
    init: (params, { epsilon }) => ({
      layers: params.map(({ shape: [out, inputs] }) => ({
        left: startOf(out, epsilon),
        right: startOf(inputs, epsilon),
      })),
      trace: zerosFor(params),
      count: 0,
    }),
    async step(params, state, batch, _fsdBatch, hyperparams) {
      const { learningRate, momentum, inverseUpdatePeriod } = hyperparams;
      const { loss, grads, statistics } = lossAndGrads(problem, params, batch, hyperparams);
      const isDue = isRootDue(state.count, inverseUpdatePeriod);
      const layers: ShampooState["layers"] = [];
      for (const [i, { left, right }] of state.layers.entries()) {
        const G = grads[i] as Tensor2D;
        layers.push({
          left: await moved(left, matMulTransposedB(G, G), isDue, hyperparams),
          right: await moved(right, matMulTransposedA(G, G), isDue, hyperparams),
        });
      }
      const direction = zipWith(layers, grads, ({ left, right }, G) =>
        product(product(left.root as Tensor2D, G), right.root as Tensor2D),
      );
      const trace = plus(scaled(momentum, state.trace), direction);
      return {
        params: minus(params, scaled(learningRate, trace)),
        state: { layers, trace, count: state.count + 1 },
        stats: { loss, learningRate, statistics, forwardPasses: 1, backwardPasses: 1 },
      };
    },
    async preconditionerState({ layers, count }, { learningRate }) {
      // before the first step there are no roots, and no preconditioner yet
      if (count === 0) return { kind: "eigenvalues", layers: [] };
      const read = zipWith(problem.model.parametric, layers, async (layer, { left, right }) => {
        const products = matMulTransposedA(left.rootValues as Tensor2D, right.rootValues as Tensor2D);
        return { ...layer, eigenvalues: (await mul(scalar(learningRate), products).data()) as Float32Array };
      });
      return { kind: "eigenvalues", layers: await Promise.all(read) };
    },
    passesPerStep: (_hyperparams: Hyperparams) => ({ forward: 1, backward: 1 }),
  };
}

/**
 * Whether a step, from 0, renews the roots: each of the period's, and in the first period steps 1, 2, 4, 8 and so on. A root so never
 * lacks more than half of the gradients. One of the first gradient alone stretches what that did not see by ε^(−1/2), a hundredfold,
 * until the period ends: from it runs diverged within 12 steps.
 */
const isRootDue = (step: number, period: number): boolean =>
  step % period === 0 || (step < period && Number.isInteger(Math.log2(step)));

const startOf = (n: number, epsilon: number): Side => ({
  moment: mul(scalar(epsilon) as Scalar, eye(n)),
  root: null,
  rootValues: null,
});

/** The side with another moment on it, and a new root where one is due. */
async function moved(side: Side, added: Tensor2D, isDue: boolean, { epsilon, precision }: Hyperparams): Promise<Side> {
  const moment = inPrecision(add(side.moment, added) as Tensor2D, precision);
  if (!isDue) return { ...side, moment };
  return { moment, ...inPrecision(await inverseFourthRoot(moment, epsilon, precision), precision) };
}

/**
 * M^(−1/4) [n, n] and its eigenvalues [1, n] by float64 on the host. M is ε·I and a semi-definite sum, so that an
 * eigenvalue below ε is float32 rounding and counts as ε; in 16 bits one below `roundingNoise` counts as that.
 */
async function inverseFourthRoot(
  moment: Tensor2D,
  epsilon: number,
  precision: Hyperparams["precision"],
): Promise<{ root: Tensor2D; rootValues: Tensor2D }> {
  const n = moment.shape[0];
  const matrix = (await moment.data()) as Float32Array;
  const { values, vectors } = symmetricEigen(matrix, n);
  const least = Math.max(epsilon, roundingNoise(matrix, n, precision));
  const powers = values.map((value) => Math.max(value, least) ** -0.25);
  const basis = tensor2d(Float32Array.from(vectors), [n, n]);
  const rootValues = tensor2d(Float32Array.from(powers), [1, n]);
  return { root: matMulTransposedB(mul(basis, rootValues) as Tensor2D, basis), rootValues };
}
