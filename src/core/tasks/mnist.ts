import type { Network } from "../../config/tables/networks/networks";
import type { TaskId } from "../../config/tables/taskIds";
import { type ImageSource, readImageSet } from "../data/imageSet";
import type { LayerSpec } from "../nn/layerSpec";
import { imageClassification } from "./imageClassification";
import { lenetLayers } from "./networks/lenet";
import type { CreateTask } from "./task";

const SIDE = 28;

/** Handwritten digits (LeCun et al. 1998). */
export const MNIST: ImageSource = { folder: "mnist", name: "MNIST", side: SIDE, channels: 1 };
/** Clothes and shoes (Xiao et al. 2017). */
const FASHION_MNIST: ImageSource = { folder: "fashion-mnist", name: "Fashion-MNIST", side: SIDE, channels: 1 };

const LAYERS: Partial<Record<Network, readonly LayerSpec[]>> = {
  mlp: [
    { kind: "dense", inputs: SIDE * SIDE, outputs: 100, activation: "tanh", bias: true },
    { kind: "dense", inputs: 100, outputs: 10, activation: "linear", bias: true },
  ],
  lenet: lenetLayers(SIDE, 1),
};

const create =
  (id: TaskId, source: ImageSource): CreateTask =>
  async (seed, { trainImages, network }, io) => {
    const layers = LAYERS[network];
    if (!layers) throw new Error(`The task ${id} has no network ${network}.`);
    return imageClassification(id, seed, await readImageSet(source, trainImages, io), layers);
  };

export const createMnist = create("mnist", MNIST);
export const createFashionMnist = create("fashion-mnist", FASHION_MNIST);
