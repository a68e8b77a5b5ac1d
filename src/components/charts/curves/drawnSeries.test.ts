import { expect, test } from "vitest";
import type { ChartSeries } from "../../../store/charts/chartModels";
import { drawnSeries, namesWithGaps } from "./drawnSeries";

const line = (name: string, ...values: number[]): ChartSeries => {
  const points = values.map((y, step) => ({ step, x: step, y }));
  const identity = { run: name, optimizer: "sgd", name, token: "sgd", variant: 0 } as const;
  return {
    ...identity,
    visibility: "shown",
    status: "running",
    message: null,
    points,
    raw: null,
    last: points.at(-1) ?? null,
  };
};

test.each([
  ["log", ["zero", "negative"]],
  ["linear", []],
] as const)("on a %s axis the values of %j leave gaps, and are named", (scale, named) => {
  const drawn = drawnSeries([line("clean", 1, 0.5), line("zero", 1, 0), line("negative", -1, 2)], scale);
  expect(namesWithGaps(drawn)).toEqual(named);
});
