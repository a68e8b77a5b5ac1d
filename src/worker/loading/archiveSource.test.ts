import { expect, it } from "vitest";
import type { ArchiveFile } from "../../protocol/messages";
import { sourceOf } from "./archiveSource";

const summary = { archive: "cifar100", file: "a.tar.gz", classes: ["a", "b"], train: 4, test: 2 } as const;
const blobOf = (images: number) =>
  new Blob([Uint8Array.from({ length: 3072 * images }, (_, i) => Math.floor(i / 3072))]);
const file: ArchiveFile = { id: "1", summary, train: blobOf(4), test: blobOf(2) };

it("gives as many images of a split as are asked for, and reads no more", async () => {
  const source = sourceOf(file);
  expect(source.summary).toBe(summary);
  const bytes = await source.read("train", 3);
  expect([bytes.length, bytes[0], bytes[3071], bytes[3072], bytes.at(-1)]).toEqual([3 * 3072, 0, 0, 1, 2]);
  expect(await source.read("test", 2)).toHaveLength(2 * 3072);
});

it("reads a large split page by page, to the same bytes", async () => {
  const all = Uint8Array.from({ length: 3072 * 1201 }, (_, i) => (i * 7 + (i >> 9)) % 251);
  const bytes = new Blob([all]);
  const asked: number[] = [];
  const train = {
    slice(from: number, to: number) {
      asked.push(to - from);
      return bytes.slice(from, to);
    },
  } as Blob;
  const read = await sourceOf({ ...file, train }).read("train", 1200);
  expect(Buffer.compare(read, all.subarray(0, 3072 * 1200))).toBe(0);
  expect(asked).toEqual([3072 * 500, 3072 * 500, 3072 * 200]);
});

it("names the archive and the way on where its images are gone", async () => {
  const gone = { slice: () => ({ arrayBuffer: () => Promise.reject(new Error("The file is gone.")) }) };
  await expect(sourceOf({ ...file, train: gone as unknown as Blob }).read("train", 1)).rejects.toMatchObject({
    title: "The archive of CIFAR-100 cannot be read any more",
    detail: "The file is gone. It may have been deleted in another tab.",
    remedy: "Drop cifar-100-binary.tar.gz again.",
  });
});
