import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { specFiles } from "./specFiles.mjs";

it("browser tests of folders are among them, the largest first, those of other engines are not", () => {
  const folder = mkdtempSync(join(tmpdir(), "specs-"));
  try {
    const files = { "race.spec.ts": 3, "german/page.spec.ts": 9, "engines/lab.spec.ts": 5, "race.ts": 20 };
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), " ".repeat(bytes));
    }
    expect(specFiles(folder)).toEqual(["german/page.spec.ts", "race.spec.ts"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("the tests of the page in German are run", () => {
  expect(specFiles("e2e")).toEqual(expect.arrayContaining(["german/germanWhole.spec.ts", "german.spec.ts"]));
});
