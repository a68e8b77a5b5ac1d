import type { ExperimentConfig } from "../experiment/experiment";

/** A bad experiment: what the message says, and what a link goes on with. */
export type ProblemCase = [
  name: string,
  input: unknown,
  message: RegExp,
  taken: (config: ExperimentConfig) => unknown,
  value: unknown,
];

/** An experiment on `sine` with these fields. */
export const sine = (rest: object) => ({ version: 1, task: "sine", ...rest });

/** Fields of the experiment itself. */
export const EXPERIMENT_PROBLEMS: ProblemCase[] = [
  ["nothing at all", null, /The experiment is null\. Allowed: an object/, (c) => c.task, "sine"],
  ["a list", [], /The experiment is \[\]/, (c) => c.task, "sine"],
  [
    "an unknown task",
    { version: 1, task: "svhn" },
    /The task is "svhn"\. Allowed: sine, linear,/,
    (c) => c.task,
    "sine",
  ],
  [
    "given without data",
    { version: 1, task: "given" },
    /"given" comes without a usable problem/,
    (c) => c.task,
    "sine",
  ],
  ["another version", { version: 2, task: "sine" }, /version is 2\. Allowed: 1/, (c) => c.version, 1],
  ["an unknown field", sine({ sed: 3 }), /no field "sed"\. Allowed: version, task, seed/, (c) => c.seed, 7],
  [
    "a negative seed",
    sine({ seed: -1 }),
    /The seed is -1\. Allowed: a whole number, 0 to 4294967295/,
    (c) => c.seed,
    0,
  ],
  ["a seed with a fraction", sine({ seed: 1.5 }), /The seed is 1\.5\. Allowed: a whole number/, (c) => c.seed, 2],
  ["a seed as text", sine({ seed: "7" }), /The seed is "7"\. Allowed: a whole number/, (c) => c.seed, 7],
  [
    "steps that are no number",
    sine({ steps: Number.NaN }),
    /The number of steps is NaN\. Allowed: .* 1 to 1000000/,
    (c) => c.steps,
    1000,
  ],
  [
    "endless steps",
    sine({ steps: Number.POSITIVE_INFINITY }),
    /The number of steps is Infinity/,
    (c) => c.steps,
    1_000_000,
  ],
  ["no batch", sine({ batchSize: 0 }), /The batch size is 0\. Allowed: .* 1 to 4096/, (c) => c.batchSize, 1],
  [
    "an unknown backend",
    sine({ backend: "webgl" }),
    /"webgl"\. Allowed: auto, webgpu, wasm, cpu/,
    (c) => c.backend,
    "auto",
  ],
  [
    "a condition number below 10",
    sine({ taskOptions: { conditionNumber: 1 } }),
    /The setting "Condition number" is 1\. Allowed: 10 to 1000000/,
    (c) => c.taskOptions.conditionNumber,
    10,
  ],
  [
    "too many images",
    sine({ taskOptions: { trainImages: 50_000 } }),
    /The setting "Training images" is 50000\. Allowed: a whole number, 500 to 5000/,
    (c) => c.taskOptions.trainImages,
    5000,
  ],
  [
    "a network that is none",
    { version: 1, task: "mnist", taskOptions: { network: "vgg" } },
    /The setting "Network" is "vgg"\. Allowed: mlp, lenet\./,
    (c) => c.taskOptions.network,
    "mlp",
  ],
  [
    "a method that a Transformer has no factors for",
    { version: 1, task: "translation", optimizers: [{ id: "kfac" }, { id: "adam" }] },
    /KFAC is not offered on the task translation\. Embeddings, .*Allowed: .*adam/,
    (c) => c.optimizers.map(({ id }) => id).join(),
    "adam",
  ],
  [
    "a network of another task",
    { version: 1, task: "mnist", taskOptions: { network: "wrn28" } },
    /"wrn28", which MNIST digits has not\. Allowed: mlp, lenet\. Choose one of these, or one of the tasks cifar10, cifar100\./,
    (c) => c.taskOptions.network,
    "mlp",
  ],
  [
    "a width of another network",
    { version: 1, task: "cifar10", taskOptions: { network: "wrn28", width: "1/8" } },
    /"1\/8", which WRN-28 has not\. Allowed: 0\.25, 0\.5, 1, 2, 10\. .*or a network that has it: alexnet, vgg16, resnet18\./,
    (c) => c.taskOptions.width,
    "0.5",
  ],
  [
    "batch norm where there is no choice of it",
    { version: 1, task: "cifar10", taskOptions: { network: "alexnet", norm: "batch" } },
    /"batch", which AlexNet has not\. Allowed: none\. .*or a network that has it: vgg16\./,
    (c) => c.taskOptions.norm,
    "none",
  ],
  [
    "an unknown option",
    sine({ taskOptions: { toString: 1 } }),
    /no task option toString/,
    (c) => c.taskOptions.trainImages,
    3000,
  ],
  ["options that are no object", sine({ taskOptions: 3 }), /taskOptions is 3/, (c) => c.taskOptions.trainImages, 3000],
];
