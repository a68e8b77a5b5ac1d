import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digestSources, isUpToDate, recordBuild } from "./upToDate.mjs";

let root = "";

const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const remove = (path: string) => rmSync(join(root, path), { recursive: true });
const isFresh = () => isUpToDate(digestSources(root), root);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "apo-build-"));
  for (const path of ["index.html", "package-lock.json", "src/main.tsx", "src/core/random.ts", "public/data/a.png"])
    write(path, `content of ${path}`);
  write("dist/index.html", "page");
  write("dist/assets/lab-1.js", "script");
});

afterEach(() => rmSync(root, { recursive: true }));

describe("a build", () => {
  it("is up to date once it is recorded, also where a file was written again as it was", () => {
    expect(isFresh()).toBe(false);
    recordBuild(digestSources(root), root);
    expect(isFresh()).toBe(true);
    write("src/main.tsx", "content of src/main.tsx");
    write("e2e/smoke.spec.ts", "of no build");
    expect(isFresh()).toBe(true);
  });

  it.each<[what: string, change: () => void]>([
    ["a source that changed", () => write("src/core/random.ts", "other")],
    ["a source that is new", () => write("src/core/deep/new.ts", "")],
    ["a source that is gone", () => remove("src/core/random.ts")],
    [
      "a source that moved",
      () => [remove("src/core/random.ts"), write("src/random.ts", "content of src/core/random.ts")],
    ],
    ["a file of public that changed", () => write("public/data/a.png", "other")],
    ["other packages", () => write("package-lock.json", "{}")],
    ["another configuration", () => write("vite.config.ts", "export {}")],
    ["a built file that changed, as by another build", () => write("dist/assets/lab-1.js", "of another branch")],
    ["a built file that is gone", () => remove("dist/assets/lab-1.js")],
    ["no build at all", () => remove("dist")],
    ["a record that is none", () => write(".cache/build.json", "{")],
  ])("is not after %s", (_, change) => {
    recordBuild(digestSources(root), root);
    change();
    expect(isFresh()).toBe(false);
  });

  it("is not where a source changed while it was made", () => {
    const before = digestSources(root);
    write("src/main.tsx", "saved in the meantime");
    recordBuild(before, root);
    expect(isFresh()).toBe(false);
  });

  it("of this project has sources to digest", () => {
    expect(digestSources()).toMatch(/^[0-9a-f]{64}$/);
    expect(digestSources()).not.toBe(digestSources(join(root, "nowhere")));
  });
});
