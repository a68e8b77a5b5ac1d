import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { TASK_IDS, type TaskId } from "../../config/tables/taskIds";
import { TASKS } from "../../config/tables/tasks";
import { allNumbers } from "../data/inputs";
import { planGraph } from "../nn/graph/plan";
import { publicData } from "../testing/publicData";
import { CREATE_TASK } from "./registry";
import type { Split, TaskData } from "./task";

const create = (id: TaskId, seed: number) =>
  CREATE_TASK[id](seed, { ...TASKS[id].defaultOptions, trainImages: 500 }, publicData().io);
const product = (shape: readonly number[]) => shape.reduce((total, length) => total * length, 1);

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) => Buffer.from(buffer, byteOffset, byteLength);

/** Numbers that the last layer gives for an example, or for a token. */
function outputsOf({ layers }: TaskData): number {
  const last = layers.at(-1);
  return last?.kind === "dense" ? last.outputs : 0;
}

/** Bytes of each example as text. */
function rowsOf({ inputShape }: TaskData, split: Split): string[] {
  const size = product(inputShape);
  const x = allNumbers(split.x);
  return Array.from({ length: split.count }, (_, n) =>
    bytesOf(x.subarray(n * size, (n + 1) * size)).toString("latin1"),
  );
}

/** SHA-256 of every number of a task. */
function fingerprint({ train, test, initialParams, picture }: TaskData): string {
  const hash = createHash("sha256");
  for (const values of [allNumbers(train.x), train.y, allNumbers(test.x), test.y, ...initialParams])
    hash.update(bytesOf(values));
  for (const value of Object.values(picture)) hash.update(ArrayBuffer.isView(value) ? bytesOf(value) : String(value));
  return hash.digest("hex");
}

const COUNTS: Record<TaskId, [train: number, test: number]> = {
  sine: [256, 256],
  linear: [4096, 1024],
  "deep-linear": [1000, 250],
  spirals: [512, 512],
  cars: [314, 78], // 392 complete rows, four fifths and the rest
  cifar10: [500, 1000],
  cifar100: [500, 100], // of the made archive, all that it has
  "mnist-autoencoder": [500, 1000],
  mnist: [500, 1000],
  "fashion-mnist": [500, 1000],
  translation: [9610, 435], // those of at most 16 tokens a side
  csv: [80, 20],
};

describe.each(TASK_IDS)("the task %s", (id) => {
  let task: TaskData; // decoded once for what only reads it
  beforeAll(async () => {
    task = await create(id, 7);
  });

  it("is the same bits for the same seed, and others for another", async () => {
    const first = task;
    const [second, other] = await Promise.all([create(id, 7), create(id, 8)]);
    expect(fingerprint(second)).toBe(fingerprint(first));
    first.initialParams.forEach((weights, i) => {
      const isNorm = weights.every((weight, at) => weight === 1 - (at % 2)); // the identity for every seed
      if (!isNorm) expect(other.initialParams[i]).not.toEqual(weights);
    });
    // The images are the same for every seed.
    if (!TASKS[id].options.includes("trainImages"))
      expect(rowsOf(other, other.train)).not.toEqual(rowsOf(first, first.train));
  });

  it("has the shapes it promises", () => {
    expect([task.train.count, task.test.count]).toEqual(COUNTS[id]);
    for (const { x, y, count } of [task.train, task.test]) {
      expect(allNumbers(x).length).toBe(count * product(task.inputShape));
      const ofLoss = { softmaxCrossEntropy: 1, tokenCrossEntropy: task.sequences?.target };
      const perRow = { ...ofLoss, squaredError: outputsOf(task), sigmoidCrossEntropy: outputsOf(task) }[task.loss];
      expect(y.length).toBe(count * (perRow ?? 0));
    }
    expect(task.initialParams.map((weights) => weights.length)).toEqual(
      planGraph(task).flatMap(({ matrices }) => matrices.map(({ shape }) => product(shape))),
    );
    expect(task.initialParams.every((weights) => weights.every(Number.isFinite))).toBe(true);
    expect(task.picture.kind).toBe(TASKS[id].picture);
  });

  it("trains with the loss of its table, on targets that this loss is made for", () => {
    const { loss, train } = task;
    expect(loss).toBe(TASKS[id].loss);
    const outputs = outputsOf(task);
    const isClass = (y: number) => Number.isInteger(y) && y >= 0 && y < outputs;
    const isProbability = (y: number) => y >= 0 && y <= 1;
    const isLabelled = train.y instanceof Int32Array && train.y.every(isClass);
    // the targets of squared error are numbers of any sign
    const made = isLabelled
      ? task.sequences
        ? "tokenCrossEntropy"
        : "softmaxCrossEntropy"
      : train.y.every(isProbability)
        ? "sigmoidCrossEntropy"
        : "squaredError";
    expect(loss).toBe(made);
  });

  it("has layers that fit one into the next", () => {
    const planned = planGraph(task);
    planned.forEach(({ spec, inputShapes: [shape = []] }) => {
      if (spec.kind === "conv") expect(spec.channels).toBe(shape[2]);
      if (spec.kind === "dense") expect(spec.inputs).toBe(task.sequences ? shape.at(-1) : product(shape));
    });
    expect(planned.map(({ spec }) => spec)).toEqual(task.layers);
    expect(planned.at(-1)?.shape.at(-1)).toBe(outputsOf(task));
  });

  it("keeps train and test apart", () => {
    const train = new Set(rowsOf(task, task.train));
    expect(rowsOf(task, task.test).filter((row) => train.has(row))).toEqual([]);
  });

  it("fits its default batch", async () => {
    expect(COUNTS[id][0]).toBeGreaterThanOrEqual(TASKS[id].batchSize);
  });
});
