import type { Hyperparams } from "../../../config/tables/hyperparams";
import { axesOf, boxOfArms, type Ends, plainBox, type StudyMethods } from "./ranges";

/** Factors every fifth step, their inverses every twentieth: what the poster's networks afford. */
const KFAC_PERIODS = { factorUpdatePeriod: 5, inverseUpdatePeriod: 20 };

const kfac = (today: Partial<Hyperparams>) => ({
  optimizer: "kfac" as const,
  box: plainBox({ learningRate: [0.001, 0.1], damping: [1e-3, 0.3] }, today, KFAC_PERIODS),
});

/** APO-η on one base, with the settings of today beside it where those have another. */
function adaptedOn(
  baseOptimizer: Hyperparams["baseOptimizer"],
  learningRate: Ends,
  metaUpdateInterval: number,
  today: Partial<Hyperparams> & Pick<Hyperparams, "baseOptimizer">,
) {
  const axes = axesOf({ learningRate, lambdaFsd: [1, 300], metaLearningRate: [0.03, 0.3] });
  const own = { fixed: { baseOptimizer, metaUpdateInterval }, axes };
  const isOwn = today.baseOptimizer === baseOptimizer && (today.metaUpdateInterval ?? 10) === metaUpdateInterval;
  const other = {
    fixed: { baseOptimizer: today.baseOptimizer, metaUpdateInterval: today.metaUpdateInterval ?? 10 },
    axes,
  };
  const arms = isOwn ? [own] : [own, other];
  const arm = arms.length - 1;
  return {
    optimizer: "apo-lr" as const,
    box: boxOfArms(arms, 1, { arm, settings: { ...arms[arm]?.fixed, ...today } }),
  };
}

/** A network's methods that claim 3 reads: SGDm, Adam, KFAC and APO-P. */
function raced(today: Record<"sgdm" | "adam" | "kfac" | "apo-p", Partial<Hyperparams>>): StudyMethods {
  return {
    sgdm: { optimizer: "sgdm", box: plainBox({ learningRate: [0.001, 0.1] }, today.sgdm) },
    adam: { optimizer: "adam", box: plainBox({ learningRate: [1e-4, 0.03] }, today.adam) },
    kfac: kfac(today.kfac),
    "apo-p": {
      optimizer: "apo-p",
      box: plainBox(
        { learningRate: [0.003, 0.1], lambdaFsd: [3, 100], metaLearningRate: [0.001, 0.01] },
        today["apo-p"],
        { metaUpdateInterval: 10 },
      ),
    },
  };
}

/** A first-order method under a schedule, which affords higher rates at first than a fixed one. */
const scheduled = (
  optimizer: "sgdm" | "adam",
  learningRateSchedule: Hyperparams["learningRateSchedule"],
  ends: Ends,
  rate: number,
) => ({ optimizer, box: plainBox({ learningRate: ends }, { learningRate: rate }, { learningRateSchedule }) });

/** What claim 1 reads beside them: schedules, and APO-η on SGDm and on Adam. `rates`: today's, of SGDm and of Adam. */
const adaptive = (
  rates: Record<"sgdm" | "adam", number>,
  today: Partial<Hyperparams> & Pick<Hyperparams, "baseOptimizer">,
): StudyMethods => ({
  "sgdm-step": scheduled("sgdm", "step", [0.003, 0.3], rates.sgdm),
  "sgdm-cosine": scheduled("sgdm", "cosine", [0.003, 0.3], rates.sgdm),
  "adam-step": scheduled("adam", "step", [3e-4, 0.03], rates.adam),
  "adam-cosine": scheduled("adam", "cosine", [3e-4, 0.03], rates.adam),
  "apo-lr": adaptedOn("sgdm", [0.003, 0.03], 10, today),
  "apo-lr-adam": adaptedOn("adam", [3e-4, 3e-3], 10, {
    learningRate: 0.001,
    lambdaFsd: 10,
    metaLearningRate: 0.1,
    baseOptimizer: "adam",
  }),
});

const CLASSIFIER_APO_P = { learningRate: 0.02, lambdaFsd: 10, metaLearningRate: 0.003 };
const CLASSIFIER_KFAC = { learningRate: 0.014, damping: 0.07 };
const ON_ADAM = { learningRate: 0.001, lambdaFsd: 10, metaLearningRate: 0.1, baseOptimizer: "adam" } as const;

export const LENET_METHODS: StudyMethods = {
  ...raced({
    sgdm: { learningRate: 0.029 },
    adam: { learningRate: 0.003 },
    kfac: { learningRate: 0.004, damping: 0.01 },
    "apo-p": CLASSIFIER_APO_P,
  }),
  ...adaptive(
    { sgdm: 0.029, adam: 0.003 },
    { learningRate: 0.001, lambdaFsd: 3, metaLearningRate: 0.2, baseOptimizer: "sgd" },
  ),
};

export const ALEXNET_METHODS: StudyMethods = {
  ...raced({
    sgdm: { learningRate: 0.01 },
    adam: { learningRate: 0.001 },
    kfac: CLASSIFIER_KFAC,
    "apo-p": CLASSIFIER_APO_P,
  }),
  "apo-lr": adaptedOn("sgdm", [0.003, 0.03], 10, ON_ADAM),
};

export const VGG16_METHODS: StudyMethods = {
  ...raced({
    sgdm: { learningRate: 0.02 },
    adam: { learningRate: 0.003 },
    kfac: CLASSIFIER_KFAC,
    "apo-p": CLASSIFIER_APO_P,
  }),
  "apo-lr": adaptedOn("sgdm", [0.003, 0.03], 10, ON_ADAM),
};

export const RESNET18_METHODS: StudyMethods = {
  ...raced({
    sgdm: { learningRate: 0.05 },
    adam: { learningRate: 0.01 },
    kfac: { learningRate: 0.05, damping: 0.1 },
    "apo-p": { learningRate: 0.05, lambdaFsd: 30, metaLearningRate: 0.003 },
  }),
  ...adaptive({ sgdm: 0.05, adam: 0.01 }, ON_ADAM),
};

/** Claim 1 alone: APO-η on SGDm as on the poster, beside fixed rates and schedules. */
export const WRN28_METHODS: StudyMethods = {
  sgdm: { optimizer: "sgdm", box: plainBox({ learningRate: [0.001, 0.1] }, { learningRate: 0.02 }) },
  "sgdm-step": scheduled("sgdm", "step", [0.003, 0.3], 0.02),
  "sgdm-cosine": scheduled("sgdm", "cosine", [0.003, 0.3], 0.02),
  "apo-lr": adaptedOn("sgdm", [0.003, 0.03], 5, {
    learningRate: 0.001,
    lambdaFsd: 0.3,
    metaLearningRate: 0.1,
    baseOptimizer: "sgd",
  }),
};

/** MLPs on digits and clothes, and the autoencoder: APO-η has K = 1, as their runs are short. Without EKFAC and Shampoo, which take 20 times SGDm's time on 784 inputs. */
function digitMethods(
  today: Record<"sgd" | "sgdm" | "rmsprop" | "adam" | "kfac" | "apo-p" | "apo-lr", Partial<Hyperparams>>,
  rates: Ends,
): StudyMethods {
  const [low, high] = rates;
  return {
    sgd: { optimizer: "sgd", box: plainBox({ learningRate: [low * 3, high * 3] }, today.sgd) },
    sgdm: { optimizer: "sgdm", box: plainBox({ learningRate: rates }, today.sgdm) },
    rmsprop: { optimizer: "rmsprop", box: plainBox({ learningRate: [1e-4, 0.03] }, today.rmsprop) },
    adam: { optimizer: "adam", box: plainBox({ learningRate: [3e-4, 0.03] }, today.adam) },
    kfac: {
      optimizer: "kfac",
      box: plainBox({ learningRate: [0.003, 0.3], damping: [1e-5, 0.1] }, today.kfac, KFAC_PERIODS),
    },
    "apo-p": {
      optimizer: "apo-p",
      box: plainBox(
        { learningRate: [low, high], lambdaFsd: [0.3, 30], metaLearningRate: [0.001, 0.02] },
        today["apo-p"],
        { metaUpdateInterval: 10 },
      ),
    },
    "apo-lr": adaptedOn("sgdm", rates, 1, { baseOptimizer: "sgd", metaUpdateInterval: 10, ...today["apo-lr"] }),
  };
}

const SWEPT_APO_LR = { learningRate: 0.001, lambdaFsd: 0.1, metaLearningRate: 0.2 };

export const MNIST_METHODS = digitMethods(
  {
    sgd: { learningRate: 0.79 },
    sgdm: { learningRate: 0.12 },
    rmsprop: { learningRate: 0.0032 },
    adam: { learningRate: 0.0032 },
    kfac: { learningRate: 0.1, damping: 0.01 },
    "apo-p": CLASSIFIER_APO_P,
    "apo-lr": SWEPT_APO_LR,
  },
  [0.003, 0.3],
);

export const FASHION_METHODS = digitMethods(
  {
    sgd: { learningRate: 0.21 },
    sgdm: { learningRate: 0.029 },
    rmsprop: { learningRate: 0.0032 },
    adam: { learningRate: 0.0032 },
    kfac: { learningRate: 0.02, damping: 0.01 },
    "apo-p": CLASSIFIER_APO_P,
    "apo-lr": SWEPT_APO_LR,
  },
  [0.003, 0.3],
);

export const AUTOENCODER_METHODS = digitMethods(
  {
    sgd: { learningRate: 0.055 },
    sgdm: { learningRate: 0.003 },
    rmsprop: { learningRate: 0.01 },
    adam: { learningRate: 0.01 },
    kfac: { learningRate: 0.02, damping: 1e-4 },
    "apo-p": { learningRate: 0.003, lambdaFsd: 1, metaLearningRate: 0.003 },
    "apo-lr": { learningRate: 0.001, lambdaFsd: 1, metaLearningRate: 0.2 },
  },
  [3e-4, 0.03],
);

export const TRANSLATION_METHODS: StudyMethods = {
  sgdm: { optimizer: "sgdm", box: plainBox({ learningRate: [0.03, 3] }, { learningRate: 0.3 }) },
  adam: { optimizer: "adam", box: plainBox({ learningRate: [3e-4, 0.03] }, { learningRate: 0.008 }) },
  "apo-p": {
    optimizer: "apo-p",
    box: plainBox(
      { learningRate: [0.1, 3], lambdaFsd: [0.3, 30], metaLearningRate: [0.003, 0.03] },
      { learningRate: 0.3, lambdaFsd: 10, metaLearningRate: 0.01 },
      { metaUpdateInterval: 10 },
    ),
  },
  "apo-lr": adaptedOn("adam", [1e-3, 1e-2], 10, {
    learningRate: 0.003,
    lambdaFsd: 0.3,
    metaLearningRate: 0.1,
    baseOptimizer: "adam",
  }),
};
