import type { Hyperparams } from "../../../config/tables/hyperparams";
import { axesOf, boxOfArms, type Ends, plainBox, type StudyMethods } from "./ranges";

/** Today's settings of each method on a toy task, over the method's defaults. */
type Today = Record<
  "sgd" | "sgdm" | "rmsprop" | "adam" | "kfac" | "ekfac" | "shampoo" | "apo-p" | "apo-lr",
  Partial<Hyperparams>
>;

/** APO-η on three bases: λ_FSD and α have the same ends on each, η₀ those of its base. */
const adapted = (today: Partial<Hyperparams>) => {
  const arm = (baseOptimizer: Hyperparams["baseOptimizer"], learningRate: Ends, metaUpdateInterval = 1) => ({
    fixed: { baseOptimizer, metaUpdateInterval },
    axes: axesOf({ learningRate, lambdaFsd: [0.1, 100], metaLearningRate: [0.02, 0.3] }),
  });
  const arms = [arm("sgdm", [0.003, 0.3]), arm("adam", [0.001, 0.1]), arm("sgd", [0.01, 1]), arm("sgd", [1e-3, 1], 10)];
  return boxOfArms(arms, 3, { arm: 3, settings: { baseOptimizer: "sgd", metaUpdateInterval: 10, ...today } });
};

/** The methods of a study of a toy task. */
export const toyMethods = (today: Today): StudyMethods => ({
  sgd: { optimizer: "sgd", box: plainBox({ learningRate: [0.003, 3] }, today.sgd) },
  sgdm: { optimizer: "sgdm", box: plainBox({ learningRate: [0.001, 1] }, today.sgdm) },
  rmsprop: { optimizer: "rmsprop", box: plainBox({ learningRate: [1e-4, 0.1] }, today.rmsprop) },
  adam: { optimizer: "adam", box: plainBox({ learningRate: [3e-4, 0.3] }, today.adam) },
  kfac: { optimizer: "kfac", box: plainBox({ learningRate: [0.001, 0.3], damping: [1e-6, 0.1] }, today.kfac) },
  ekfac: { optimizer: "ekfac", box: plainBox({ learningRate: [0.001, 0.3], damping: [1e-6, 0.1] }, today.ekfac) },
  shampoo: { optimizer: "shampoo", box: plainBox({ learningRate: [0.001, 1] }, today.shampoo) },
  "apo-p": {
    optimizer: "apo-p",
    box: plainBox(
      { learningRate: [0.003, 0.3], lambdaFsd: [0.3, 30], metaLearningRate: [0.002, 0.03] },
      today["apo-p"],
    ),
  },
  "apo-lr": { optimizer: "apo-lr", box: adapted(today["apo-lr"]) },
});

const LINEAR: Today = {
  sgd: { learningRate: 0.3 },
  sgdm: { learningRate: 0.029 },
  rmsprop: { learningRate: 0.014 },
  adam: { learningRate: 0.1 },
  kfac: { learningRate: 0.001, damping: 0.01 },
  ekfac: { learningRate: 0.001, damping: 0.01 },
  shampoo: { learningRate: 0.0097 },
  "apo-p": {
    lambdaFsd: 1,
    lambdaWsd: 0.1,
    learningRate: 0.1,
    metaLearningRate: 0.01,
    momentum: 0,
    metaSchedule: "linear",
  },
  "apo-lr": { learningRate: 0.001, lambdaFsd: 1, metaLearningRate: 0.2 },
};

/** Today's settings, as they stood on 1 December 2026 (`src/config/tables/taskSettings.ts`). */
export const TOY_SETTINGS = {
  sine: {
    sgd: { learningRate: 0.055 },
    sgdm: { learningRate: 0.05 },
    rmsprop: { learningRate: 0.014 },
    adam: { learningRate: 0.01, beta2: 0.99 },
    kfac: { learningRate: 0.02, damping: 1e-4 },
    ekfac: { learningRate: 0.0067, damping: 1e-4 },
    shampoo: { learningRate: 0.03 },
    "apo-p": { learningRate: 0.01, lambdaFsd: 3, metaLearningRate: 0.01 },
    "apo-lr": { learningRate: 0.001, lambdaFsd: 0.1, metaLearningRate: 0.2 },
  },
  linear: LINEAR,
  "linear-1e4": LINEAR,
  "deep-linear": {
    sgd: { learningRate: 0.055 },
    sgdm: { learningRate: 0.03 },
    rmsprop: { learningRate: 0.0032 },
    adam: { learningRate: 0.1 },
    kfac: { learningRate: 0.1, damping: 0.01, klClip: 0.01 },
    ekfac: { learningRate: 0.1, damping: 0.01 },
    shampoo: { learningRate: 0.096 },
    "apo-p": { learningRate: 0.01, lambdaFsd: 1, metaLearningRate: 0.01, metaBeta2: 0.9 },
    "apo-lr": { learningRate: 0.001, lambdaFsd: 3, metaLearningRate: 0.2 },
  },
  spirals: {
    sgd: { learningRate: 3 },
    sgdm: { learningRate: 0.2 },
    rmsprop: { learningRate: 0.037 },
    adam: { learningRate: 0.1 },
    kfac: { learningRate: 0.02, damping: 1e-4 },
    ekfac: { learningRate: 0.3, damping: 0.01 },
    shampoo: { learningRate: 0.03 },
    "apo-p": { learningRate: 0.1, lambdaFsd: 3, metaLearningRate: 0.01, momentum: 0 },
    "apo-lr": { learningRate: 0.001, lambdaFsd: 0.1, metaLearningRate: 0.2 },
  },
  cars: {
    sgd: { learningRate: 0.3 },
    sgdm: { learningRate: 0.12 },
    rmsprop: { learningRate: 0.014 },
    adam: { learningRate: 0.1 },
    kfac: { learningRate: 0.02, damping: 1e-4 },
    ekfac: { learningRate: 0.02, damping: 1e-4 },
    shampoo: { learningRate: 0.079 },
    "apo-p": { learningRate: 0.01, lambdaFsd: 10, metaLearningRate: 0.01 },
    "apo-lr": { learningRate: 0.001, lambdaFsd: 0.1, metaLearningRate: 0.2 },
  },
} satisfies Record<string, Today>;
