import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readBuiltPage } from "./builtPage.mjs";
import { checkSizes, describeSize } from "./checkSizes.mjs";

/** Bytes that gzip cannot make fewer, as a comment: so many thousand. */
const noise = (kB: number) => `/*${randomBytes(kB * 1000).toString("hex")}*/`;

/** A page of an entry (1 KB), what it imports (2 KB) and asks for (3 KB, and 1 KB on demand), a worker of 4 KB and styles of 1 KB. */
const FILES = {
  "index.html": '<script src="./assets/index-AAAAAAAA.js"></script><link href="./assets/index-DDDDDDDD.css">',
  "assets/index-AAAAAAAA.js": `import"./base-BBB_BB-B.js";import("./lab-CCCCCCCC.js")${noise(1)}`,
  "assets/base-BBB_BB-B.js": noise(2),
  "assets/lab-CCCCCCCC.js": `import"./base-BBB_BB-B.js";import("./view-GGGGGGGG.js");new Worker("assets/train.worker-EEEEEEEE.js")${noise(3)}`,
  "assets/view-GGGGGGGG.js": noise(1),
  "assets/train.worker-EEEEEEEE.js": noise(4),
  "assets/index-DDDDDDDD.css": noise(1),
};
const SCRIPTS = ["index.js", "lab.js"];
const CHUNKS = { "index.js": 2, "base.js": 2, "lab.js": 3, "view.js": 1, "train.worker.js": 4, "index.css": 1 };

let dist = "";
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "sizes-"));
  mkdirSync(join(dist, "assets"));
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(dist, file), text);
});
afterEach(() => rmSync(dist, { recursive: true }));

/** What is not kept of budgets that have half a KB to spare, changed by a test. */
function broken(change: { page?: number; chunks?: Record<string, number> } = {}): string[] {
  const withRoom = Object.fromEntries(Object.entries(CHUNKS).map(([name, kB]) => [name, kB + 0.5]));
  const budgets = { page: 7, scripts: SCRIPTS, ...change, chunks: { ...withRoom, ...change.chunks } };
  return checkSizes(readBuiltPage(dist), budgets)
    .filter(({ ok }) => !ok)
    .map(describeSize);
}

describe("size budgets", () => {
  it("are kept by a build that is under each", () => {
    expect(broken()).toEqual([]);
  });

  it("count the scripts that are listed and what they import, but neither what is asked for later nor workers nor styles", () => {
    const [all] = checkSizes(readBuiltPage(dist), { page: 7, scripts: SCRIPTS, chunks: CHUNKS });
    expect(all?.kB).toBeGreaterThan(6); // 1 + 2 + 3
    expect(all?.kB).toBeLessThan(7);
    expect(broken({ page: 6 })).toEqual([
      expect.stringMatching(/^all script before Play: 6\.\d KB gzip, over its budget of 6\./),
    ]);
  });

  it("name a script that is listed, but not built", () => {
    rmSync(join(dist, "assets/lab-CCCCCCCC.js"));
    expect(() => broken()).toThrow(/lab\.js of BEFORE_PLAY is not built/);
  });

  it("fail where one chunk is over its own", () => {
    expect(broken({ chunks: { "train.worker.js": 3 } })).toEqual([
      expect.stringMatching(/^train\.worker\.js: 4\.\d KB gzip, over its budget of 3\./),
    ]);
  });

  it("hold the script that other pages load by its name, and do not count it as the page's", () => {
    writeFileSync(join(dist, "element.js"), noise(5));
    expect(broken({ chunks: { "element.js": 5.5 } })).toEqual([]);
    expect(broken({ chunks: { "element.js": 4 } })).toHaveLength(1);
  });

  it("fail on a chunk that nobody listed", () => {
    writeFileSync(join(dist, "assets/stray-FFFFFFFF.js"), noise(1));
    expect(broken()).toEqual([expect.stringMatching(/^stray\.js: 1\.\d KB gzip, and no budget\./)]);
  });

  it("fail on a line without a chunk", () => {
    expect(broken({ chunks: { "gone.js": 1 } })).toEqual([
      expect.stringContaining("gone.js: has a budget, but is not built"),
    ]);
  });
});
