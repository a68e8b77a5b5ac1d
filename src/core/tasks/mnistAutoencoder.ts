import { TASKS } from "../../config/tables/tasks";
import { type Images, readImageSet } from "../data/imageSet";
import type { LayerSpec } from "../nn/layerSpec";
import { PICTURE_IMAGES } from "./imageClassification";
import { initialParams } from "./init";
import { MNIST } from "./mnist";
import type { CreateTask, Split } from "./task";

const PIXELS = MNIST.side * MNIST.side;

/** Narrower than Hinton and Salakhutdinov (2006), so that a second-order step takes milliseconds in a browser. */
const LAYERS: LayerSpec[] = [
  { kind: "dense", inputs: PIXELS, outputs: 64, activation: "tanh", bias: true },
  { kind: "dense", inputs: 64, outputs: 16, activation: "tanh", bias: true },
  { kind: "dense", inputs: 16, outputs: 64, activation: "tanh", bias: true },
  { kind: "dense", inputs: 64, outputs: PIXELS, activation: "linear", bias: true },
];

/** Pixels in [0, 1], as inputs and as the probabilities they are to be drawn with. */
function reconstructed({ pixels, labels }: Images): Split<Float32Array> {
  const x = Float32Array.from(pixels, (byte) => byte / 255);
  return { x, y: x, count: labels.length };
}

/** Reconstruction of handwritten digits through 16 numbers, sigmoid cross-entropy against the pixels themselves. */
export const createMnistAutoencoder: CreateTask = async (seed, { trainImages }, io) => {
  const { manifest, train, test } = await readImageSet(MNIST, trainImages, io);
  const testSplit = reconstructed(test);
  const indices = Array.from({ length: PICTURE_IMAGES }, (_, i) => i);
  return {
    inputShape: [PIXELS],
    train: reconstructed(train),
    test: testSplit,
    layers: LAYERS,
    loss: TASKS["mnist-autoencoder"].loss,
    initialParams: initialParams(seed, LAYERS),
    picture: {
      kind: "reconstruction",
      width: MNIST.side,
      height: MNIST.side,
      names: indices.map((i) => manifest.classes[test.labels[i] as number] as string),
      indices,
      inputs: testSplit.x.slice(0, PICTURE_IMAGES * PIXELS),
    },
  };
};
