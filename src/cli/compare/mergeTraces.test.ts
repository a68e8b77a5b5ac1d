import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { ConfigError } from "../../config/experiment/notes";
import { DataError } from "../exitCodes";
import { mergeCommand } from "./mergeCommand";
import { mergeFiles } from "./mergeTraces";

const FOLDER = mkdtempSync(join(tmpdir(), "apo-merge-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));

function part(name: string, run: string, seed = 7): string {
  const file = join(FOLDER, name);
  const config = { version: 1, task: "sine", seed, optimizers: [{ id: run, run }] };
  const runs = [{ run, columns: { step: [0], trainLoss: [seed] } }];
  writeFileSync(file, JSON.stringify({ format: "apo-trace/1", config, interventions: [{ run }], runs }));
  return file;
}

it("joins the runs of parts into one trace whose config has them all", () => {
  const packed = join(FOLDER, "b.json.gz");
  writeFileSync(packed, gzipSync(readFileSync(part("b.json", "adam"))));
  const whole = mergeFiles([part("a.json", "sgdm"), packed]);
  expect(whole.runs.map(({ run }) => run)).toEqual(["sgdm", "adam"]);
  expect(whole.config.optimizers.map(({ run }) => run)).toEqual(["sgdm", "adam"]);
  expect(whole.interventions).toEqual([{ run: "sgdm" }, { run: "adam" }]);
});

it("refuses parts of other experiments, runs of one name, and what is no trace", () => {
  const a = part("a.json", "sgdm");
  expect(() => mergeFiles([a, part("b.json", "adam", 8)])).toThrow(
    /b\.json is of another experiment.*seed is 8, in .*a\.json 7\./,
  );
  expect(() => mergeFiles([a, part("b.json", "sgdm")])).toThrow("The run sgdm is in two parts");
  expect(() => mergeFiles([a])).toThrow("There are 1 parts");
  writeFileSync(join(FOLDER, "c.json"), "{}");
  expect(() => mergeFiles([a, join(FOLDER, "c.json")])).toThrow(DataError);
  writeFileSync(join(FOLDER, "c.json"), JSON.stringify({ format: "apo-trace/1", config: {}, runs: [null] }));
  expect(() => mergeFiles([a, join(FOLDER, "c.json")])).toThrow("c.json is no trace");
  expect(() => mergeFiles([a, join(FOLDER, "none.json")])).toThrow(/Reason: ENOENT/);
});

it("writes the whole to the file of --out, and to none of the parts", () => {
  const [a, b, out] = [part("a.json", "sgdm"), part("b.json", "adam"), join(FOLDER, "whole.json")];
  const before = readFileSync(a, "utf8");
  const merge = (...argv: string[]) => mergeCommand(argv, "merge");
  expect(() => merge(a, b)).toThrow(ConfigError);
  expect(() => merge(a, b)).toThrow(/^--out is missing\..*Add --out whole\.json/);
  expect(() => merge(a, b, "--out", join(FOLDER, ".", "a.json"))).toThrow(/--out is .*a\.json, one of the parts/);
  expect(() => merge("--out", out, a)).toThrow("There are 1 parts");
  merge(a, "--out", out, b);
  expect(readFileSync(a, "utf8")).toBe(before);
  expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(mergeFiles([a, b]));
});
