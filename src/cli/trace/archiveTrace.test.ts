import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gzippedTar, smallArchive } from "../../core/training/golden/smallArchive";
import { readTraceArgs, type TraceRequest } from "./traceArgs";
import { trainTrace } from "./trainTrace";

const FOLDER = mkdtempSync(join(tmpdir(), "apo-archive-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));
const pathOf = (name: string) => join(FOLDER, name);

beforeAll(async () => {
  // 6,000 and 800 training images: each more than its tests ask for
  for (const [archive, train] of [
    ["cifar10", 120],
    ["cifar100", 8],
  ] as const)
    writeFileSync(pathOf(`${archive}.tar.gz`), await smallArchive(archive, { train, test: 2 }));
  const whole = await smallArchive("cifar100");
  writeFileSync(pathOf("cut.tar.gz"), whole.slice(0, whole.length / 2));
  writeFileSync(pathOf("plain.tar.gz"), "no archive at all");
  writeFileSync(pathOf("python.tar.gz"), await gzippedTar([{ name: "cifar-100-python/meta", body: "x" }]));
}, 60_000);

const trace = (...args: string[]) =>
  trainTrace(
    readTraceArgs([
      ...args,
      "--optimizers",
      "sgdm",
      "--steps",
      "3",
      "--batch-size",
      "8",
      "--backend",
      "wasm",
    ]) as TraceRequest,
  );

describe("--archive", () => {
  it("trains cifar100 on the images of an archive, by size, the same for the same seed", async () => {
    const small = ["--task", "cifar100", "--archive", pathOf("cifar100.tar.gz")];
    const [first, second, part, augmented] = [
      await trace(...small),
      await trace(...small),
      await trace(...small, "--train-images", "600"),
      await trace(...small, "--augment", "on"),
    ];
    expect(first.config).toMatchObject({ task: "cifar100", taskOptions: { trainImages: 50_000, augment: "off" } });
    const losses = ({ runs }: typeof first) => runs[0]?.columns.trainLoss;
    expect(losses(first)?.every((loss) => (loss ?? 0) > 0)).toBe(true);
    expect(losses(second)).toEqual(losses(first));
    expect(losses(part)).not.toEqual(losses(first));
    expect(losses(augmented)).not.toEqual(losses(first));
  });

  it("trains cifar10 on more images than ship", async () => {
    const { config, runs } = await trace(
      ...["--task", "cifar10", "--train-images", "6000", "--archive", pathOf("cifar10.tar.gz")],
    );
    expect(config.taskOptions.trainImages).toBe(6000);
    expect(runs[0]?.columns.trainLoss).toHaveLength(3);
  });

  it.each<[string, string[], RegExp]>([
    [
      "the archive is left out",
      ["--task", "cifar100"],
      /archive of CIFAR-100 is wanted.*--archive cifar-100-binary\.tar\.gz/,
    ],
    [
      "more images than ship are asked for",
      ["--task", "cifar10", "--train-images", "5001"],
      /archive of CIFAR-10 is wanted.*5001 training images.*--archive cifar-10-binary\.tar\.gz/,
    ],
    [
      "it is that of the other set",
      ["--task", "cifar100", "--archive", pathOf("cifar10.tar.gz")],
      /archive of CIFAR-100 is wanted/,
    ],
    [
      "it is the Python version",
      ["--task", "cifar100", "--archive", pathOf("python.tar.gz")],
      /Python version of CIFAR-100/,
    ],
    ["it is cut", ["--task", "cifar100", "--archive", pathOf("cut.tar.gz")], /cut\.tar\.gz is cut short or damaged/],
    ["it is something else", ["--task", "cifar100", "--archive", pathOf("plain.tar.gz")], /is not an archive of CIFAR/],
    ["it is not there", ["--task", "cifar100", "--archive", pathOf("none.tar.gz")], /none\.tar\.gz cannot be read/],
    ["the task has none", ["--task", "sine", "--archive", pathOf("cifar100.tar.gz")], /task sine reads no archive/],
  ])("is asked for by name where %s", async (_, args, message) => {
    await expect((async () => trace(...args))()).rejects.toThrow(message);
  });
});
