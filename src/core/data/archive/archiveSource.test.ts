import { expect, it } from "vitest";
import { type ArchiveSource, readArchiveSet } from "./archiveSource";

const summary = {
  archive: "cifar100" as const,
  file: "cifar-100-binary.tar.gz",
  classes: Array.from({ length: 100 }, (_, i) => `class_${i}`),
  train: 50_000,
  test: 10_000,
};

/** Bytes of a file, none of which is read here. */
const fileOf = (images: number) => ({
  length: 3072 * images,
  subarray: () => {
    throw new Error("Nothing is read before it is needed.");
  },
});

function sourceWith(open: ArchiveSource["open"]) {
  const read: string[] = [];
  const source: ArchiveSource = {
    summary,
    async read(split, images) {
      read.push(`${images} ${split}`);
      return new Uint8Array(3072 * images);
    },
    open,
  };
  return { source, read };
}

it("leaves more than some 20,000 images where they lie, and reads fewer", async () => {
  const { source, read } = sourceWith(async (_, images) => fileOf(images));
  const { train } = await readArchiveSet("cifar100", 21_846, source, () => {});
  expect(train.pixels).not.toBeInstanceOf(Uint8Array);
  expect([train.pixels.length, train.labels.length, train.labels.at(-1)]).toEqual([3072 * 21_846, 21_846, 45]);
  expect(read).toEqual(["1000 test"]);
  expect((await readArchiveSet("cifar100", 21_845, source, () => {})).train.pixels).toBeInstanceOf(Uint8Array);
  expect(read).toEqual(["1000 test", "21845 train", "1000 test"]);
});

it("reads them all where they cannot be read in time", async () => {
  const { source, read } = sourceWith(async () => null);
  expect((await readArchiveSet("cifar100", 50_000, source, () => {})).train.pixels.length).toBe(153_600_000);
  expect(read).toEqual(["50000 train", "1000 test"]);
});
