import { expect, test } from "vitest";
import { COLUMN_NAMES } from "../../config/tables/metrics";
import { testState } from "../testing/testState";
import { applyEvent } from "./applyEvent";
import { runLogOf } from "./runLog";

test("every row of every run is a line, by the columns' names, empty where nothing was measured", () => {
  const before = testState(["apo-p", "sgdm"]);
  const state = applyEvent(before, {
    type: "rows",
    experiment: "e1",
    step: 2,
    metaSteps: {},
    runs: [
      { run: "apo-p", columns: { step: [0, 1], trainLoss: [1, 0.5], fsd: [null, 0.25] } },
      { run: "sgdm", columns: { step: [0], trainLoss: [1] } },
    ],
  });
  const { name, text } = runLogOf(state);
  expect(name).toBe("apo-lab-sine-seed-7-step-2.csv");
  const [header, ...lines] = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  expect(header).toEqual(["run", "optimizer", ...COLUMN_NAMES]);
  const told = lines.map((cells) =>
    Object.fromEntries(cells.flatMap((cell, i) => (cell ? [[header?.[i], cell]] : []))),
  );
  expect(told).toEqual([
    { run: "apo-p", optimizer: "apo-p", step: "0", trainLoss: "1" },
    { run: "apo-p", optimizer: "apo-p", step: "1", trainLoss: "0.5", fsd: "0.25" },
    { run: "sgdm", optimizer: "sgdm", step: "0", trainLoss: "1" },
  ]);
});
