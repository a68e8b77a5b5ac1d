import { MOST_ARCHIVE_IMAGES } from "./archive/archives";
import type { LossId } from "./losses";
import type { Network } from "./networks/networks";
import type { OptimizerId } from "./optimizers";
import type { TaskId } from "./taskIds";
import { DEFAULT_TASK_OPTIONS, type TaskOptionName, type TaskOptions } from "./taskOptions";
import { type SettingsByMethod, TASK_SETTINGS } from "./taskSettings";

/** What the test split is measured by beside the loss: accuracy in [0, 1], RMSE, or BLEU, 0 to 100. */
export type Metric = "rmse" | "accuracy" | "bleu";

/** What the page, the link and the command line know of a task. */
export interface TaskInfo {
  id: TaskId;
  /** "CIFAR-10" */
  name: string;
  /** One sentence: data, size, noise. */
  summary: string;
  /** Under which licence its data are, where that is not the page's own, and the file that ships with them. */
  notice?: { text: string; file: string };
  /** "MLP 1-64-64-1 tanh" */
  model: string;
  /** What it trains with. */
  loss: LossId;
  metric: Metric;
  /** What one unit of the metric is, for axis titles; "" where it has none. */
  metricUnit: string;
  /** `csv`: a function where it has one input. */
  picture: "function" | "surface" | "images" | "reconstruction" | "parity" | "translations";
  steps: number;
  batchSize: number;
  /** Steps between evaluations on both splits. */
  evaluationInterval: number;
  options: readonly TaskOptionName[];
  defaultOptions: TaskOptions;
  /** What `augment` does where it is on, where that is another than with images. */
  augmentation?: string;
  /** Those that it can be trained with, where that is an option; the first is the default. */
  networks?: readonly Network[];
  /** Training images, where more can be had than ship: from an archive that a person brings. */
  mostImages?: number;
  /** Whether a running average is drawn over the training loss until somebody chooses: not on toy tasks, whose numbers are read off. */
  smoothing: "on" | "off";
  /** Race on first view, in drawing order. */
  race: readonly OptimizerId[];
  settings: SettingsByMethod;
  /** Why methods with factors of the curvature are not offered; absent: they are. */
  withoutFactors?: string;
}

const RACE: readonly OptimizerId[] = ["apo-p", "apo-lr", "sgdm", "adam", "kfac"];

const common = { options: [], defaultOptions: DEFAULT_TASK_OPTIONS, race: RACE, smoothing: "off" } as const;

const regression = { ...common, loss: "squaredError", metric: "rmse", metricUnit: "" } as const;

const classification = { ...common, loss: "softmaxCrossEntropy", metric: "accuracy", metricUnit: "" } as const;

const withNetworks = (...networks: [Network, ...Network[]]) => ({
  networks,
  defaultOptions: { ...DEFAULT_TASK_OPTIONS, network: networks[0] },
});

/** What CIFAR-10 and CIFAR-100 share. */
const photographs = {
  ...classification,
  ...withNetworks("lenet", "alexnet", "vgg16", "resnet18", "wrn28"),
  picture: "images",
  batchSize: 128,
  evaluationInterval: 50,
  options: ["trainImages", "network", "width", "norm", "augment"],
  mostImages: MOST_ARCHIVE_IMAGES,
  smoothing: "on",
} as const;

/** What MNIST and its like share. */
const digits = {
  ...classification,
  ...withNetworks("mlp", "lenet"),
  model: "MLP 784-100-10 tanh, or LeNet-5 ReLU",
  picture: "images",
  steps: 300,
  batchSize: 128,
  evaluationInterval: 50,
  options: ["trainImages", "network"],
  smoothing: "on",
} as const;

/** Every task's card: what it is, how long it runs, and each method's settings on it. */
export const TASKS: Record<TaskId, TaskInfo> = {
  sine: {
    ...regression,
    id: "sine",
    name: "Noisy sine",
    summary:
      "256 points of sin 6x + 0.4 sin 15x with noise of standard deviation 0.1; half the noise variance, 0.005, is the floor.",
    model: "MLP 1-64-64-1 tanh",
    picture: "function",
    steps: 1000,
    batchSize: 64,
    evaluationInterval: 10,
    settings: TASK_SETTINGS.sine,
  },
  linear: {
    ...regression,
    id: "linear",
    name: "Linear regression",
    summary:
      "4,096 points with 8 inputs of chosen condition number and label noise of variance 1, so the best P is known exactly.",
    model: "Linear 8-1, no bias",
    picture: "parity",
    steps: 2000,
    batchSize: 256,
    evaluationInterval: 25,
    options: ["conditionNumber"],
    settings: TASK_SETTINGS.linear,
  },
  "deep-linear": {
    ...regression,
    id: "deep-linear",
    name: "Deep linear network",
    summary: "1,000 noiseless points whose ten targets are scaled from 1 down to 1e-5, after Rahimi and Recht (2017).",
    model: "Linear 6-6-10, no bias",
    picture: "parity",
    steps: 1500,
    batchSize: 100,
    evaluationInterval: 25,
    settings: TASK_SETTINGS["deep-linear"],
  },
  spirals: {
    ...classification,
    id: "spirals",
    name: "Two spirals",
    summary: "512 points on two interleaved spirals of 1.75 turns, one per class, with a little noise.",
    model: "MLP 2-32-32-2 tanh",
    picture: "surface",
    steps: 1000,
    batchSize: 64,
    evaluationInterval: 10,
    settings: TASK_SETTINGS.spirals,
  },
  cars: {
    ...regression,
    id: "cars",
    name: "Fuel consumption of cars",
    summary: "392 cars of 1970 to 1982: miles per gallon from six standardised columns; rows with gaps are dropped.",
    model: "MLP 6-32-1 tanh",
    metricUnit: "standard deviations",
    picture: "parity",
    steps: 600,
    batchSize: 64,
    evaluationInterval: 10,
    settings: TASK_SETTINGS.cars,
  },
  cifar10: {
    ...photographs,
    id: "cifar10",
    name: "CIFAR-10",
    summary:
      "Real photographs of ten classes, 32×32 pixels: 500 to 5,000 for training and 1,000 for testing, official split. With the official archive, up to 50,000.",
    model: "LeNet-5 ReLU, AlexNet, VGG16, ResNet-18 or WRN-28",
    steps: 300,
    settings: TASK_SETTINGS.cifar10,
  },
  cifar100: {
    ...photographs,
    id: "cifar100",
    name: "CIFAR-100",
    summary:
      "Real photographs of a hundred classes, 32×32 pixels, from the official archive that you bring: up to 50,000 for training and 1,000 for testing; it is sent nowhere.",
    model: "LeNet-5 ReLU, AlexNet, VGG16, ResNet-18 or WRN-28, 100 outputs",
    steps: 1000,
    defaultOptions: { ...photographs.defaultOptions, trainImages: MOST_ARCHIVE_IMAGES },
    settings: TASK_SETTINGS.cifar100,
  },
  "mnist-autoencoder": {
    ...regression,
    id: "mnist-autoencoder",
    name: "MNIST autoencoder",
    summary:
      "Real handwritten digits, 28×28 pixels in [0, 1], squeezed through 16 numbers and drawn again; sigmoid cross-entropy summed over the pixels.",
    model: "MLP 784-64-16-64-784 tanh",
    loss: "sigmoidCrossEntropy",
    metricUnit: "grey values in [0, 1]",
    picture: "reconstruction",
    steps: 300,
    batchSize: 128,
    evaluationInterval: 50,
    options: ["trainImages"],
    smoothing: "on",
    settings: TASK_SETTINGS["mnist-autoencoder"],
  },
  mnist: {
    ...digits,
    id: "mnist",
    name: "MNIST digits",
    summary: "Real handwritten digits, 28×28 pixels: 500 to 5,000 for training and 1,000 for testing, official split.",
    settings: TASK_SETTINGS.mnist,
  },
  "fashion-mnist": {
    ...digits,
    id: "fashion-mnist",
    name: "Fashion-MNIST",
    summary:
      "Real photographs of clothes and shoes, 28×28 pixels: 500 to 5,000 for training and 1,000 for testing, official split.",
    settings: TASK_SETTINGS["fashion-mnist"],
  },
  translation: {
    ...common,
    id: "translation",
    name: "English to German",
    summary:
      "Short texts of LibreOffice's menus and dialogs, 9,610 pairs to train on and 435 to test with, of at most 16 word pieces a side.",
    notice: { text: "Texts: MPL-2.0", file: "data/translation/LICENSE.txt" },
    model: "Transformer, 2 + 2 layers, 4 heads",
    loss: "tokenCrossEntropy",
    metric: "bleu",
    metricUnit: "",
    picture: "translations",
    steps: 1000,
    batchSize: 64,
    evaluationInterval: 50,
    options: ["size", "augment"],
    augmentation: "Word pieces left out",
    smoothing: "on",
    race: ["apo-p", "apo-lr", "sgdm", "adam"],
    settings: TASK_SETTINGS.translation,
    withoutFactors: "Embeddings, layer norm and attention have no Kronecker factors.",
  },
  csv: {
    ...regression,
    id: "csv",
    name: "Your own CSV file",
    summary: "Regression on a table of yours, read in this browser: numeric columns, standardised; it is sent nowhere.",
    model: "MLP inputs-64-1 tanh",
    metricUnit: "standard deviations",
    picture: "parity",
    steps: 1000,
    batchSize: 64,
    evaluationInterval: 20,
    settings: TASK_SETTINGS.csv,
  },
};

/** Tasks on images and on texts: a step of theirs is expensive. */
export const isHeavy = (task: TaskId): boolean =>
  ["images", "reconstruction", "translations"].includes(TASKS[task].picture);
