import type { TaskId } from "../../config/tables/taskIds";
import type { TaskOptions } from "../../config/tables/taskOptions";
import type { TaskPicture } from "../../config/tables/taskPicture";
import { TASKS } from "../../config/tables/tasks";
import { fetchReader } from "../data/fetchReader";
import type { ImageSet, Images } from "../data/imageSet";
import { type Bytes, byteInputs } from "../data/inputs";
import type { LayerSpec } from "../nn/layerSpec";
import { initialParams } from "./init";
import { lenetLayers } from "./networks/lenet";
import type { Split, TaskData } from "./task";

/** Test images that the page draws; the sprites' order is class-balanced, so every class is among them. */
export const PICTURE_IMAGES = 12;

type Moments = { mean: number; deviation: number }[];

/** Pixels that are looked at together: a file with all of them is read in parts. */
const PART = 2 ** 19;

/** Mean and standard deviation of each channel over bytes whose last axis is the channel. Their sums are whole numbers, so exact. */
function channelMoments(pixels: Bytes, channels: number): Moments {
  const sums = Array.from({ length: channels }, () => ({ values: 0, squares: 0 }));
  for (let at = 0; at < pixels.length; at += channels * PART) {
    const part = pixels.subarray(at, Math.min(at + channels * PART, pixels.length));
    sums.forEach((sum, channel) => {
      for (let i = channel; i < part.length; i += channels) {
        const value = part[i] as number;
        sum.values += value;
        sum.squares += value * value;
      }
    });
  }
  const count = pixels.length / channels;
  return sums.map(({ values, squares }) => {
    const mean = values / count;
    return { mean, deviation: Math.sqrt(squares / count - mean * mean) };
  });
}

const standardised = ({ pixels, labels }: Images<Bytes>, moments: Moments): Split => ({
  x: byteInputs(pixels, moments),
  y: labels,
  count: labels.length,
});

/** RGBA of the first test images, one after another. */
function picturePixels({ manifest: { imageWidth, imageHeight, channels }, test }: ImageSet): Uint8ClampedArray {
  const count = PICTURE_IMAGES * imageWidth * imageHeight;
  const pixels = new Uint8ClampedArray(count * 4).fill(255);
  for (let pixel = 0; pixel < count; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      pixels[pixel * 4 + channel] = test.pixels[pixel * channels + (channel % channels)] as number;
    }
  }
  return pixels;
}

function pictureOf(set: ImageSet): TaskPicture {
  const { imageWidth: width, imageHeight: height, classes } = set.manifest;
  const indices = Array.from({ length: PICTURE_IMAGES }, (_, i) => i);
  const labels = indices.map((i) => set.test.labels[i] as number);
  return { kind: "images", width, height, classes, labels, indices, pixels: picturePixels(set) };
}

/** Images and their classes, each channel standardised with the chosen training images. */
function imagesIn(id: TaskId, set: ImageSet): Omit<TaskData, "layers" | "initialParams"> {
  const { manifest, train, test } = set;
  const moments = channelMoments(train.pixels, manifest.channels);
  return {
    inputShape: [manifest.imageHeight, manifest.imageWidth, manifest.channels],
    train: standardised(train, moments),
    test: standardised(test, moments),
    loss: TASKS[id].loss,
    picture: pictureOf(set),
  };
}

/** Classifies images with a chain of layers. */
export function imageClassification(id: TaskId, seed: number, set: ImageSet, layers: readonly LayerSpec[]): TaskData {
  return { ...imagesIn(id, set), layers, initialParams: initialParams(seed, layers) };
}

/** The poster's networks: a script of their own, as most runs have none of them. */
const fetchNetworks = () => fetchReader("The network", () => import("./networks/imageNetworks"));

/** Classifies photographs with LeNet-5 or one of the poster's networks, on augmented images or on plain ones. */
export async function photographClassification(
  id: TaskId,
  seed: number,
  set: ImageSet,
  { network, width, norm, augment }: TaskOptions,
): Promise<TaskData> {
  const { classes, channels, imageWidth } = set.manifest;
  const isAugmented = augment === "on";
  if (network === "lenet")
    return { ...imageClassification(id, seed, set, lenetLayers(imageWidth, channels, classes.length)), isAugmented };
  const chosen = { network, width, norm, channels, classes: classes.length };
  const { withImageNetwork } = await fetchNetworks();
  return withImageNetwork({ ...imagesIn(id, set), isAugmented }, seed, chosen);
}
