import { describe, expect, it } from "vitest";
import { changed, readInto, refusalOf } from "../../testing/archive/readSmallArchive";
import { ARCHIVE_CLASSES, endToEnd, madePixel, madeRecords } from "../../training/golden/madeImages";
import { archiveFiles, gzippedTar, smallArchive } from "../../training/golden/smallArchive";

describe("an archive in the official format", () => {
  it.each([
    ["cifar10", { train: 2, test: 3 }, [100, 30]],
    ["cifar100", { train: 2, test: 1 }, [200, 100]],
  ] as const)(
    "of %s is read with fewer images: one of each class in turn, colours beside each other",
    async (archive, perClass, counts) => {
      const { summary, sink } = await readInto(await smallArchive(archive, perClass), "mine.tar.gz");
      const { train, test, classes, ...rest } = summary;
      expect([train, test]).toEqual(counts);
      expect(rest).toEqual({ archive, file: "mine.tar.gz" });
      expect(classes).toEqual(Array.from({ length: ARCHIVE_CLASSES[archive] }, (_, i) => `class_${i}`));
      for (const split of ["train", "test"] as const) {
        const bytes = sink.bytesOf(split);
        const images = summary[split];
        expect(bytes.length).toBe(images * 3072);
        for (let image = 0; image < images; image++) {
          const label = image % classes.length;
          // five files of CIFAR-10 hold the same images
          const nth = Math.floor(image / classes.length) % perClass[split];
          for (const at of [0, 1, 33, 511, 1023])
            for (const channel of [0, 1, 2])
              expect(bytes[image * 3072 + at * 3 + channel]).toBe(madePixel(split, label, nth, channel, at) & 255);
        }
      }
    },
  );

  it("is read whatever the pieces it comes in, and says how far it is", async () => {
    const bytes = await smallArchive("cifar100");
    const { summary, reports } = await readInto(bytes);
    expect(summary.train).toBe(200);
    expect(reports.length).toBe(Math.ceil(bytes.length / 1009));
    expect(reports.map(([fraction]) => fraction)).toEqual(
      reports.map(([fraction]) => fraction).toSorted((a, b) => a - b),
    );
    expect(reports.at(-1)).toEqual([1, expect.stringMatching(/^cifar-100-binary\.tar\.gz: [\d.]+ MB of [\d.]+ MB$/)]);
  });

  it("may lie in another folder, or in none", async () => {
    for (const folder of ["./", "", "data/cifar/"]) {
      const files = archiveFiles("cifar100", { train: 1, test: 1 }).map(({ name, body }) => ({
        name: `${folder}${name.split("/").at(-1)}`,
        body,
      }));
      expect((await readInto(await gzippedTar(files))).summary).toMatchObject({ train: 100, test: 100 });
    }
  });

  it("ends each split at the official number of images", async () => {
    const files = changed("test.bin", () => endToEnd(madeRecords("cifar100", "test", 101)));
    const { detail } = await refusalOf(await gzippedTar(files));
    expect(detail).toBe("test.bin has 31,047,400 bytes; wanted are 3,074 for each image, of at most 10,000.");
  });
});
