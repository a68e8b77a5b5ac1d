import { hyperparamRange } from "../config/hyperparamRange";
import type { Hyperparams } from "../config/hyperparams";
import { logSpaced } from "../config/learningRateGrid";
import type { OptimizerId } from "../config/optimizers";

/** Settings a method is tried with: the same number for each, so that none is tuned harder than another. */
export const BUDGET = 8;

type Candidate = Partial<Hyperparams>;

const cross = <A extends Candidate, B extends Candidate>(a: readonly A[], b: readonly B[]): Candidate[] =>
  a.flatMap((x) => b.map((y) => ({ ...x, ...y })));

/** Learning rates over a method's slider, `count` of them. */
function learningRates(id: OptimizerId, count: number): Candidate[] {
  const { min, max } = hyperparamRange(id, "learningRate");
  return logSpaced(min, max, count).map((learningRate) => ({ learningRate }));
}

const lambdas = (values: readonly number[]): Candidate[] => values.map((lambdaFsd) => ({ lambdaFsd }));
const priced = (values: readonly number[]): Candidate[] => values.map((lambdaWsd) => ({ lambdaWsd }));
const alphas = (values: readonly number[]): Candidate[] => values.map((metaLearningRate) => ({ metaLearningRate }));

/** The grid of each method, `BUDGET` candidates over the task's settings. */
export const GRIDS: Record<OptimizerId, Candidate[]> = {
  sgd: learningRates("sgd", BUDGET),
  sgdm: learningRates("sgdm", BUDGET),
  rmsprop: learningRates("rmsprop", BUDGET),
  adam: learningRates("adam", BUDGET),
  kfac: cross(learningRates("kfac", 4), [{ damping: 1e-4 }, { damping: 1e-2 }]),
  ekfac: cross(learningRates("ekfac", 4), [{ damping: 1e-4 }, { damping: 1e-2 }]),
  shampoo: learningRates("shampoo", BUDGET),
  "apo-lr": cross(lambdas([0.1, 0.3, 1, 3]), alphas([0.05, 0.2])),
  "gradient-descent": learningRates("sgd", BUDGET).map(({ learningRate }) => ({ lambdaWsd: 1 / (learningRate ?? 1) })),
  "natural-gradient": cross([{ learningRate: 0.3 }, { learningRate: 1 }], priced([1e-3, 1e-2, 0.1, 1])),
  "hessian-free": cross([{ damping: 0.1 }, { damping: 10 }], priced([0, 1e-3, 1e-2, 0.1])),
  "proximal-point": cross(lambdas([0.3, 1, 3, 10]), priced([1e-3, 1e-2])),
  "apo-p": cross(lambdas([0.3, 1, 3, 10]), alphas([0.003, 0.01])),
};
