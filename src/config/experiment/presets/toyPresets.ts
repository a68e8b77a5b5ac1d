import type { Preset } from "./preset";

/** APO-η on SGDm: it judges its rate at every second step, and may change it by a tenth each time. */
const ON_SGDM = {
  baseOptimizer: "sgdm",
  metaUpdateInterval: 2,
  metaLearningRate: 0.1,
  lambdaFsd: 0.3,
} as const;

/** On problems whose steps take milliseconds; the first is the first view. What each sentence says is held by checks/toyChecks.ts. */
export const SMALL_PRESETS: readonly Preset[] = [
  {
    id: "lambda-fsd-jump",
    name: "λ_FSD ×10 at step 250",
    lookFor:
      "At step 250 moving the outputs gets ten times as dear: FSD swells past a tenth of APO-η's Q, beside WSD, and by the end η has lost a third or more.",
    experiment: {
      version: 1,
      task: "sine",
      seed: 7,
      steps: 600,
      optimizers: [
        {
          id: "apo-lr",
          hyperparams: {
            baseOptimizer: "adam",
            learningRate: 0.03,
            lambdaFsd: 0.9,
            lambdaWsd: 4,
            metaUpdateInterval: 5,
            metaLearningRate: 0.06,
          },
        },
        { id: "apo-p", hyperparams: { lambdaFsd: 0.1 } },
        { id: "sgdm" },
        { id: "adam" },
        { id: "kfac" },
      ],
      interventions: [
        { step: 250, run: "apo-lr", name: "lambdaFsd", value: 9 },
        { step: 250, run: "apo-p", name: "lambdaFsd", value: 1 },
      ],
    },
  },
  {
    id: "rise-and-decay",
    name: "η rises, then decays",
    lookFor:
      "APO-η starts SGDm at 0.001, climbs past 0.01, comes down by a tenth or more, and ends within a fifth of a tuned SGDm's loss.",
    experiment: {
      version: 1,
      task: "cars",
      seed: 7,
      steps: 600,
      optimizers: [{ id: "apo-lr", hyperparams: { ...ON_SGDM, learningRate: 1e-3 } }, { id: "sgdm" }],
    },
  },
  {
    id: "closed-form",
    name: "Linear, in closed form",
    lookFor:
      "The eigenvalues of P settle within a tenth of 1 / ((1 + λ_FSD) h + λ_WSD), h those of E[xxᵀ], and no inverse was taken.",
    experiment: {
      version: 1,
      task: "linear",
      seed: 7,
      steps: 2000,
      taskOptions: { conditionNumber: 10 },
      optimizers: [{ id: "apo-p" }, { id: "sgd" }],
    },
  },
  {
    id: "ill-conditioned",
    name: "Five decades of curvature",
    lookFor:
      "By step 500 APO-P and KFAC are below 1e-3 and Adam is above it, because the ten targets differ in scale by 1e5.",
    experiment: {
      version: 1,
      task: "deep-linear",
      seed: 7,
      steps: 1500,
      optimizers: [{ id: "apo-p" }, { id: "sgdm" }, { id: "adam" }, { id: "kfac" }],
    },
  },
  {
    id: "apo-loses",
    name: "Where APO loses: the sine",
    lookFor: "KFAC's training loss after 150 steps is lower than APO-P's or Adam's after 1,000.",
    experiment: {
      version: 1,
      task: "sine",
      seed: 7,
      steps: 1000,
      optimizers: [{ id: "apo-p" }, { id: "adam" }, { id: "kfac" }],
    },
  },
  {
    id: "divergence",
    name: "Too much learning rate",
    lookFor: "SGDm at ten times its tuned η blows up and stops; the others go on, and the message says at which step.",
    experiment: {
      version: 1,
      task: "sine",
      seed: 7,
      steps: 300,
      optimizers: [
        { id: "apo-p" },
        { id: "sgdm" },
        { id: "sgdm", run: "sgdm-x10", hyperparams: { learningRate: 0.5 } },
        { id: "adam" },
      ],
    },
  },
  {
    id: "four-starts",
    name: "Four starts, one end",
    lookFor:
      "SGDm under APO-η, started at rates from 0.0001 to 0.1, ends at losses within a fifth of each other, and at rates within a factor of two.",
    experiment: {
      version: 1,
      task: "cars",
      seed: 7,
      steps: 600,
      optimizers: [
        { id: "apo-lr", run: "eta-1e-4", hyperparams: { ...ON_SGDM, learningRate: 1e-4 } },
        { id: "apo-lr", run: "eta-1e-3", hyperparams: { ...ON_SGDM, learningRate: 1e-3 } },
        { id: "apo-lr", run: "eta-1e-2", hyperparams: { ...ON_SGDM, learningRate: 1e-2 } },
        { id: "apo-lr", run: "eta-1e-1", hyperparams: { ...ON_SGDM, learningRate: 0.1 } },
      ],
    },
  },
];
