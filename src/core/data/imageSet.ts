import type { Sprite, SpriteManifest } from "../../config/tables/dataFiles";
import { TASK_OPTIONS } from "../../config/tables/taskOptions";
import { TaskError } from "../taskError";
import { corruptFile, readJson, readSprite } from "./datasets";
import type { Bytes } from "./inputs";
import type { ReadFile, ReportProgress } from "./readFile";

/** Test images that every evaluation takes. */
export const TEST_IMAGES = 1000;

/** A folder of `public/data` with sprites of square images, ten classes of them. */
export interface ImageSource {
  folder: string;
  /** "CIFAR-10", for the progress bar. */
  name: string;
  side: number;
  channels: number;
}

export interface Images<Pixels extends Bytes = Uint8Array> {
  /** Row-major [count, height, width, channels]. */
  pixels: Pixels;
  labels: Int32Array;
}

/** The chosen training images and all test images, with what the manifest says of them. */
export interface ImageSet<Pixels extends Bytes = Bytes> {
  manifest: Pick<SpriteManifest, "classes" | "imageWidth" | "imageHeight" | "channels">;
  train: Images<Pixels>;
  test: Images;
}

function checkForm({ folder, side, channels }: ImageSource, manifest: SpriteManifest): void {
  const form = (classes: number, width: number, height: number, depth: number) =>
    `${classes} classes of ${width}×${height} images with ${depth} channel${depth === 1 ? "" : "s"}`;
  const found = form(manifest.classes.length, manifest.imageWidth, manifest.imageHeight, manifest.channels);
  const wanted = form(10, side, side, channels);
  if (found !== wanted)
    throw corruptFile(`${folder}/manifest.json`, `It lists ${found}; the network here takes ${wanted}.`);
}

function checkTrainImages(trainImages: number): void {
  const { min, max } = TASK_OPTIONS.trainImages;
  if (Number.isInteger(trainImages) && trainImages >= min && trainImages <= max) return;
  throw new TaskError(
    `${trainImages} training images are out of range`,
    `Allowed: ${min} to ${max}, a whole number.`,
    "Set trainImages within that range.",
  );
}

/** The first sprites of a split that hold `count` images. */
function spritesFor(folder: string, manifest: SpriteManifest, split: "train" | "test", count: number): Sprite[] {
  const chosen: Sprite[] = [];
  let held = 0;
  for (const sprite of manifest.sprites) {
    if (sprite.split !== split || held >= count) continue;
    chosen.push(sprite);
    held += sprite.count;
  }
  if (held >= count) return chosen;
  throw new TaskError(
    `${count} ${split} images are more than data/${folder} has`,
    `It has ${held}.`,
    `Ask for at most ${held}.`,
  );
}

/** Reads a set, only the files needed, and reports each. Throws `TaskError` naming the file or option. */
export async function readImageSet(
  source: ImageSource,
  trainImages: number,
  { readFile, report }: { readFile: ReadFile; report: ReportProgress },
): Promise<ImageSet<Uint8Array>> {
  checkTrainImages(trainImages);
  const { folder, name } = source;
  report(0, `${name}: list of files`);
  const manifest = await readJson(readFile, `${folder}/manifest.json`, (schemas) => schemas.spriteManifestSchema);
  checkForm(source, manifest);
  const trainSprites = spritesFor(folder, manifest, "train", trainImages);
  const testSprites = spritesFor(folder, manifest, "test", TEST_IMAGES);
  const total = trainSprites.length + testSprites.length;
  let files = 0;
  const read = async (sprites: Sprite[], count: number): Promise<Images> => {
    const size = manifest.imageWidth * manifest.imageHeight * manifest.channels;
    const pixels = new Uint8Array(count * size);
    const labels = new Int32Array(count);
    let filled = 0;
    for (const sprite of sprites) {
      const wanted = Math.min(sprite.count, count - filled);
      const images = await readSprite(readFile, folder, manifest, sprite);
      pixels.set(images.subarray(0, wanted * size), filled * size);
      for (let n = 0; n < wanted; n++) labels[filled + n] = Number(sprite.labels[n]);
      filled += wanted;
      files += 1;
      report(files / total, `${name}: ${sprite.file}, ${files} of ${total} files`);
    }
    return { pixels, labels };
  };
  return { manifest, train: await read(trainSprites, trainImages), test: await read(testSprites, TEST_IMAGES) };
}
