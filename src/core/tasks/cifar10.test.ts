import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { TASKS } from "../../config/tables/tasks";
import { allNumbers, type ByteInputs } from "../data/inputs";
import { TaskError } from "../taskError";
import { publicData, readPublicData } from "../testing/publicData";
import { madeArchive } from "../training/golden/madeArchive";
import { createCifar10 } from "./cifar10";
import type { TaskData } from "./task";

const create = (trainImages: number, changed: Record<string, Uint8Array> = {}) => {
  const { io, reports, read } = publicData(changed);
  return { task: createCifar10(7, { ...TASKS.cifar10.defaultOptions, trainImages }, io), reports, read };
};

/** Pixels [height, width, 3] of an 8-bit RGB PNG without interlace, by zlib and the filters of RFC 2083, section 6. */
function decodeRgb(png: Uint8Array): { width: number; pixels: Uint8Array } {
  const view = Buffer.from(png);
  const width = view.readUInt32BE(16);
  const height = view.readUInt32BE(20);
  expect([view[24], view[25], view[28]]).toEqual([8, 2, 0]);
  const parts: Buffer[] = [];
  for (let at = 8; at < view.length; at += 12 + view.readUInt32BE(at)) {
    if (view.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(view.subarray(at + 8, at + 8 + view.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const line = width * 3;
  const pixels = new Uint8Array(height * line);
  const pixel = (y: number, i: number) => (y < 0 || i < 0 ? 0 : (pixels[y * line + i] as number));
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)];
    for (let i = 0; i < line; i++) {
      const left = pixel(y, i - 3);
      const up = pixel(y - 1, i);
      const corner = i < 3 ? 0 : pixel(y - 1, i - 3);
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter as number] as number;
      pixels[y * line + i] = (raw[y * (line + 1) + 1 + i] as number) + predicted;
    }
  }
  return { width, pixels };
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(left + up - corner - value)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

describe("cifar10", () => {
  let task: TaskData;
  let reports: { fraction: number; detail: string }[];
  let read: string[];

  beforeAll(async () => {
    const made = create(2000);
    task = await made.task;
    reports = made.reports;
    read = made.read;
  });

  it("reads only the files it needs and reports each", () => {
    const files = ["train_0.png", "train_1.png", "test_0.png"];
    expect(read).toEqual(["manifest.json", ...files].map((file) => `cifar10/${file}`));
    expect(reports.map(({ fraction }) => fraction)).toEqual([0, 1 / 3, 2 / 3, 1]);
    expect(reports[2]?.detail).toContain("train_1.png, 2 of 3 files");
  });

  it("is balanced: 200 training and 100 test images of each class", () => {
    const counts = (labels: ArrayLike<number>) =>
      Array.from({ length: 10 }, (_, label) => Array.from(labels).filter((other) => other === label).length);
    expect(counts(task.train.y)).toEqual(Array(10).fill(200));
    expect(counts(task.test.y)).toEqual(Array(10).fill(100));
  });

  it("standardises each channel with the training images alone", () => {
    const [train, test] = [allNumbers(task.train.x), allNumbers(task.test.x)];
    for (let channel = 0; channel < 3; channel++) {
      let sum = 0;
      let squares = 0;
      for (let i = channel; i < train.length; i += 3) {
        sum += train[i] as number;
        squares += (train[i] as number) ** 2;
      }
      const count = train.length / 3;
      expect(Math.abs(sum / count)).toBeLessThan(1e-5); // float32 values
      expect(Math.abs(squares / count - 1)).toBeLessThan(1e-5);
      let testSum = 0;
      for (let i = channel; i < test.length; i += 3) testSum += test[i] as number;
      expect(Math.abs(testSum / (test.length / 3))).toBeGreaterThan(1e-5);
    }
  });

  it("shows twelve test images, every class among them", () => {
    if (task.picture.kind !== "images") throw new Error(`The picture is ${task.picture.kind}.`);
    const { indices, labels, pixels, classes, width, height } = task.picture;
    expect([indices.length, width, height, pixels.length]).toEqual([12, 32, 32, 12 * 32 * 32 * 4]);
    expect(new Set(labels).size).toBe(10);
    expect(labels).toEqual(indices.map((i) => task.test.y[i]));
    expect(classes[labels[3] as number]).toBe("cat");
  });

  it("has the first image of CIFAR-10's official test batch, a cat: its first pixel is 158, 112, 49", () => {
    if (task.picture.kind !== "images") throw new Error(`The picture is ${task.picture.kind}.`);
    // manifest.json: originalIndex of test_0.png is 0 at place 3; the values are those of test_batch.bin, record 0
    expect(Array.from(task.picture.pixels.subarray(3 * 4096, 3 * 4096 + 4))).toEqual([158, 112, 49, 255]);
  });

  it("agrees with a decoder of another make, byte for byte up to the standardisation", async () => {
    const train = allNumbers(task.train.x);
    const { width, pixels } = decodeRgb(await readPublicData("cifar10/train_1.png"));
    const at = (n: number, y: number, x: number, channel: number) =>
      pixels[((Math.floor(n / 40) * 32 + y) * width + (n % 40) * 32 + x) * 3 + channel] as number;
    const places = [0, 39, 40, 517, 999].flatMap((n) =>
      [0, 13, 31].flatMap((y) => [0, 7, 31].flatMap((x) => [0, 1, 2].map((channel) => ({ n, y, x, channel })))),
    );
    for (const channel of [0, 1, 2]) {
      const pairs = places
        .filter((place) => place.channel === channel)
        .map(({ n, y, x }) => ({
          byte: at(n, y, x, channel),
          ours: train[(((1000 + n) * 32 + y) * 32 + x) * 3 + channel] as number,
        }));
      const [low, high] = [
        pairs.reduce((a, b) => (a.byte < b.byte ? a : b)),
        pairs.reduce((a, b) => (a.byte > b.byte ? a : b)),
      ];
      const deviation = (high.byte - low.byte) / (high.ours - low.ours);
      expect(deviation).toBeGreaterThan(50); // CIFAR-10's channels have standard deviations of 62 to 67
      expect(deviation).toBeLessThan(80);
      for (const { byte, ours } of pairs)
        expect(Math.abs(low.byte + (ours - low.ours) * deviation - byte)).toBeLessThan(0.01);
    }
  });

  it("takes a part of a sprite", async () => {
    const { task: made, read: files } = create(1500);
    const part = await made;
    expect(files).toContain("cifar10/train_1.png");
    expect(part.train.count).toBe(1500);
    expect(Array.from(part.train.y)).toEqual(Array.from(task.train.y.subarray(0, 1500)));
  });

  it.each([499, 1000.5])("refuses %d training images by name", async (count) => {
    await expect(create(count).task).rejects.toThrow(/training images .* 500 to 5000/);
  });

  it.each([50_001, 5000.5])("refuses %d training images by name, archive or not", async (count) => {
    await expect(create(count).task).rejects.toThrow(/training images .* 500 to 50000/);
  });

  it("takes more than ship from the archive, and names it where it is not here", async () => {
    await expect(create(5001).task).rejects.toThrow(/5001 training images are more .* cifar-10-binary\.tar\.gz/);
    const archive = madeArchive("cifar10", { train: 520, test: 101 });
    const io = { ...publicData().io, archive };
    const options = { ...TASKS.cifar10.defaultOptions, trainImages: 5150 };
    const { train, test } = await createCifar10(7, options, io);
    expect([train.count, test.count]).toEqual([5150, 1000]);
    expect(Array.from(train.y.slice(0, 12))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
    expect((train.x as ByteInputs).bytes.length).toBe(5150 * 3072);
    const all = await createCifar10(7, { ...options, trainImages: 50_000 }, io);
    expect(all.train.count).toBe(5200); // all that it has
  });
});

describe("a damaged file of cifar10", () => {
  const path = "cifar10/train_0.png";

  /** The committed file with one change. */
  async function damaged(change: (bytes: Uint8Array) => Uint8Array, file = path) {
    return { [file]: change(new Uint8Array(await readPublicData(file))) };
  }
  const manifestWith = (change: (manifest: { sprites: { labels: string }[] }) => unknown) =>
    damaged((bytes) => {
      const manifest = JSON.parse(new TextDecoder().decode(bytes));
      return new TextEncoder().encode(JSON.stringify(change(manifest) ?? manifest));
    }, "cifar10/manifest.json");

  it.each<[string, () => Promise<Record<string, Uint8Array>>, RegExp]>([
    [
      "a page in its place",
      () => damaged(() => new TextEncoder().encode("<!doctype html>")),
      /train_0\.png .* not a PNG/,
    ],
    ["an empty file", () => damaged(() => new Uint8Array()), /train_0\.png .* not a PNG/],
    ["a short file", () => damaged((bytes) => bytes.subarray(0, 5000)), /train_0\.png .* has 5000 bytes; .* 2163607/],
    [
      "one byte of image data changed",
      () => damaged((bytes) => bytes.fill((bytes[1_000_000] as number) ^ 1, 1_000_000, 1_000_001)),
      /train_0\.png .* does not decode/,
    ],
    ["another image of the same length", otherImage, /train_0\.png .* 1×1 .* 1280×800/],
    [
      "a manifest that is no JSON",
      () => damaged(() => new Uint8Array([123]), "cifar10/manifest.json"),
      /manifest\.json .* not JSON/,
    ],
    ["a manifest without sprites", () => manifestWith(() => ({ classes: [] })), /manifest\.json .* form at classes/],
    [
      "a manifest with a label missing",
      () =>
        manifestWith((manifest) => ({ ...manifest, sprites: manifest.sprites.map((s) => ({ ...s, labels: "0" })) })),
      /manifest\.json .* has 1 labels for 1000 images/,
    ],
    [
      "a manifest of smaller images",
      () => manifestWith((manifest) => ({ ...manifest, imageWidth: 28 })),
      /manifest\.json .* 28×32/,
    ],
    [
      "a manifest with too few images",
      () => manifestWith((manifest) => ({ ...manifest, sprites: manifest.sprites.slice(-1) })),
      /500 train images are more than .* has 0/,
    ],
  ])("is named: %s", async (_, change, message) => {
    const error = await create(500, await change()).task.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TaskError);
    expect((error as TaskError).message).toMatch(message);
    expect((error as TaskError).remedy).toMatch(/put its files there anew|Ask for at most/);
  });

  it("is named where it is missing, with the reason", async () => {
    const { io } = publicData();
    const readFile = async (file: string) => {
      if (file === path) throw new Error("the server answered 404");
      return io.readFile(file);
    };
    const made = createCifar10(7, { ...TASKS.cifar10.defaultOptions, trainImages: 500 }, { ...io, readFile });
    await expect(made).rejects.toThrow(/data\/cifar10\/train_0\.png cannot be read\. .*404.*put its files there anew/);
  });

  /** A valid 1×1 PNG, padded to the length that the manifest expects. */
  async function otherImage() {
    const { encode } = await import("fast-png");
    const png = encode({ width: 1, height: 1, data: new Uint8Array([1, 2, 3]), channels: 3 });
    return damaged((bytes) => {
      const padded = new Uint8Array(bytes.length);
      padded.set(png);
      return padded;
    });
  }
});
