import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { DATA, listDataFiles, readChecksums, sha256 } from "./checksums.mjs";

interface Manifest {
  classes: string[];
  imageWidth: number;
  imageHeight: number;
  channels: number;
  columns: number;
  sprites: {
    file: string;
    split: "train" | "test";
    count: number;
    bytes: number;
    sha256: string;
    labels: string;
    originalIndex: number[];
  }[];
}

const checksums = readChecksums();

describe("the data in public/data", () => {
  it("is listed in SHA256SUMS, file for file", () => {
    expect(listDataFiles()).toEqual([...checksums.keys()]);
  });

  it.each([...checksums])("holds %s as it was committed", (path, sum) => {
    expect(sha256(readFileSync(join(DATA, path)))).toBe(sum);
  });
});

describe.each(["cifar10", "mnist", "fashion-mnist"])("the manifest of %s", (folder) => {
  const manifest = JSON.parse(readFileSync(join(DATA, folder, "manifest.json"), "utf8")) as Manifest;

  it("offers 5,000 training and 1,000 test images of ten classes", () => {
    const count = (split: string) =>
      manifest.sprites.filter((sprite) => sprite.split === split).reduce((sum, sprite) => sum + sprite.count, 0);
    expect(manifest.classes).toHaveLength(10);
    expect([count("train"), count("test")]).toEqual([5000, 1000]);
  });

  it.each(manifest.sprites)("describes $file: size, checksum, and a label and an index per image", (sprite) => {
    const path = join(DATA, folder, sprite.file);
    expect(statSync(path).size).toBe(sprite.bytes);
    expect(checksums.get(`${folder}/${sprite.file}`)).toBe(sprite.sha256);
    expect(sprite.labels).toMatch(/^\d+$/);
    expect(sprite.labels).toHaveLength(sprite.count);
    expect(new Set(sprite.originalIndex).size).toBe(sprite.count);
    const { width, height, channels } = decode(readFileSync(path));
    const rows = Math.ceil(sprite.count / manifest.columns);
    expect([width, height, channels]).toEqual([
      manifest.columns * manifest.imageWidth,
      rows * manifest.imageHeight,
      manifest.channels,
    ]);
  });

  it("takes the classes in turn, so that any first 10k images are balanced", () => {
    const inTurn = (count: number) => Array.from({ length: count }, (_, i) => i % 10).join("");
    for (const { file, labels, count } of manifest.sprites) expect(labels, file).toBe(inTurn(count));
  });

  it("uses no image twice within a split", () => {
    for (const split of ["train", "test"]) {
      const indices = manifest.sprites.filter((sprite) => sprite.split === split).flatMap((s) => s.originalIndex);
      expect(new Set(indices).size, split).toBe(indices.length);
    }
  });
});

describe("the table of cars", () => {
  it("has 406 rows, of which 8 lack miles per gallon and 6 horsepower", () => {
    const rows = JSON.parse(readFileSync(join(DATA, "cars/cars.json"), "utf8")) as Record<string, unknown>[];
    const gaps = (name: string) => rows.filter((row) => row[name] === null).length;
    expect([rows.length, gaps("Miles_per_Gallon"), gaps("Horsepower")]).toEqual([406, 8, 6]);
  });
});

describe("the English and German texts", () => {
  const folder = join(DATA, "translation");
  const lines = readFileSync(join(folder, "en-de.tsv"), "utf8").trimEnd().split("\n");
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
    pairs: Record<string, number>;
    files: Record<string, { bytes: number; sha256: string }>;
  };

  it("are as many in each split as the manifest says, each a text and its translation", () => {
    const [head, ...rows] = lines.map((line) => line.split("\t"));
    expect(head).toEqual(["split", "source", "target"]);
    const count = (split: string) => rows.filter((row) => row[0] === split && row.length === 3).length;
    const { all, ...splits } = manifest.pairs;
    expect(rows).toHaveLength(all ?? 0);
    expect(Object.fromEntries(Object.keys(splits).map((split) => [split, count(split)]))).toEqual(splits);
    expect(splits).toEqual({ train: 10_895, validation: 500, test: 500 });
  });

  it("keep the notice of their licence beside them, and in NOTICE", () => {
    expect(Object.keys(manifest.files)).toEqual(["en-de.tsv", "LICENSE.txt", "bpe-en.json", "bpe-de.json"]);
    for (const [file, { bytes, sha256: sum }] of Object.entries(manifest.files)) {
      expect(statSync(join(folder, file)).size, file).toBe(bytes);
      expect(checksums.get(`translation/${file}`), file).toBe(sum);
    }
    expect(readFileSync(join(folder, "LICENSE.txt"), "utf8")).toContain("Mozilla Public License, v. 2.0");
    const notice = readFileSync(join(DATA, "../../NOTICE"), "utf8");
    expect(notice).toMatch(/public\/data\/translation[\s\S]+Mozilla Public License, v\. 2\.0/);
  });
});
