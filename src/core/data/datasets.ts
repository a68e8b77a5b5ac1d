import type * as dataFiles from "../../config/tables/dataFiles";
import { TaskError } from "../taskError";
import { fetchReader } from "./fetchReader";
import type { ReadFile } from "./readFile";

/** A schema of `config/tables/dataFiles.ts`, as far as reading needs it. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
}

/** A file of public/data by the name that it has on a site and in the project alike. */
const nameOf = (path: string) => `data/${path}`;

/** A remedy for visitors of a site, who can only ask again, and for who keeps the files. */
function restore(path: string): string {
  return `Try again. If it stays, ${nameOf(path)} is missing or damaged where APO Lab is served from: whoever runs the site can put its files there anew.`;
}

/** A file that was read but cannot be used. */
export function corruptFile(path: string, detail: string, cause?: unknown): TaskError {
  return new TaskError(`${nameOf(path)} cannot be used`, detail, restore(path), { cause });
}

/** Bytes of a file of public/data. Throws `TaskError` when it cannot be read. */
async function readBytes(readFile: ReadFile, path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TaskError(`${nameOf(path)} cannot be read`, `Reading it failed: ${reason}.`, restore(path), {
      cause,
    });
  }
}

const decodeUtf8 = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** A file of public/data as text. Throws `TaskError` where it is no UTF-8. */
export async function readText(readFile: ReadFile, path: string): Promise<string> {
  const bytes = await readBytes(readFile, path);
  try {
    return decodeUtf8(bytes);
  } catch (cause) {
    throw corruptFile(path, "It is not UTF-8 text.", cause);
  }
}

/**
 * A JSON file of public/data that fits its schema, which is fetched with it. Throws `TaskError` naming the first place that does
 * not fit.
 */
export async function readJson<T>(
  readFile: ReadFile,
  path: string,
  choose: (schemas: typeof dataFiles) => Schema<T>,
): Promise<T> {
  const [bytes, schemas] = await Promise.all([
    readBytes(readFile, path),
    fetchReader(nameOf(path), () => import("../../config/tables/dataFiles")),
  ]);
  let value: unknown;
  try {
    value = JSON.parse(decodeUtf8(bytes));
  } catch (cause) {
    throw corruptFile(path, "It is not JSON text.", cause);
  }
  const parsed = choose(schemas).safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue && issue.path.length > 0 ? issue.path.join(".") : "its top level";
  throw corruptFile(path, `It does not have the expected form at ${place}.`);
}

/**
 * Images of one sprite as bytes, row-major [count, height, width, channels]. Size, signature, checksums of the PNG and its
 * dimensions are checked against the manifest; throws `TaskError` naming the file.
 */
export async function readSprite(
  readFile: ReadFile,
  folder: string,
  manifest: dataFiles.SpriteManifest,
  sprite: dataFiles.Sprite,
): Promise<Uint8Array> {
  const path = `${folder}/${sprite.file}`;
  // with the first sprite, as most tasks have none
  const [bytes, { decode, hasPngSignature }] = await Promise.all([
    readBytes(readFile, path),
    fetchReader(nameOf(path), () => import("fast-png")),
  ]);
  if (!hasPngSignature(bytes.subarray(0, 8))) throw corruptFile(path, "It is not a PNG image.");
  if (bytes.length !== sprite.bytes) {
    throw corruptFile(path, `It has ${bytes.length} bytes; the manifest says ${sprite.bytes}.`);
  }
  if (sprite.labels.length !== sprite.count) {
    throw corruptFile(
      `${folder}/manifest.json`,
      `${sprite.file} has ${sprite.labels.length} labels for ${sprite.count} images.`,
    );
  }
  const png = pngOf(path, () => decode(bytes, { checkCrc: true }));
  const width = manifest.columns * manifest.imageWidth;
  const height = Math.ceil(sprite.count / manifest.columns) * manifest.imageHeight;
  if (png.width !== width || png.height !== height || png.channels !== manifest.channels || png.depth !== 8) {
    const found = `${png.width}×${png.height} with ${png.channels} channels of ${png.depth} bits`;
    throw corruptFile(path, `It is ${found}; the manifest says ${width}×${height} with ${manifest.channels} of 8.`);
  }
  return cutImages(png.data, manifest, sprite.count);
}

function pngOf<Png>(path: string, decode: () => Png): Png {
  try {
    return decode();
  } catch (cause) {
    throw corruptFile(path, "Its image data does not decode.", cause);
  }
}

/** Cuts a sprite's pixels [rows·height, columns·width, channels] into images [count, height, width, channels]. */
function cutImages(
  pixels: ArrayLike<number> & { subarray(from: number, to: number): ArrayLike<number> },
  manifest: dataFiles.SpriteManifest,
  count: number,
): Uint8Array {
  const { imageWidth, imageHeight, columns, channels } = manifest;
  const line = imageWidth * channels;
  const images = new Uint8Array(count * imageHeight * line);
  for (let n = 0; n < count; n++) {
    const row = Math.floor(n / columns);
    const column = n % columns;
    for (let y = 0; y < imageHeight; y++) {
      const from = ((row * imageHeight + y) * columns + column) * line;
      images.set(pixels.subarray(from, from + line), (n * imageHeight + y) * line);
    }
  }
  return images;
}
