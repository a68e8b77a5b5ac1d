import { describe, expect, it } from "vitest";
import { bytesIn, changed, refusalOf } from "../../testing/archive/readSmallArchive";
import { archiveFiles, gzipped, gzippedTar, smallArchive, type TarFile } from "../../training/golden/smallArchive";

describe("a file that cannot be used", () => {
  const SOURCE = "from www.cs.toronto.edu/~kriz/cifar.html.";
  const python = (folder: string) => gzippedTar([{ name: `${folder}/meta`, body: "x" }]);

  it.each<[string, string, () => Promise<Uint8Array<ArrayBuffer>>, string, RegExp, string]>([
    [
      "the Python version",
      "cifar-100-python.tar.gz",
      () => python("cifar-100-python"),
      "cifar-100-python.tar.gz is the Python version of CIFAR-100",
      /read here is the binary version, cifar-100-binary\.tar\.gz/,
      `Take cifar-100-binary.tar.gz ${SOURCE}`,
    ],
    [
      "the Python version by another name",
      "data.tgz",
      () => python("cifar-10-batches-py"),
      "data.tgz is the Python version of CIFAR-10",
      /cifar-10-binary\.tar\.gz/,
      `Take cifar-10-binary.tar.gz ${SOURCE}`,
    ],
    [
      "the version for MATLAB",
      "cifar-10-matlab.tar.gz",
      () => python("cifar-10-batches-mat"),
      "cifar-10-matlab.tar.gz is the MATLAB version of CIFAR-10",
      /objects of MATLAB/,
      `Take cifar-10-binary.tar.gz ${SOURCE}`,
    ],
    [
      "an archive of something else",
      "photos.tar.gz",
      () =>
        gzippedTar([
          { name: "a.jpg", body: "x" },
          { name: "b.jpg", body: "y" },
        ]),
      "photos.tar.gz is not an archive of CIFAR-10 or CIFAR-100",
      /^It holds a\.jpg, b\.jpg\.$/,
      `Take cifar-10-binary.tar.gz or cifar-100-binary.tar.gz ${SOURCE}`,
    ],
    [
      "a large file of something else",
      "films.tar.gz",
      () => gzippedTar([{ name: "film.mp4", body: new Uint8Array(2 ** 20 + 1) }]),
      "films.tar.gz is not an archive of CIFAR-10 or CIFAR-100",
      /^It holds film\.mp4\.$/,
      `Take cifar-10-binary.tar.gz or cifar-100-binary.tar.gz ${SOURCE}`,
    ],
    [
      "a file that is not compressed",
      "cifar-100-binary.tar",
      async () => new Uint8Array(2000).fill(65),
      "cifar-100-binary.tar is not an archive of CIFAR-10 or CIFAR-100",
      /^Its first bytes are not those of gzip\.$/,
      `Take cifar-10-binary.tar.gz or cifar-100-binary.tar.gz ${SOURCE}`,
    ],
    [
      "an empty file",
      "cifar-100-binary.tar.gz",
      async () => new Uint8Array(),
      "cifar-100-binary.tar.gz is not an archive of CIFAR-10 or CIFAR-100",
      /^It is empty\.$/,
      `Take cifar-10-binary.tar.gz or cifar-100-binary.tar.gz ${SOURCE}`,
    ],
    [
      "compressed text",
      "words.gz",
      () => gzipped(new TextEncoder().encode("word ".repeat(1000))),
      "words.gz is not an archive of CIFAR-10 or CIFAR-100",
      /^Unpacked it is no tar archive\.$/,
      `Take cifar-10-binary.tar.gz or cifar-100-binary.tar.gz ${SOURCE}`,
    ],
  ])("%s is named, and the right file with it", async (_, name, bytes, title, detail, remedy) => {
    const error = await refusalOf(await bytes(), name);
    expect(error.title).toBe(title);
    expect(error.detail).toMatch(detail);
    expect(error.remedy).toBe(remedy);
  });

  it("an archive that is cut or damaged says how far it goes, and what the whole one has", async () => {
    const whole = await smallArchive("cifar100");
    for (const share of [0.02, 0.5, 0.9, 0.999]) {
      const error = await refusalOf(whole.slice(0, Math.floor(share * whole.length)));
      expect(error.title).toBe("cifar-100-binary.tar.gz is cut short or damaged");
      expect(error.detail).toMatch(
        /^Of its [\d,]+ bytes [\d,]+ could be unpacked; .*cifar-100-binary\.tar\.gz has 168,513,733\.$/,
      );
      expect(error.remedy).toMatch(/^Download it again/);
    }
    const broken = whole.slice();
    broken.fill(255, whole.length / 2, whole.length / 2 + 40);
    // what a damaged stream unpacks to may be read as images before its end is reached
    expect((await refusalOf(broken)).message).toMatch(/is cut short or damaged|train\.bin, image \d+: its/);
  });

  it("a tar that ends early inside a whole gzip is cut too", async () => {
    const tar = new Uint8Array(
      await new Response(
        new Blob([await smallArchive("cifar100")]).stream().pipeThrough(new DecompressionStream("gzip")),
      ).arrayBuffer(),
    );
    const error = await refusalOf(await gzipped(tar.slice(0, 100_000)));
    expect(error.title).toBe("cifar-100-binary.tar.gz is cut short or damaged");
  });

  it.each<[string, TarFile[], RegExp]>([
    ["a file is missing", changed("test.bin", () => null), /^It does not hold test\.bin\.$/],
    ["the names are missing", changed("fine_label_names.txt", () => null), /does not hold fine_label_names\.txt/],
    [
      "a class has fewer images",
      changed("train.bin", (body) => bytesIn(body).slice(0, -3074)),
      /^Every class must have as many images for training: class 93 has 1, class 0 has 2\.$/,
    ],
    [
      "a file ends within an image",
      changed("train.bin", (body) => bytesIn(body).slice(0, -1)),
      /^train\.bin has 614,799 bytes; wanted are 3,074 for each image, of at most 50,000\.$/,
    ],
    [
      "a class is out of range",
      changed("train.bin", (body) => bytesIn(body).fill(100, 3075, 3076)),
      /^train\.bin, image 2: its class is 100; allowed are 0 to 99\.$/,
    ],
    [
      "a coarse class is out of range",
      changed("test.bin", (body) => bytesIn(body).fill(20, 0, 1)),
      /^test\.bin, image 1: its coarse class is 20; allowed are 0 to 19\.$/,
    ],
    [
      "a class belongs to two coarse ones",
      changed("test.bin", (body) => bytesIn(body).fill(3, 0, 1)),
      /^test\.bin, image 1: its class 0 belongs to the coarse classes 0 and 3\.$/,
    ],
    [
      "a name is missing",
      changed("fine_label_names.txt", () => "apple\nbear\n"),
      /^fine_label_names\.txt must name 100 classes, each once; it has 2 names\.$/,
    ],
    ["there are no images", changed("train.bin", () => new Uint8Array()), /^It has no images for training\.$/],
  ])("is refused where %s", async (_, files, detail) => {
    const error = await refusalOf(await gzippedTar(files));
    expect(error.title).toBe("cifar-100-binary.tar.gz cannot be used as CIFAR-100");
    expect(error.detail).toMatch(detail);
    expect(error.remedy).toMatch(/^Take cifar-100-binary\.tar\.gz from/);
  });

  it("is refused where it holds both sets", async () => {
    const files = [
      ...archiveFiles("cifar100", { train: 1, test: 1 }),
      ...archiveFiles("cifar10", { train: 1, test: 1 }),
    ];
    expect((await refusalOf(await gzippedTar(files))).detail).toBe(
      "It holds test_batch.bin, of CIFAR-10, beside another set.",
    );
  });
});
