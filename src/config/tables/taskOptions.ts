import {
  AUGMENTATIONS,
  type Augmentation,
  NETWORKS,
  type Network,
  NORMS,
  type Norm,
  WIDTHS,
  type Width,
} from "./networks/networks";

/** Sizes of the Transformer: a token is told by 64 numbers, or by 32. */
export const TRANSFORMER_SIZES = ["normal", "light"] as const;
type TransformerSize = (typeof TRANSFORMER_SIZES)[number];

/** Choices that belong to the task itself; each task reads its own. */
export interface TaskOptions {
  /** `linear`: condition number of E[xxᵀ], 10 … 1e6. */
  conditionNumber: number;
  /** `cifar10`, `mnist`, `fashion-mnist` and `mnist-autoencoder`: training images, 500 … 5,000. */
  trainImages: number;
  /** `mnist`, `fashion-mnist`, `cifar10` and `cifar100`: the classifier. */
  network: Network;
  /** Of the network, where it comes in several; else "1". */
  width: Width;
  /** `vgg16`: what stands behind its convolutions; of other networks "none". */
  norm: Norm;
  /** `cifar10`, `cifar100` and `translation`: whether training images, or texts, are augmented. */
  augment: Augmentation;
  /** `translation`: how wide the Transformer is. */
  size: TransformerSize;
}
export type TaskOptionName = keyof TaskOptions;

/** A number as the page shows it; both ends are accepted. */
export interface NumberOptionInfo {
  kind: "number";
  label: string;
  scale: "log" | "linear";
  integer: boolean;
  min: number;
  max: number;
  default: number;
}

/** One of several words, with what the page calls each. */
export interface ChoiceOptionInfo<Choice extends string = string> {
  kind: "choice";
  label: string;
  choices: readonly Choice[];
  names: Record<Choice, string>;
  default: Choice;
}

type InfoOf<Value> = [Value] extends [string] ? ChoiceOptionInfo<Value> : NumberOptionInfo;

export const TASK_OPTIONS: { [Name in TaskOptionName]: InfoOf<TaskOptions[Name]> } = {
  conditionNumber: {
    kind: "number",
    label: "Condition number",
    scale: "log",
    integer: false,
    min: 10,
    max: 1e6,
    default: 30,
  },
  trainImages: {
    kind: "number",
    label: "Training images",
    scale: "linear",
    integer: true,
    min: 500,
    max: 5000,
    default: 3000,
  },
  network: {
    kind: "choice",
    label: "Network",
    choices: NETWORKS,
    names: {
      mlp: "MLP, one hidden layer of 100 tanh",
      lenet: "LeNet-5, ReLU",
      alexnet: "AlexNet",
      vgg16: "VGG16",
      resnet18: "ResNet-18",
      wrn28: "WRN-28",
    },
    default: "mlp",
  },
  width: {
    kind: "choice",
    label: "Width",
    choices: WIDTHS,
    names: Object.fromEntries(WIDTHS.map((width) => [width, width])) as Record<Width, string>,
    default: "1",
  },
  norm: {
    kind: "choice",
    label: "Norm",
    choices: NORMS,
    names: { none: "None", batch: "Batch norm" },
    default: "none",
  },
  augment: {
    kind: "choice",
    label: "Augmentation",
    choices: AUGMENTATIONS,
    names: { off: "Off", on: "Crops and mirror images" },
    default: "off",
  },
  size: {
    kind: "choice",
    label: "Size",
    choices: TRANSFORMER_SIZES,
    names: { normal: "64 numbers a token", light: "32 numbers a token" },
    default: "normal",
  },
};

export const TASK_OPTION_NAMES = Object.keys(TASK_OPTIONS) as TaskOptionName[];

export const DEFAULT_TASK_OPTIONS = Object.fromEntries(
  TASK_OPTION_NAMES.map((name) => [name, TASK_OPTIONS[name].default]),
) as unknown as TaskOptions;

/** A value of an option as it is said: a choice by its name. */
export function taskOptionText(info: NumberOptionInfo | ChoiceOptionInfo, value: number | string): string {
  return info.kind === "choice" ? (info.names[value] ?? String(value)) : String(value);
}
