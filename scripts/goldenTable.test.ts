import { expect, it } from "vitest";
import { goldenTable, presetTable } from "./goldenTable.mjs";

it("turns the printed differences of each task into a row, whatever else and whatever colours are printed", () => {
  const output = [
    "stdout | golden.browser.test.ts",
    "\u001b[22m\u001b[39msine, WebGPU against cpu: sgdm 6.3e-7, adam 2.5e-6",
    "deep-linear, WebGPU against cpu: sgdm 1.8e-6, adam 2.1e-7",
    "translation, WebGPU against cpu: adam 3.1e-7",
  ].join("\n");
  expect(goldenTable(output).split("\n")).toEqual([
    "| task | sgdm | adam |",
    "| --- | --- | --- |",
    "| `sine` | 6.3e-7 | 2.5e-6 |",
    "| `deep-linear` | 1.8e-6 | 2.1e-7 |",
    "| `translation` | – | 3.1e-7 |",
  ]);
  expect(goldenTable("nothing of the kind")).toBe("");
});

it("turns what the presets printed into a row each, with the steps from which a run is beyond the tolerance", () => {
  const output = [
    "closed-form, WebGPU against cpu, 200 steps: apo-p 1.1e-7, sgd 1.2e-7",
    "\u001b[39mapo-loses, WebGPU against cpu, 200 steps: apo-p 3.1e-7, kfac 1.8e-2 from step 31",
  ].join("\n");
  expect(presetTable(output).split("\n").slice(2)).toEqual([
    "| `closed-form` | apo-p 1.1e-7, sgd 1.2e-7 | none |",
    "| `apo-loses` | apo-p 3.1e-7, kfac 1.8e-2 | kfac from step 31 |",
  ]);
  expect(presetTable("nothing of the kind")).toBe("");
});
