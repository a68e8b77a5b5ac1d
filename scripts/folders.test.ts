import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, it } from "vitest";

/** More files than this on one level are more than one topic. */
const MOST = 25;

const SRC = resolve(import.meta.dirname, "../src");

/** How many source files each folder has on its own level; tests are not counted, helpers of tests are. */
function filesByFolder(paths: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    if (!/\.tsx?$/.test(path) || /\.test\.tsx?$/.test(path)) continue;
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  }
  return counts;
}

it("no folder of src holds more than 25 source files on its own level", () => {
  const counts = filesByFolder(readdirSync(SRC, { recursive: true, encoding: "utf8" }));
  expect(counts.size).toBeGreaterThan(50);
  expect([...counts].filter(([, count]) => count > MOST)).toEqual([]);
});

it("counts a folder's own files, and neither its tests nor its folders", () => {
  const paths = ["a.ts", "b.tsx", "b.test.tsx", "a.css", "in/c.ts", "in/c.browser.test.ts"].map((path) =>
    join("room", path),
  );
  expect(Object.fromEntries(filesByFolder(paths))).toEqual({ room: 2, [join("room", "in")]: 1 });
});
