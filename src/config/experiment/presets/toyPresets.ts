import type { Preset } from "./preset";

/** The weights at which an earlier study saw APO-η rise, fall and forget where it started; not the lowest loss. */
const SHOWN = { lambdaFsd: 0.3, metaLearningRate: 0.1 };

/** On problems whose steps take milliseconds; the first is the first view. */
export const SMALL_PRESETS: readonly Preset[] = [
  {
    id: "lambda-fsd-jump",
    name: "λ_FSD ×100 at step 300",
    lookFor:
      "After step 300 both APO runs take smaller steps: η and the trace of P fall, and nothing else was touched.",
    experiment: {
      version: 1,
      task: "sine",
      seed: 7,
      steps: 600,
      optimizers: [
        { id: "apo-p", hyperparams: { lambdaFsd: 0.1 } },
        { id: "apo-lr", hyperparams: { lambdaFsd: 0.1 } },
        { id: "sgdm" },
        { id: "adam" },
        { id: "kfac" },
      ],
      interventions: [{ step: 300, name: "lambdaFsd", value: 10 }],
    },
  },
  {
    id: "rise-and-decay",
    name: "η rises, then decays",
    lookFor: "APO-η starts at 0.001, climbs past 0.1 and comes down again, though no schedule tells it to.",
    experiment: {
      version: 1,
      task: "spirals",
      seed: 7,
      steps: 1000,
      optimizers: [
        { id: "apo-lr", hyperparams: SHOWN },
        { id: "sgd", hyperparams: { learningRate: 0.1 } },
        { id: "sgdm" },
      ],
    },
  },
  {
    id: "closed-form",
    name: "Linear, in closed form",
    lookFor:
      "The spectrum of P settles on 1 / ((1 + λ_FSD) h + λ_WSD) for each eigenvalue h of E[xxᵀ], stiff directions first.",
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
    lookFor: "APO-P and KFAC go straight down; SGDm and Adam lag, because the ten targets differ in scale by 1e5.",
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
    name: "Where APO loses: spirals",
    lookFor: "APO-η ends far behind a fixed SGD, and KFAC ahead of all: looking one step ahead is short-sighted here.",
    experiment: {
      version: 1,
      task: "spirals",
      seed: 7,
      steps: 1000,
      optimizers: [
        { id: "apo-p" },
        { id: "apo-lr" },
        { id: "sgd", hyperparams: { learningRate: 1.7 } },
        { id: "adam" },
        { id: "kfac", hyperparams: { learningRate: 0.07, damping: 4e-3 } },
      ],
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
    lookFor: "APO-η started at η₀ from 0.0001 to 0.1 ends at nearly the same loss, and its four rates draw together.",
    experiment: {
      version: 1,
      task: "sine",
      seed: 7,
      steps: 1000,
      optimizers: [
        { id: "apo-lr", run: "eta-1e-4", hyperparams: { ...SHOWN, learningRate: 1e-4 } },
        { id: "apo-lr", run: "eta-1e-3", hyperparams: { ...SHOWN, learningRate: 1e-3 } },
        { id: "apo-lr", run: "eta-1e-2", hyperparams: { ...SHOWN, learningRate: 1e-2 } },
        { id: "apo-lr", run: "eta-1e-1", hyperparams: { ...SHOWN, learningRate: 0.1 } },
      ],
    },
  },
];
