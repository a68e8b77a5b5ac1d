import { logSpaced } from "../../config/experiment/learningRateGrid";
import { hyperparamRange } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { OptimizerId } from "../../config/tables/optimizers";

/** Settings a method is tried with: the same number for each, so that none is tuned harder than another. */
export const BUDGET = 8;

export type Candidate = Partial<Hyperparams>;

const cross = <A extends Candidate, B extends Candidate>(a: readonly A[], b: readonly B[]): Candidate[] =>
  a.flatMap((x) => b.map((y) => ({ ...x, ...y })));

/** Learning rates over a method's slider, `count` of them. */
function learningRates(id: OptimizerId, count = BUDGET - 1): Candidate[] {
  const { min, max } = hyperparamRange(id, "learningRate");
  return logSpaced(min, max, count).map((learningRate) => ({ learningRate }));
}

const rates = (values: readonly number[]): Candidate[] => values.map((learningRate) => ({ learningRate }));
const fsdLambdas = (values: readonly number[]): Candidate[] => values.map((lambdaFsd) => ({ lambdaFsd }));
const wsdLambdas = (values: readonly number[]): Candidate[] => values.map((lambdaWsd) => ({ lambdaWsd }));
const alphas = (values: readonly number[]): Candidate[] => values.map((metaLearningRate) => ({ metaLearningRate }));
const damped = (values: readonly number[]): Candidate[] => values.map((damping) => ({ damping }));

const FACTORED = [...cross(rates([0.004, 0.02, 0.1]), damped([1e-4, 1e-2])), { learningRate: 0.02, damping: 0.1 }];

const GRIDS: Record<OptimizerId, Candidate[]> = {
  sgd: learningRates("sgd"),
  sgdm: learningRates("sgdm"),
  rmsprop: learningRates("rmsprop"),
  adam: learningRates("adam"),
  kfac: FACTORED,
  ekfac: FACTORED,
  shampoo: learningRates("shampoo"),
  "apo-lr": [...cross(fsdLambdas([0.1, 0.3, 1]), alphas([0.05, 0.2])), { lambdaFsd: 3, metaLearningRate: 0.2 }],
  "apo-p": [...cross(fsdLambdas([1, 3, 10]), alphas([0.003, 0.01])), { lambdaFsd: 0.3, metaLearningRate: 0.01 }],
  "gradient-descent": learningRates("sgd").map(({ learningRate }) => ({ lambdaWsd: 1 / (learningRate ?? 1) })),
  "natural-gradient": [...cross(rates([0.3, 1]), wsdLambdas([1e-3, 1e-2, 0.1])), { learningRate: 1, lambdaWsd: 1 }],
  "hessian-free": [...cross(damped([0.1, 10]), wsdLambdas([0, 1e-3, 1e-2])), { damping: 1, lambdaWsd: 0 }],
  "proximal-point": [...cross(fsdLambdas([0.3, 1, 3]), wsdLambdas([1e-3, 1e-2])), { lambdaFsd: 1, lambdaWsd: 0.1 }],
};

/** What a method is tried with: `BUDGET` candidates over its settings on the task, the settings themselves first. */
export const candidatesOf = (id: OptimizerId): Candidate[] => [{}, ...GRIDS[id]];
