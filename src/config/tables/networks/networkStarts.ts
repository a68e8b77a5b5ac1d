import { CLASSIFIER } from "../starts/imageTaskStarts";
import type { Starts } from "../starts/sharedStarts";
import { NETWORK_INFO, type Network, type Norm } from "./networks";

/** Networks with settings of their own, each with its norm: those that train otherwise than the first network of their task. */
export const NETWORK_FORMS = ["alexnet", "vgg16", "vgg16-batch", "resnet18", "wrn28"] as const;
export type NetworkForm = (typeof NETWORK_FORMS)[number];

/** The form of a chosen network; null where it has the settings of its task. */
export function networkForm({ network, norm }: { network: Network; norm: Norm }): NetworkForm | null {
  const isChosen = norm !== NETWORK_INFO[network].options.norm.default;
  const form = isChosen ? `${network}-${norm}` : network;
  return NETWORK_FORMS.find((known) => known === form) ?? null;
}

/** Where each method starts on a network, as `TASK_STARTS` has it of a task: LeNet-5's settings where nothing better is known. */
export const NETWORK_STARTS: Record<NetworkForm, Starts> = {
  alexnet: CLASSIFIER,
  vgg16: CLASSIFIER,
  "vgg16-batch": CLASSIFIER,
  resnet18: CLASSIFIER,
  wrn28: CLASSIFIER,
};
