import type { Preset } from "./preset";

/** On the networks of the poster's tables. */
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
];
