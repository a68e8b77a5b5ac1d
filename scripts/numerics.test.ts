import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { resolveExperiment } from "../src/config/experiment/resolveExperiment";
import { OPTIMIZER_IDS } from "../src/config/tables/optimizers";
import { GOLDEN_NAMES } from "../src/core/training/golden/golden";
import { PRESET_TOLERANCE, TOY_PRESETS } from "../src/core/training/golden/presetsApart";

const root = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const numerics = read("docs/numerics.md");

/** Lines of a paragraph run on: a title may be broken between two. */
const text = numerics.replace(/(?<![|\n])\n(?![|\n#])/g, " ");

/** Each path below `src` or `scripts` between backticks. */
const paths = [...new Set([...text.matchAll(/`((?:src|scripts)\/[^`]+)`/g)].map(([, path]) => path as string))];

/** Each `path`: "title". */
const titles = [...text.matchAll(/`((?:src|scripts)\/[^`]+)`: "([^"]+)"/g)].map(
  ([, path, title]) => [path as string, title as string] as const,
);

describe("docs/numerics.md", () => {
  it.each(OPTIMIZER_IDS)("has a heading for %s, a source and a table of tests", (id) => {
    const [, section = ""] = numerics.split(`\n### \`${id}\`: `);
    const [own = ""] = section.split(/\n###? /);
    expect(own).toMatch(/^\s*(\S.*)?Source: /m);
    expect(own).toMatch(/\n\| `src\/\S+\.test\.ts`: "/);
  });

  it("names tests enough to be read", () => {
    expect(paths.length).toBeGreaterThan(30);
    expect(titles.length).toBeGreaterThan(60);
  });

  it.each(paths)("names a path that exists: %s", (path) => {
    expect(existsSync(join(root, path))).toBe(true);
  });

  it.each(titles)("names a test of %s that it has: %s", (path, title) => {
    expect(read(path)).toContain(title);
  });

  it.each(["wasm", "webgpu"])(
    "has a row of golden differences on %s for every task and network, below its limit",
    (device) => {
      const [, rest = ""] = numerics.split(`<!-- golden-${device}:begin -->\n`);
      const [table = ""] = rest.split(`<!-- golden-${device}:end -->`);
      const rows = table.trimEnd().split("\n").slice(2);
      expect(rows.map((row) => row.split("|")[1]?.trim())).toEqual(GOLDEN_NAMES.map((name) => `\`${name}\``));
      const differences = rows.flatMap((row) => row.match(/\d\.\de[+-]\d+/g) ?? []);
      expect(differences.length).toBeGreaterThan(4 * rows.length);
      for (const difference of differences) expect(Number(difference)).toBeLessThan(device === "wasm" ? 1e-4 : 1e-3);
    },
  );

  it("has a row of every toy preset with each of its runs, and names those that leave the tolerance; docs/testing.md counts them", () => {
    const [, rest = ""] = numerics.split("<!-- golden-presets:begin -->\n");
    const rows = (rest.split("<!-- golden-presets:end -->")[0] ?? "")
      .trimEnd()
      .split("\n")
      .slice(2)
      .map((line) => line.split("|").map((cell) => cell.trim()));
    expect(rows.map(([, preset]) => preset)).toEqual(TOY_PRESETS.map(({ id }) => `\`${id}\``));
    let [all, beyond] = [0, 0];
    for (const [index, { experiment }] of TOY_PRESETS.entries()) {
      const [, , each = "", left = ""] = rows[index] ?? [];
      const runs = each.split(", ").map((text) => text.split(" "));
      expect(runs.map(([run]) => run)).toEqual(resolveExperiment(experiment).config.optimizers.map(({ run }) => run));
      const parted = runs.filter(([, largest]) => !(Number(largest) <= PRESET_TOLERANCE)).map(([run]) => run);
      const named = left === "none" ? [] : left.split(", ").map((text) => /^(\S+) from step \d+$/.exec(text)?.[1]);
      expect(named).toEqual(parted);
      all += runs.length;
      beyond += parted.length;
    }
    const counted = `1e-4 for ${all - beyond} of ${all} runs; each of the other ${beyond} from`;
    expect(read("docs/testing.md")).toContain(counted);
  });
});
