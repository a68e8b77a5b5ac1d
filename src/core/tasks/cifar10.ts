import { type Sprite, type SpriteManifest, spriteManifestSchema } from "../../config/dataFiles";
import type { TaskPicture } from "../../config/taskPicture";
import { TASK_OPTIONS } from "../../config/tasks";
import { corruptFile, readJson, readSprite } from "./datasets";
import { initialParams } from "./init";
import type { CreateTask, LayerSpec, ReadFile, ReportProgress, Split } from "./task";
import { TaskError } from "./taskError";

const FOLDER = "cifar10";
const TEST_IMAGES = 1000;
const PICTURE_IMAGES = 12;

/** LeNet-5 on 32×32×3 (LeCun et al. 1998), with ReLU and max-pooling: 32 → 28 → 14 → 10 → 5, 400 → 120 → 84 → 10. */
const LAYERS: LayerSpec[] = [
  { kind: "conv", channels: 3, outputs: 6, kernel: 5, activation: "relu", pool: 2, bias: true },
  { kind: "conv", channels: 6, outputs: 16, kernel: 5, activation: "relu", pool: 2, bias: true },
  { kind: "dense", inputs: 400, outputs: 120, activation: "relu", bias: true },
  { kind: "dense", inputs: 120, outputs: 84, activation: "relu", bias: true },
  { kind: "dense", inputs: 84, outputs: 10, activation: "linear", bias: true },
];

interface Images {
  /** Bytes, row-major [count, height, width, channels]. */
  pixels: Uint8Array;
  labels: Int32Array;
}

function checkForm({ imageWidth, imageHeight, classes }: SpriteManifest): void {
  if (imageWidth === 32 && imageHeight === 32 && classes.length === 10) return;
  const found = `${classes.length} classes of ${imageWidth}×${imageHeight} images`;
  throw corruptFile(`${FOLDER}/manifest.json`, `It lists ${found}; LeNet-5 here takes 10 classes of 32×32.`);
}

/** The first sprites of a split that hold `count` images. */
function spritesFor(manifest: SpriteManifest, split: "train" | "test", count: number): Sprite[] {
  const chosen: Sprite[] = [];
  let held = 0;
  for (const sprite of manifest.sprites) {
    if (sprite.split !== split || held >= count) continue;
    chosen.push(sprite);
    held += sprite.count;
  }
  if (held >= count) return chosen;
  throw new TaskError(
    `${count} ${split} images are more than public/data/${FOLDER} has`,
    `It has ${held}.`,
    `Ask for at most ${held}.`,
  );
}

async function readImages(
  readFile: ReadFile,
  manifest: SpriteManifest,
  sprites: Sprite[],
  count: number,
  done: (sprite: Sprite) => void,
): Promise<Images> {
  const size = manifest.imageWidth * manifest.imageHeight * manifest.channels;
  const pixels = new Uint8Array(count * size);
  const labels = new Int32Array(count);
  let filled = 0;
  for (const sprite of sprites) {
    const wanted = Math.min(sprite.count, count - filled);
    const images = await readSprite(readFile, FOLDER, manifest, sprite);
    pixels.set(images.subarray(0, wanted * size), filled * size);
    for (let n = 0; n < wanted; n++) labels[filled + n] = Number(sprite.labels[n]);
    filled += wanted;
    done(sprite);
  }
  return { pixels, labels };
}

/** Mean and standard deviation of each channel over bytes whose last axis is the channel. */
function channelMoments(pixels: Uint8Array, channels: number): { mean: number; deviation: number }[] {
  const perChannel = pixels.length / channels;
  return Array.from({ length: channels }, (_, channel) => {
    let sum = 0;
    let squares = 0;
    for (let i = channel; i < pixels.length; i += channels) {
      const value = pixels[i] as number;
      sum += value;
      squares += value * value;
    }
    const mean = sum / perChannel;
    return { mean, deviation: Math.sqrt(squares / perChannel - mean * mean) };
  });
}

function toSplit(images: Images, moments: { mean: number; deviation: number }[]): Split {
  const x = new Float32Array(images.pixels.length);
  moments.forEach(({ mean, deviation }, channel) => {
    for (let i = channel; i < x.length; i += moments.length) x[i] = ((images.pixels[i] as number) - mean) / deviation;
  });
  return { x, y: images.labels, count: images.labels.length };
}

/** The first test images as RGBA; the sprites' order is class-balanced, so every class is among them. */
function pictureOf(manifest: SpriteManifest, test: Images): TaskPicture {
  const { imageWidth: width, imageHeight: height, channels, classes } = manifest;
  const pixels = new Uint8ClampedArray(PICTURE_IMAGES * width * height * 4).fill(255);
  for (let pixel = 0; pixel < PICTURE_IMAGES * width * height; pixel++) {
    pixels.set(test.pixels.subarray(pixel * channels, (pixel + 1) * channels), pixel * 4);
  }
  const indices = Array.from({ length: PICTURE_IMAGES }, (_, i) => i);
  const labels = indices.map((i) => test.labels[i] as number);
  return { kind: "images", width, height, classes, labels, indices, pixels };
}

function counter(report: ReportProgress, total: number): (sprite: Sprite) => void {
  let read = 0;
  return ({ file }) => {
    read += 1;
    report(read / total, `CIFAR-10: ${file}, ${read} of ${total} files`);
  };
}

/** CIFAR-10 (Krizhevsky 2009), each channel standardised with the chosen training images. Loads only the files needed. */
export const createCifar10: CreateTask = async (seed, { trainImages }, { readFile, report }) => {
  const { min, max } = TASK_OPTIONS.trainImages;
  if (!(Number.isInteger(trainImages) && trainImages >= min && trainImages <= max)) {
    throw new TaskError(
      `${trainImages} training images are out of range`,
      `Allowed: ${min} to ${max}, a whole number.`,
      "Set trainImages within that range.",
    );
  }
  report(0, "CIFAR-10: list of files");
  const manifest = await readJson(readFile, `${FOLDER}/manifest.json`, spriteManifestSchema);
  checkForm(manifest);
  const trainSprites = spritesFor(manifest, "train", trainImages);
  const testSprites = spritesFor(manifest, "test", TEST_IMAGES);
  const done = counter(report, trainSprites.length + testSprites.length);
  const train = await readImages(readFile, manifest, trainSprites, trainImages, done);
  const test = await readImages(readFile, manifest, testSprites, TEST_IMAGES, done);
  const moments = channelMoments(train.pixels, manifest.channels);
  return {
    inputShape: [manifest.imageHeight, manifest.imageWidth, manifest.channels],
    train: toSplit(train, moments),
    test: toSplit(test, moments),
    layers: LAYERS,
    loss: "softmaxCrossEntropy",
    initialParams: initialParams(seed, LAYERS),
    picture: pictureOf(manifest, test),
  };
};
