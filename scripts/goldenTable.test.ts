import { expect, it } from "vitest";
import { goldenTable } from "./goldenTable.mjs";

it("turns the printed differences of each task into a row, whatever else and whatever colours are printed", () => {
  const output = [
    "stdout | golden.browser.test.ts",
    "\u001b[22m\u001b[39msine, WebGPU against cpu: sgdm 6.3e-7, adam 2.5e-6",
    "deep-linear, WebGPU against cpu: sgdm 1.8e-6, adam 2.1e-7",
  ].join("\n");
  expect(goldenTable(output).split("\n")).toEqual([
    "| task | sgdm | adam |",
    "| --- | --- | --- |",
    "| `sine` | 6.3e-7 | 2.5e-6 |",
    "| `deep-linear` | 1.8e-6 | 2.1e-7 |",
  ]);
  expect(goldenTable("nothing of the kind")).toBe("");
});
