import type { CriterionId } from "./criteria";
import type { ClaimTraining } from "./record";

export const STUDY_IDS = [
  "deep-linear",
  "cars",
  "linear-1e4",
  "mnist-autoencoder",
  "lenet",
  "alexnet",
  "sine",
  "spirals",
  "linear",
  "mnist",
  "fashion-mnist",
  "resnet18",
  "vgg16",
  "wrn28",
  "translation",
] as const;
export type StudyId = (typeof STUDY_IDS)[number];

/** What all methods of a study are trained on and chosen by. */
export interface Study extends ClaimTraining {
  id: StudyId;
  /** "LeNet-5 on CIFAR-10" */
  name: string;
  criterion: CriterionId;
  /** How often a box may move. */
  moves: number;
  /** Claims that read its methods; beside them it gives the app's defaults. */
  claims: readonly number[];
  /** Milliseconds of a step of SGDm on a quiet machine of two cores, to foretell the time with until some run has been measured. */
  msPerStep: number;
}

const toy = { taskOptions: {}, criterion: "trainLoss", moves: 3, claims: [] } as const;
const digits = { ...toy, batchSize: 128, steps: 600, msPerStep: 3, criterion: "validationMetric" } as const;
const photographs = { task: "cifar10", criterion: "validationMetric" } as const;
const augmented = { trainImages: 5000, augment: "on" } as const;

/**
 * Lengths: until the best fixed SGDm has been flat for a third of the run, as far as two cores can; `lateChange` says of each record how flat it
 * was.
 */
export const STUDIES: Record<StudyId, Study> = {
  "deep-linear": {
    ...toy,
    id: "deep-linear",
    name: "Deep linear network",
    task: "deep-linear",
    batchSize: 100,
    steps: 1500,
    msPerStep: 0.8,
    claims: [4],
  },
  cars: { ...toy, id: "cars", name: "Cars", task: "cars", batchSize: 64, steps: 600, msPerStep: 0.7, claims: [4] },
  "linear-1e4": {
    ...toy,
    id: "linear-1e4",
    name: "Linear regression, κ = 10,000",
    task: "linear",
    taskOptions: { conditionNumber: 1e4 },
    batchSize: 256,
    steps: 2000,
    msPerStep: 0.5,
    claims: [4],
  },
  "mnist-autoencoder": {
    ...toy,
    id: "mnist-autoencoder",
    name: "MNIST autoencoder",
    task: "mnist-autoencoder",
    taskOptions: { trainImages: 3000 },
    batchSize: 128,
    steps: 1000,
    msPerStep: 4,
    moves: 2,
    claims: [4],
  },
  lenet: {
    ...photographs,
    id: "lenet",
    name: "LeNet-5 on CIFAR-10",
    taskOptions: { network: "lenet", trainImages: 5000 },
    batchSize: 128,
    steps: 1500,
    msPerStep: 5.5,
    moves: 3,
    claims: [1, 2, 3, 5],
  },
  alexnet: {
    ...photographs,
    id: "alexnet",
    name: "AlexNet ×1/4 on CIFAR-10",
    taskOptions: { ...augmented, network: "alexnet", width: "1/4" },
    batchSize: 64,
    steps: 2000,
    msPerStep: 30,
    moves: 2,
    claims: [3],
  },
  sine: { ...toy, id: "sine", name: "Noisy sine", task: "sine", batchSize: 64, steps: 1000, msPerStep: 1 },
  spirals: { ...toy, id: "spirals", name: "Two spirals", task: "spirals", batchSize: 64, steps: 1000, msPerStep: 1 },
  linear: {
    ...toy,
    id: "linear",
    name: "Linear regression, κ = 30",
    task: "linear",
    taskOptions: { conditionNumber: 30 },
    batchSize: 256,
    steps: 2000,
    msPerStep: 0.5,
  },
  mnist: {
    ...digits,
    id: "mnist",
    name: "MNIST digits, MLP",
    task: "mnist",
    taskOptions: { network: "mlp", trainImages: 3000 },
  },
  "fashion-mnist": {
    ...digits,
    id: "fashion-mnist",
    name: "Fashion-MNIST, MLP",
    task: "fashion-mnist",
    taskOptions: { network: "mlp", trainImages: 3000 },
  },
  resnet18: {
    ...photographs,
    id: "resnet18",
    name: "ResNet-18 ×1/8 on CIFAR-10",
    taskOptions: { ...augmented, network: "resnet18", width: "1/8" },
    batchSize: 64,
    steps: 1500,
    msPerStep: 90,
    moves: 1,
    claims: [1, 3, 5],
  },
  vgg16: {
    ...photographs,
    id: "vgg16",
    name: "VGG16 ×1/8 on CIFAR-10",
    taskOptions: { ...augmented, network: "vgg16", width: "1/8" },
    batchSize: 64,
    steps: 2000,
    msPerStep: 60,
    moves: 1,
    claims: [3],
  },
  wrn28: {
    ...photographs,
    id: "wrn28",
    name: "WRN-28-0.5 on CIFAR-10",
    taskOptions: { ...augmented, network: "wrn28", width: "0.5" },
    batchSize: 64,
    steps: 1000,
    msPerStep: 250,
    moves: 1,
    claims: [1],
  },
  translation: {
    id: "translation",
    name: "Transformer, English to German",
    task: "translation",
    taskOptions: { size: "normal", augment: "off" },
    criterion: "validationMetric",
    batchSize: 64,
    steps: 2000,
    msPerStep: 120,
    moves: 1,
    claims: [3],
  },
};
