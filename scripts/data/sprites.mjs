// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DATA, readChecksums, sha256, writeChecksums } from "./checksums.mjs";
import { encodePng } from "./encodePng.mjs";

/** Images of each class in one sprite, and tiles in its rows. */
const PER_SPRITE = 100;
const COLUMNS = 40;

/**
 * One chosen image: its class, its index in the official split, and where its pixels lie.
 * @typedef {{ label: number, index: number, pixels: Uint8Array, offset: number }} Image
 * @typedef {{ side: number, channels: 1 | 3 }} Form
 */

/**
 * The first images of every class in groups of one sprite each, the classes taken in turn (tile i has class i % classes), so
 * that any first tiles are balanced.
 * @param {Iterable<Image>} images in the official order
 * @param {number} classes
 * @param {number} perClass
 * @returns {Image[][]}
 */
export function groupByClass(images, classes, perClass) {
  const taken = Array.from({ length: classes }, () => /** @type {Image[]} */ ([]));
  for (const image of images) {
    const own = taken[image.label];
    if (own && own.length < perClass) own.push(image);
    if (taken.every((chosen) => chosen.length >= perClass)) break;
  }
  return Array.from({ length: perClass / PER_SPRITE }, (_, group) =>
    Array.from({ length: PER_SPRITE }, (_, nth) =>
      taken.map((chosen) => /** @type {Image} */ (chosen[group * PER_SPRITE + nth])),
    ).flat(),
  );
}

/**
 * A row-major grid of square tiles as a PNG.
 * @param {readonly Image[]} images
 * @param {Form} form
 */
function drawSprite(images, { side, channels }) {
  const width = COLUMNS * side;
  const height = Math.ceil(images.length / COLUMNS) * side;
  const data = new Uint8Array(width * height * channels);
  const line = side * channels;
  images.forEach(({ pixels, offset }, tile) => {
    const left = (tile % COLUMNS) * side;
    const top = Math.floor(tile / COLUMNS) * side;
    for (let y = 0; y < side; y++) {
      const row = pixels.subarray(offset + y * line, offset + (y + 1) * line);
      data.set(row, ((top + y) * width + left) * channels);
    }
  });
  return encodePng({ width, height, channels, data });
}

/**
 * Writes the sprites of all splits and their manifest to a folder of `public/data`.
 * @param {string} folder
 * @param {{ split: string, groups: Image[][] }[]} splits
 * @param {Form} form
 * @param {{ dataset: string, classes: readonly string[], source: object, cite: string }} about
 */
export function writeSprites(folder, splits, form, { dataset, classes, source, cite }) {
  mkdirSync(join(DATA, folder), { recursive: true });
  const sprites = splits.flatMap(({ split, groups }) =>
    groups.map((images, i) => {
      const file = `${split}_${i}.png`;
      const png = drawSprite(images, form);
      writeFileSync(join(DATA, folder, file), png);
      console.log(`${folder}/${file}: ${images.length} images, ${png.length} bytes`);
      const labels = images.map(({ label }) => label).join("");
      const originalIndex = images.map(({ index }) => index);
      return { file, split, count: images.length, bytes: png.length, sha256: sha256(png), labels, originalIndex };
    }),
  );
  const { side, channels } = form;
  const size = { imageWidth: side, imageHeight: side, channels, columns: COLUMNS };
  const manifest = { dataset, classes, ...size, source, cite, sprites };
  writeFileSync(join(DATA, folder, "manifest.json"), JSON.stringify(manifest));
}

/**
 * Says what of a folder is no longer byte for byte as committed, and then writes the checksums anew.
 * @param {string} folder
 */
export function tellChanges(folder) {
  const sums = [...readChecksums()].filter(([path]) => path.startsWith(`${folder}/`));
  const changed = sums.filter(([path, sum]) => sha256(readFileSync(join(DATA, path))) !== sum);
  if (sums.length > 0 && changed.length === 0) return console.log("All files are byte for byte the committed ones.");
  writeChecksums();
  const paths = sums.length === 0 ? `all of ${folder}` : changed.map(([path]) => path).join(", ");
  console.log(`Changed, with public/data/SHA256SUMS written anew: ${paths}`);
}
