import type { ExperimentInput } from "../experiment";
import type { Preset } from "./preset";

/** The race of the poster's tables, with APO-η beside it. */
const RACE = [{ id: "apo-p" }, { id: "apo-lr" }, { id: "sgdm" }, { id: "adam" }, { id: "kfac" }] as const;

/**
 * On CIFAR-10, with a network at the width that a CPU trains: the run on which its settings were held out in docs/sweeps, so that what is
 * said of it was seen there.
 */
const heldOut = (network: "alexnet" | "vgg16" | "resnet18", steps: number): ExperimentInput => ({
  version: 1,
  task: "cifar10",
  seed: 1,
  steps,
  taskOptions: { network },
  optimizers: [...RACE],
});

/** One for each row of the poster's tables, and for what it shows of WRN-28 and of 16 bits. */
export const POSTER_PRESETS: readonly Preset[] = [
  {
    id: "cifar10",
    name: "CIFAR-10 on LeNet-5",
    lookFor:
      "All five start at the same loss on real photographs; KFAC's training loss falls furthest, and its test loss rises highest.",
    experiment: {
      version: 1,
      task: "cifar10",
      seed: 7,
      steps: 300,
      taskOptions: { trainImages: 2000 },
      optimizers: [{ id: "apo-p" }, { id: "apo-lr" }, { id: "sgdm" }, { id: "adam" }, { id: "kfac" }],
    },
  },
  {
    id: "alexnet",
    name: "CIFAR-10 on AlexNet",
    lookFor: "After 200 steps KFAC is first in test accuracy; the other four lie within five points of each other.",
    experiment: heldOut("alexnet", 200),
  },
  {
    id: "vgg16",
    name: "CIFAR-10 on VGG16",
    lookFor: "In test accuracy KFAC is first after 120 steps, and APO-η is ahead of APO-P.",
    experiment: heldOut("vgg16", 120),
  },
  {
    id: "resnet18",
    name: "CIFAR-10 on ResNet-18",
    lookFor:
      "After 120 steps all five name a quarter or more of the test images, where chance names a tenth; who is first changes with the seed.",
    experiment: heldOut("resnet18", 120),
  },
  {
    id: "sixteen-bits",
    name: "ResNet-18 in 16 bits",
    lookFor: "After 50 steps neither APO-P nor KFAC is a tenth worse in training loss in bf16 than in fp32.",
    experiment: {
      version: 1,
      task: "cifar10",
      seed: 7,
      steps: 50,
      taskOptions: { network: "resnet18" },
      optimizers: (["apo-p", "sgdm", "kfac"] as const).flatMap((id) => [
        { id },
        { id, run: `${id}-bf16`, hyperparams: { precision: "bf16" as const } },
      ]),
    },
  },
  {
    id: "wrn28",
    name: "WRN-28: η and a schedule",
    lookFor:
      "After 50 steps APO-η on SGDm, started at 0.01, is level with the schedule in test accuracy, and behind the best fixed rate.",
    experiment: {
      version: 1,
      task: "cifar10",
      seed: 7,
      steps: 50,
      taskOptions: { network: "wrn28" },
      optimizers: [
        {
          id: "apo-lr",
          hyperparams: {
            baseOptimizer: "sgdm",
            learningRate: 0.01,
            lambdaFsd: 10,
            metaLearningRate: 0.1,
            metaUpdateInterval: 5,
          },
        },
        { id: "sgdm", run: "schedule", hyperparams: { learningRate: 0.05, learningRateSchedule: "fifths" } },
      ],
      learningRateGrid: true,
    },
  },
  {
    id: "cifar100",
    name: "CIFAR-100 on ResNet-18",
    lookFor: "The archive is yours to bring: no run of ours has seen it yet.",
    experiment: {
      version: 1,
      task: "cifar100",
      seed: 1,
      steps: 500,
      taskOptions: { network: "resnet18", trainImages: 5000 },
      optimizers: [...RACE],
    },
  },
  {
    id: "transformer",
    name: "German on a Transformer",
    lookFor: "After 100 steps Adam and APO-η have the lowest training loss; APO-P is third, SGDm last.",
    experiment: {
      version: 1,
      task: "translation",
      seed: 1,
      steps: 100,
      optimizers: RACE.filter(({ id }) => id !== "kfac"),
    },
  },
];
