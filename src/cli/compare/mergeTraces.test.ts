import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { DataError } from "../exitCodes";
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
