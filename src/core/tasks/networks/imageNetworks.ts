import type { Network, Norm, Width } from "../../../config/tables/networks/networks";
import type { NodeSpec } from "../../nn/layerSpec";
import type { TaskData } from "../task";
import { alexnet } from "./alexnet";
import { initialGraphParams } from "./initGraph";
import { limitInputs } from "./limitInputs";
import type { ImageNetwork } from "./nodeList";
import { resnet18 } from "./resnet18";
import { vgg16 } from "./vgg16";
import { withNetwork } from "./withNetwork";
import { wrn28 } from "./wrn28";

/** The poster's networks of images, each with the layers of its form. */
const LAYERS: Partial<Record<Network, (shape: ImageNetwork & { norm: Norm }) => NodeSpec[]>> = {
  alexnet,
  vgg16,
  resnet18,
  wrn28,
};

/** A network as the options of a task choose it, for images of so many channels and so many classes. */
interface ChosenNetwork {
  network: Network;
  width: Width;
  norm: Norm;
  channels: number;
  classes: number;
}

/** "1/8" as a number. */
const shareOf = (width: Width): number => {
  const [part = 1, whole = 1] = width.split("/").map(Number);
  return part / whole;
};

/** Whether a task's network is one of these. */
export const isImageNetwork = (network: Network): boolean => LAYERS[network] !== undefined;

/** Its nodes, each with the factors that are learned of it. Throws an error where the network is no graph. */
export function networkLayers({ network, width, ...shape }: ChosenNetwork): NodeSpec[] {
  const layers = LAYERS[network];
  if (!layers) throw new Error(`The network ${network} is no graph of the poster's.`);
  return limitInputs(layers({ ...shape, width: shareOf(width) }));
}

/** A task of images with one of the poster's networks and its start. */
export function withImageNetwork(
  task: Omit<TaskData, "layers" | "initialParams">,
  seed: number,
  chosen: ChosenNetwork,
): TaskData {
  const layers = networkLayers(chosen);
  const graph = { layers, inputShape: task.inputShape };
  return withNetwork({ ...task, layers, initialParams: initialGraphParams(seed, graph) });
}
