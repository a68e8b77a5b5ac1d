import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_TASK_OPTIONS, type TaskOptions } from "../../config/tables/taskOptions";
import { allNumbers } from "../data/inputs";
import { TaskError } from "../taskError";
import { publicData, readPublicData } from "../testing/publicData";
import { createFashionMnist, createMnist } from "./mnist";
import { createMnistAutoencoder } from "./mnistAutoencoder";
import type { Split, TaskData } from "./task";

const SETS = { mnist: createMnist, "fashion-mnist": createFashionMnist };
type SetName = keyof typeof SETS;

function create(name: SetName, options: Partial<TaskOptions> = {}, changed: Record<string, Uint8Array> = {}) {
  const { io, reports, read } = publicData(changed);
  const task = SETS[name](7, { ...DEFAULT_TASK_OPTIONS, trainImages: 500, ...options }, io);
  return { task, reports, read };
}

/** Bytes of one image [28, 28], from what was standardised: the least value of all is 0, the greatest 255. */
function bytesOf(split: Split, image: number): number[] {
  const x = allNumbers(split.x);
  const [low, high] = [x.reduce((a, b) => Math.min(a, b)), x.reduce((a, b) => Math.max(a, b))];
  const own = x.subarray(image * 784, (image + 1) * 784);
  return Array.from(own, (value) => Math.round((255 * (value - low)) / (high - low)));
}

const rowOf = (split: Split, image: number, row: number) => bytesOf(split, image).slice(28 * row, 28 * (row + 1));

const withoutZeros = (row: number[]) => row.slice(row.findIndex((byte) => byte > 0)).join(" ");

describe.each(Object.keys(SETS) as SetName[])("%s", (name) => {
  let task: TaskData;
  let made: ReturnType<typeof create>;

  beforeAll(async () => {
    made = create(name, { trainImages: 1500 });
    task = await made.task;
  });

  it("reads only the files it needs and reports each", () => {
    const files = ["manifest.json", "train_0.png", "train_1.png", "test_0.png"];
    expect(made.read).toEqual(files.map((file) => `${name}/${file}`));
    expect(made.reports.map(({ fraction }) => fraction)).toEqual([0, 1 / 3, 2 / 3, 1]);
    expect(made.reports[2]?.detail).toMatch(/MNIST: train_1\.png, 2 of 3 files/);
  });

  it("is balanced, its labels in turn: 150 training and 100 test images of each class", () => {
    for (const { y, count } of [task.train, task.test])
      expect(Array.from(y)).toEqual(Array.from({ length: count }, (_, i) => i % 10));
    expect([task.train.count, task.test.count]).toEqual([1500, 1000]);
  });

  it("is standardised with the training images alone", () => {
    const moments = (split: Split) => {
      const x = allNumbers(split.x);
      const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
      return [mean, x.reduce((sum, value) => sum + value * value, 0) / x.length];
    };
    const [mean = 1, square = 0] = moments(task.train);
    expect(Math.abs(mean)).toBeLessThan(1e-4); // float32 values
    expect(Math.abs(square - 1)).toBeLessThan(1e-4);
    expect(Math.abs(moments(task.test)[0] ?? 0)).toBeGreaterThan(1e-3);
  });

  it("shows twelve grey test images, every class among them", () => {
    if (task.picture.kind !== "images") throw new Error(`The picture is ${task.picture.kind}.`);
    const { pixels, labels, indices } = task.picture;
    expect(pixels).toHaveLength(12 * 28 * 28 * 4);
    expect(labels).toEqual(indices.map((i) => task.test.y[i]));
    expect(new Set(labels).size).toBe(10);
    const own = pixels.subarray(4 * 784 * 4, 5 * 784 * 4);
    expect(Array.from(own)).toEqual(bytesOf(task.test, 4).flatMap((byte) => [byte, byte, byte, 255]));
  });

  it("trains an MLP or LeNet-5 on the same data", async () => {
    const lenet = await create(name, { network: "lenet" }).task;
    const mlp = await create(name, { network: "mlp" }).task;
    expect(mlp.initialParams.map(({ length }) => length)).toEqual([785 * 100, 101 * 10]);
    const sizes = [6 * 26, 16 * 151, 120 * 257, 84 * 121, 10 * 85];
    expect(lenet.initialParams.map(({ length }) => length)).toEqual(sizes);
    expect(
      Buffer.compare(Buffer.from(allNumbers(lenet.train.x).buffer), Buffer.from(allNumbers(mlp.train.x).buffer)),
    ).toBe(0);
    expect(lenet.inputShape).toEqual([28, 28, 1]);
  });

  it.each([499, 5001])("refuses %d training images by name", async (trainImages) => {
    await expect(create(name, { trainImages }).task).rejects.toThrow(/training images .* 500 to 5000/);
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array, RegExp]>([
    ["a page in its place", () => new TextEncoder().encode("<!doctype html>"), /train_0\.png .* not a PNG/],
    ["a short file", (bytes) => bytes.subarray(0, 5000), /train_0\.png .* has 5000 bytes/],
    [
      "one byte of image data changed",
      (bytes) => bytes.fill((bytes[100_000] as number) ^ 1, 100_000, 100_001),
      /train_0\.png .* does not decode/,
    ],
  ])("names a damaged file: %s", async (_, change, message) => {
    const path = `${name}/train_0.png`;
    const changed = { [path]: change(new Uint8Array(await readPublicData(path))) };
    const error = await create(name, {}, changed).task.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TaskError);
    expect((error as TaskError).message).toMatch(message);
    expect((error as TaskError).message).toContain(`data/${name}/`);
  });

  it("names a missing file, with the reason", async () => {
    const { io } = publicData();
    const readFile = async (file: string) => {
      if (file.endsWith("test_0.png")) throw new Error("the server answered 404");
      return io.readFile(file);
    };
    await expect(SETS[name](7, { ...DEFAULT_TASK_OPTIONS, trainImages: 500 }, { ...io, readFile })).rejects.toThrow(
      new RegExp(`data/${name}/test_0\\.png cannot be read\\. .*404.*put its files there anew`),
    );
  });

  it("refuses images of colour, which its networks do not take", async () => {
    const path = `${name}/manifest.json`;
    const text = new TextDecoder().decode(await readPublicData(path)).replace('"channels":1', '"channels":3');
    const changed = { [path]: new TextEncoder().encode(text) };
    await expect(create(name, {}, changed).task).rejects.toThrow(/3 channels; .* 28×28 images with 1 channel\./);
  });
});

describe("the official images", () => {
  // Rows as they stand in the official IDX files; manifest.json has their places (`originalIndex` 0).
  it("of MNIST: the first training image, a five, and the first test image, a seven", async () => {
    const { train, test } = await create("mnist").task;
    expect(withoutZeros(rowOf(train, 5, 5))).toBe("3 18 18 18 126 136 175 26 166 255 247 127 0 0 0 0");
    expect(withoutZeros(rowOf(test, 7, 7))).toMatch(/^84 185 159 151 60 36 0/);
  });

  it("of Fashion-MNIST: the first training image, an ankle boot", async () => {
    const task = await create("fashion-mnist").task;
    expect(withoutZeros(rowOf(task.train, 9, 3))).toBe("1 0 0 13 73 0 0 1 4 0 0 0 0 1 1 0");
    if (task.picture.kind !== "images") throw new Error(`The picture is ${task.picture.kind}.`);
    expect(task.picture.classes[9]).toBe("ankle boot");
  });
});

describe("mnist-autoencoder", () => {
  it("takes the digits' pixels in [0, 1] both as inputs and as targets, and shows twelve of them", async () => {
    const { io } = publicData();
    const task = await createMnistAutoencoder(7, { ...DEFAULT_TASK_OPTIONS, trainImages: 500 }, io);
    const digits = await create("mnist").task;
    expect(task.loss).toBe("sigmoidCrossEntropy");
    for (const split of ["train", "test"] as const) {
      expect(task[split].y).toBe(allNumbers(task[split].x));
      expect(task[split].count).toBe(digits[split].count);
      const own = Array.from(allNumbers(task[split].x).subarray(784, 1568), (value) => Math.round(255 * value));
      expect(own).toEqual(bytesOf(digits[split], 1));
    }
    if (task.picture.kind !== "reconstruction") throw new Error(`The picture is ${task.picture.kind}.`);
    const { inputs, names, indices } = task.picture;
    expect([inputs.length, names.slice(8)]).toEqual([12 * 784, ["8", "9", "0", "1"]]);
    expect(Array.from(inputs.subarray(784 * 7, 784 * 8))).toEqual(
      Array.from(allNumbers(task.test.x).subarray(784 * (indices[7] ?? 0), 784 * ((indices[7] ?? 0) + 1))),
    );
    const sizes = [64 * 785, 16 * 65, 64 * 17, 784 * 65];
    expect(task.initialParams.map(({ length }) => length)).toEqual(sizes);
  });
});
