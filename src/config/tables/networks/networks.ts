/** Networks that an image task can be trained with. */
export const NETWORKS = ["mlp", "lenet", "alexnet", "vgg16", "resnet18", "wrn28"] as const;
export type Network = (typeof NETWORKS)[number];

/** Shares of the published network's channels; of WRN-28 its k. */
export const WIDTHS = ["1/16", "1/8", "1/4", "1/2", "1", "0.25", "0.5", "2", "10"] as const;
export type Width = (typeof WIDTHS)[number];

/** What stands behind a convolution of VGG16. */
export const NORMS = ["none", "batch"] as const;
export type Norm = (typeof NORMS)[number];

/** Whether the images of B and B′ are cropped and mirrored by chance, and their texts have gaps; those of the test split never. */
export const AUGMENTATIONS = ["off", "on"] as const;
export type Augmentation = (typeof AUGMENTATIONS)[number];

/** Words of an option that a network has, and the one it starts with. */
interface Words<Word> {
  choices: readonly Word[];
  default: Word;
}

/** How long a race on a network is where nothing is said, and how it is fed and looked at. */
interface NetworkRace {
  steps: number;
  batchSize: number;
  /** Steps between evaluations on both splits. */
  evaluationInterval: number;
}

/** A network in words, with what its task has other than with its first one. */
export interface NetworkInfo {
  /** "ResNet-18" */
  name: string;
  /** What stands between the name and a width: " ×" of a share, "-" of a k. */
  beforeWidth?: string;
  /** Of the options that depend on the network. */
  options: { width: Words<Width>; norm: Words<Norm>; augment: Words<Augmentation> };
  /** The width that a person is offered first on a GPU. */
  gpuWidth: Width;
  /** Absent: the task's own. */
  race?: NetworkRace;
}

const AUGMENTED: Words<Augmentation> = { choices: AUGMENTATIONS, default: "on" };
const PLAIN: Words<Norm> = { choices: ["none"], default: "none" };
const SHARES: readonly Width[] = ["1/16", "1/8", "1/4", "1/2", "1"];

/** A network of one width. */
const fixed = (name: string): NetworkInfo => ({
  name,
  options: {
    width: { choices: ["1"], default: "1" },
    norm: PLAIN,
    augment: { choices: AUGMENTATIONS, default: "off" },
  },
  gpuWidth: "1",
});

/** The poster's networks with their widths (NETWORKS.md): the default is what two cores of a CPU train in minutes, on every device. */
export const NETWORK_INFO: Record<Network, NetworkInfo> = {
  mlp: fixed("MLP"),
  lenet: fixed("LeNet-5"),
  alexnet: {
    name: "AlexNet",
    beforeWidth: " ×",
    options: { width: { choices: SHARES, default: "1/4" }, norm: PLAIN, augment: AUGMENTED },
    gpuWidth: "1/2",
    race: { steps: 1000, batchSize: 64, evaluationInterval: 100 },
  },
  vgg16: {
    name: "VGG16",
    beforeWidth: " ×",
    options: {
      width: { choices: SHARES, default: "1/8" },
      norm: { choices: NORMS, default: "none" },
      augment: AUGMENTED,
    },
    gpuWidth: "1/4",
    race: { steps: 600, batchSize: 64, evaluationInterval: 50 },
  },
  resnet18: {
    name: "ResNet-18",
    beforeWidth: " ×",
    options: { width: { choices: SHARES, default: "1/8" }, norm: PLAIN, augment: AUGMENTED },
    gpuWidth: "1/4",
    race: { steps: 500, batchSize: 64, evaluationInterval: 50 },
  },
  wrn28: {
    name: "WRN-28",
    beforeWidth: "-",
    options: { width: { choices: ["0.25", "0.5", "1", "2", "10"], default: "0.5" }, norm: PLAIN, augment: AUGMENTED },
    gpuWidth: "1",
    race: { steps: 300, batchSize: 64, evaluationInterval: 50 },
  },
};

/** A network of the options of a task with its width: "ResNet-18 ×1/8", "WRN-28-0.5", "VGG16 ×1/8, batch norm". */
export function networkName({ network, width, norm }: { network: Network; width: Width; norm: Norm }): string {
  const { name, beforeWidth } = NETWORK_INFO[network];
  const sized = beforeWidth === undefined ? name : `${name}${beforeWidth}${width}`;
  return norm === "batch" ? `${sized}, batch norm` : sized;
}
