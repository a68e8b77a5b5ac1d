import { expect, test } from "vitest";
import type { FittedRunModel } from "./fitSelectors";
import { imagesSummary, reconstructionSummary, reconstructionTable, surfaceSummary, surfaceTable } from "./fitWords";

const run = (name: string, values: readonly number[] | null): FittedRunModel => ({
  ...{ run: name, optimizer: "adam", name, token: "adam", variant: 0 },
  ...{ visibility: "shown", status: "running", message: null },
  prediction: values && { step: 3, values: Float32Array.from(values) },
});

/** 5 × 5 points from −2 to 2 and from 0 to 8; the value of each is its number over 100. */
const SURFACE = {
  kind: "surface",
  trainX: new Float32Array(0),
  trainLabels: new Uint8Array(0),
  bounds: [-2, 2, 0, 8] as [number, number, number, number],
  columns: 5,
  rows: 5,
} as const;
const NUMBERED = Array.from({ length: 25 }, (_, i) => i / 100);

test("a surface is told at nine points of its grid, for each run that has drawn one", () => {
  const runs = [
    run("Adam", NUMBERED),
    run("SGDm", null),
    run(
      "APO-P",
      NUMBERED.map((p) => p + 0.5),
    ),
  ];
  const { titles, rows } = surfaceTable({ picture: SURFACE, runs });
  expect(titles).toEqual(["x, y", "Adam", "APO-P"]);
  expect(rows.map(({ head }) => head)).toHaveLength(9);
  // second line from below, second point: row 1, column 1 of the grid
  expect(rows[0]).toMatchObject({ head: "-1.00, 2.00", cells: ["0.0600", "0.560"] });
  expect(rows[5]).toMatchObject({ head: "1.00, 4.00", cells: ["0.130", "0.630"] });
  expect(rows[8]).toMatchObject({ head: "1.00, 6.00", cells: ["0.180", "0.680"] });
  expect(surfaceTable({ picture: SURFACE, runs: [run("SGDm", null)] }).rows).toEqual([]);
});

test("a surface in words says over how much of the map class 1 is likelier", () => {
  const half = run("Adam", [0.4, 0.6, 0.5, 0.9]);
  expect(surfaceSummary([half, run("SGDm", null)], "at step 3")).toMatch(/likelier at step 3\. Adam: 50\.0 %\.$/);
  expect(surfaceSummary([run("SGDm", null)], null)).toContain("no run has drawn its surface yet");
});

test("classified images in words say how many each run has right", () => {
  const picture = {
    ...{ kind: "images" as const, width: 1, height: 1, classes: ["a", "b"], pixels: new Uint8ClampedArray(12) },
    ...{ labels: [0, 1, 1], indices: [0, 1, 2] },
  };
  const said = imagesSummary(picture, [run("Adam", [0, 1, 0])], "at step 3");
  expect(said).toBe("3 test images with their class, and how many each run has right at step 3. Adam: 2.");
});

test("reconstructions are told by the error of each image and run, and in words by that of those shown", () => {
  const picture = {
    ...{ kind: "reconstruction" as const, width: 2, height: 1, names: ["seven", "two"], indices: [0, 1] },
    inputs: Float32Array.of(0, 0, 1, 1),
  };
  const runs = [run("Adam", [0.3, 0.4, 1, 1]), run("SGDm", [0, 0, 0, 0])];
  const { titles, rows } = reconstructionTable({ picture, runs });
  expect(titles).toEqual(["test image", "Adam", "SGDm"]);
  // √((0.09 + 0.16)/2)
  expect(rows.map(({ head, cells }) => [head, ...cells])).toEqual([
    ["seven", "0.354", "0"],
    ["two", "0", "1.00"],
  ]);
  expect(reconstructionSummary(picture, runs, 1, "at step 3")).toMatch(/RMSE of Adam: 0\.354; SGDm: 0\.$/);
  expect(reconstructionSummary(picture, runs, 2, null)).toContain("no run has drawn them again yet");
});
