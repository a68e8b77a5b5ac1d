import type { ExperimentConfig } from "../experiment/experiment";
import { type ProblemCase, sine } from "./experimentProblems";

/** Names of the runs of an experiment. */
export const runsOf = ({ optimizers }: ExperimentConfig) => optimizers.map(({ run }) => run);

const run = (hyperparams: object, id = "apo-p") => sine({ optimizers: [{ id, hyperparams }] });
const own = (name: string) => (config: ExperimentConfig) =>
  Object.entries(config.optimizers[0]?.hyperparams ?? {}).find(([key]) => key === name)?.[1];
const at = (intervention: object) =>
  sine({ optimizers: [{ id: "apo-p" }, { id: "sgdm" }], interventions: [intervention] });

/** Runs, their settings, and interventions. */
export const RUN_PROBLEMS: ProblemCase[] = [
  ["no optimizers", sine({ optimizers: [] }), /optimizers is missing or empty/, (c) => c.optimizers.length, 5],
  [
    "an unknown optimizer",
    sine({ optimizers: [{ id: "adamw" }, { id: "sgd" }] }),
    /Unknown optimizer "adamw"\. Allowed: apo-p, apo-lr, sgd,/,
    runsOf,
    ["sgd"],
  ],
  ["only unknown optimizers", sine({ optimizers: [{ id: "adamw" }] }), /"adamw"/, (c) => c.optimizers.length, 5],
  ["an entry of text", sine({ optimizers: ["sgd"] }), /Unknown optimizer "sgd"/, (c) => c.optimizers.length, 5],
  [
    "a misspelt entry",
    sine({ optimizers: [{ id: "sgd", hyperparam: {} }] }),
    /The entry of optimizer sgd is/,
    runsOf,
    ["sgd"],
  ],
  [
    "a run name that is no text",
    sine({ optimizers: [{ id: "sgd", run: 3 }] }),
    /The entry of optimizer sgd is/,
    runsOf,
    ["sgd"],
  ],
  [
    "a run name twice",
    sine({
      optimizers: [
        { id: "sgd", run: "a" },
        { id: "sgd", run: "a" },
      ],
    }),
    /The run name "a" cannot be used\. Allowed: 1 to 40 letters/,
    runsOf,
    ["a", "sgd"],
  ],
  [
    "a run name with a dot",
    sine({ optimizers: [{ id: "sgd", run: "a.b" }] }),
    /"a\.b" cannot be used/,
    runsOf,
    ["sgd"],
  ],
  [
    "too many runs",
    sine({ optimizers: Array(40).fill({ id: "sgd" }) }),
    /40 runs are too many\. Allowed: at most 32/,
    (c) => c.optimizers.length,
    32,
  ],
  ["settings that are no object", run([] as object), /hyperparams of run apo-p is \[\]/, own("lambdaFsd"), 3],
  [
    "an unknown setting",
    run({ lamdaFsd: 3 }),
    /Run apo-p has no setting "lamdaFsd"\. Allowed: lambdaFsd \(λ_FSD\)/,
    own("lambdaFsd"),
    3,
  ],
  [
    "another method's setting",
    run({ lambdaFsd: 3 }, "sgdm"),
    /Run sgdm has no setting "lambdaFsd"/,
    own("lambdaFsd"),
    1,
  ],
  ["a negative λ", run({ lambdaFsd: -3 }), /λ_FSD of run apo-p is -3\. Allowed: 0 to 1000000/, own("lambdaFsd"), 0],
  [
    "an infinite λ",
    run({ lambdaWsd: Number.POSITIVE_INFINITY }),
    /λ_WSD of run apo-p is Infinity/,
    own("lambdaWsd"),
    1e6,
  ],
  ["λ as text", run({ lambdaFsd: "3" }), /λ_FSD of run apo-p is "3"/, own("lambdaFsd"), 3],
  ["λ null", run({ lambdaFsd: null }), /λ_FSD of run apo-p is null/, own("lambdaFsd"), 3],
  [
    "K below 1",
    run({ metaUpdateInterval: 0 }),
    /is 0\. Allowed: a whole number, 1 to 1000/,
    own("metaUpdateInterval"),
    1,
  ],
  ["K between", run({ metaUpdateInterval: 2.4 }), /is 2\.4\. Allowed: a whole number/, own("metaUpdateInterval"), 2],
  [
    "a learning rate of zero",
    run({ learningRate: 0 }, "sgdm"),
    /η of run sgdm is 0\. Allowed: above 0, at most 1000000/,
    own("learningRate"),
    1e-4, // the slider's lower end
  ],
  [
    "momentum 1",
    run({ momentum: 1 }, "sgdm"),
    /μ of run sgdm is 1\. Allowed: at least 0, below 1/,
    own("momentum"),
    0.999,
  ],
  [
    "an unknown word",
    run({ metaOptimizer: "lion" }),
    /"lion"\. Allowed: adam, rmsprop, sgd/,
    own("metaOptimizer"),
    "adam",
  ],
  ["interventions as text", sine({ interventions: "120" }), /interventions is "120"/, (c) => c.interventions, []],
  [
    "half an intervention",
    at({ step: 1, value: 2 }),
    /is incomplete\. Allowed: \{"step": 120/,
    (c) => c.interventions,
    [],
  ],
  [
    "an intervention without a value",
    at({ step: 1, name: "lambdaFsd" }),
    /is incomplete\. Allowed: \{"step": 120/,
    (c) => c.interventions,
    [],
  ],
  [
    "an intervention with a field too many",
    at({ step: 1, name: "lambdaFsd", value: 2, at: 3 }),
    /is incomplete/,
    (c) => c.interventions,
    [],
  ],
  [
    "an intervention on a run that is no name",
    at({ step: 1, run: 3, name: "lambdaFsd", value: 2 }),
    /is incomplete/,
    (c) => c.interventions,
    [],
  ],
  [
    "an intervention beyond the end",
    at({ step: 1001, name: "lambdaFsd", value: 2 }),
    /is 1001\. Allowed: .* 0 to 999/,
    (c) => c.interventions,
    [],
  ],
  [
    "an intervention before the start",
    at({ step: -1, name: "lambdaFsd", value: 2 }),
    /The step of the intervention on λ_FSD is -1/,
    (c) => c.interventions,
    [],
  ],
  [
    "an intervention on an unknown run",
    at({ step: 1, run: "adam", name: "learningRate", value: 2 }),
    /The intervention on η of run adam names no run of this race\. Allowed: apo-p, sgdm/,
    (c) => c.interventions,
    [],
  ],
  [
    "an intervention on an unknown setting",
    at({ step: 1, name: "lambda", value: 2 }),
    /The intervention on "lambda" cannot act\. Allowed: lambdaFsd \(λ_FSD\)/,
    (c) => c.interventions,
    [],
  ],
  [
    "an intervention on η₀",
    at({ step: 1, run: "apo-p", name: "learningRate", value: 2 }),
    /η of run apo-p cannot act/,
    (c) => c.interventions,
    [],
  ],
  [
    "an intervention to no number",
    at({ step: 1, name: "lambdaFsd", value: "much" }),
    /λ_FSD of the intervention at step \d+ is "much"/,
    (c) => c.interventions,
    [],
  ],
  [
    "an intervention out of range",
    at({ step: 1, name: "lambdaFsd", value: -2 }),
    /λ_FSD of the intervention at step \d+ is -2\. Allowed: 0 to/,
    (c) => c.interventions,
    [{ step: 1, name: "lambdaFsd", value: 0 }],
  ],
];
