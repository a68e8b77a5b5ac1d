import { expect, test } from "vitest";
import { selectObjectiveChart } from "../../../store/charts/chartSelectors";
import { cell, rowOfStep } from "../../../store/experiment/columns";
import { counting, withRows } from "../../../store/testing/testRows";
import { testState } from "../../../store/testing/testState";
import { bandsOf } from "./objectiveBands";

test("the drawn bands stand on each other and reach up to the objective column, before and after a move of λ", () => {
  const float32 = (values: number[]) => values.map(Math.fround);
  const steps = counting(40);
  const objectiveLoss = float32(steps.map((step) => 1 / (1 + step)));
  const fsd = float32(steps.map((step) => 0.1 / (2 + step)));
  const wsd = float32(steps.map((step) => 0.03 * step));
  // As the worker sums them, in float32: λ_FSD 1 and λ_WSD 0, from step 20 on 0.3 and 0.01.
  const objective = steps.map((step) => {
    const [a, b] = step < 20 ? [1, 0] : [0.3, 0.01];
    const weighed = Math.fround(Math.fround(a) * (fsd[step] ?? 0));
    const costly = Math.fround(Math.fround(b) * (wsd[step] ?? 0));
    return Math.fround(Math.fround((objectiveLoss[step] ?? 0) + weighed) + costly);
  });
  const rows = withRows(testState(["apo-p"]), { "apo-p": { step: steps, objective, objectiveLoss, fsd, wsd } });
  const move = { step: 20, run: "apo-p", from: 0, gesture: 1 } as const;
  const state = {
    ...rows,
    interventions: [
      { ...move, name: "lambdaFsd" as const, value: 0.3 },
      { ...move, name: "lambdaWsd" as const, value: 0.01 },
    ],
  };
  const { points } = selectObjectiveChart(state);
  const log = state.runs.find(({ run }) => run === "apo-p")!.columns;
  const [wsdBand, fsdBand, lossBand] = bandsOf(points);
  expect([wsdBand?.key, fsdBand?.key, lossBand?.key]).toEqual(["wsd", "fsd", "loss"]);
  expect(points).toHaveLength(40);
  points.forEach(({ step }, row) => {
    expect(lossBand?.points[row]?.base).toBe(0);
    expect(fsdBand?.points[row]?.base).toBe(lossBand?.points[row]?.y);
    expect(wsdBand?.points[row]?.base).toBe(fsdBand?.points[row]?.y);
    const q = cell(log, "objective", rowOfStep(log, step)) as number;
    expect(Math.abs((wsdBand?.points[row]?.y as number) / q - 1), `step ${step}`).toBeLessThan(1e-6);
  });
});
