import { expect, test } from "vitest";
import { resolveExperiment } from "../../../config/experiment/resolveExperiment";
import { applyEvent } from "../../experiment/applyEvent";
import { initialState } from "../../experiment/initialState";
import type { ExperimentState } from "../../experiment/state";
import { counting, withRows } from "../../testing/testRows";
import { selectDistanceReadout, selectGap, selectGapRows, selectGapWords } from "./gapSelectors";

function stateOf(input: object): ExperimentState {
  const { config } = resolveExperiment({ version: 1, ...input });
  return { ...initialState(config), experiment: "e1", status: "idle" };
}

const linear = () => stateOf({ task: "linear", optimizers: [{ id: "sgd" }, { id: "apo-p" }], steps: 40 });
const layers = (state: ExperimentState, ...shapes: [string, number, number][]): ExperimentState => ({
  ...state,
  runs: state.runs.map((run) => ({
    ...run,
    layers: shapes.map(([name, out, inputs]) => ({ name, shape: [out, inputs] })),
  })),
});

test("the floor that is drawn is that of the run with the sliders, whose numbers stand in words", () => {
  const state = withRows(linear(), {
    sgd: { step: counting(3), proximalDistance: [1, 1, 1], proximalFloor: [0.9, 0.9, 0.9] },
    "apo-p": {
      step: counting(3),
      proximalDistance: [0.9, 0.7, 0.5],
      proximalCosine: [0.6, 0.8, -0.1],
      proximalFloor: [0.6, 0.5, 0.4],
      proximalAtBestRate: [0.7, 0.6, 0.45],
    },
  });
  const gap = selectGap(state);
  expect(gap).toMatchObject({ why: null, kind: "linear", floorRun: "apo-p" });
  expect(gap.floor.map(({ y }) => y)).toEqual([0.6, 0.5, 0.4]);
  expect(gap.distance.series[1]?.points.map(({ y }) => y)).toEqual([0.9, 0.7, 0.5]);
  expect(selectGapWords(state).floor).toBe(
    "From where APO-P stands at step 2, no single η comes closer than 0.4000; at the best η for Q, η*, it is 0.4500.",
  );
  const before = { ...state, display: { ...state.display, scrubStep: 1 } };
  expect(selectGapWords(before).floor).toContain("at step 1, no single η comes closer than 0.5000");
  expect(selectGapRows(before)[1]).toEqual({
    ...{ run: "apo-p", name: "APO-P", step: 1, distance: 0.7, cosine: 0.8, floor: 0.5, atBestRate: 0.6 },
  });
});

test("it says whose λ the exact step has, and follows them to the step shown", () => {
  const run = { run: "apo-p", name: "lambdaWsd", from: 0.1, value: 2 } as const;
  const state = applyEvent(withRows(linear(), { "apo-p": { step: counting(20) } }), {
    ...{ type: "intervention", experiment: "e1", step: 10, ...run },
  });
  expect(selectGapWords(state).lambdas).toMatch(/else those of APO-P: λ_FSD 1\.0 and λ_WSD 2\.0\.$/);
  const past = { ...state, display: { ...state.display, scrubStep: 9 } };
  expect(selectGapWords(past).lambdas).toMatch(/λ_WSD 0\.10 in step 9\.$/);
  const alone = stateOf({ task: "sine", optimizers: [{ id: "sgd" }] });
  expect(selectGapWords(alone).lambdas).toMatch(
    /APO-P's defaults on this task: λ_FSD 3\.0 and λ_WSD 0\. Here λ_WSD counts/,
  );
});

test("on a network the numbers are those of the last step measured, and a late one is filled in", () => {
  const start = layers(stateOf({ task: "sine", optimizers: [{ id: "apo-p" }] }), ["dense1", 64, 2], ["dense2", 1, 65]);
  const rows = withRows(start, { "apo-p": { step: counting(30), trainLoss: counting(30) } });
  expect(selectGap(rows)).toMatchObject({ why: null, kind: "net" });
  expect(selectDistanceReadout(rows).rows[0]).toMatchObject({ value: null, text: "–" });
  const gap = { distance: 1.25, cosine: 0.3, floor: 0.9, atBestRate: null };
  const state = applyEvent(rows, { type: "proximalGap", experiment: "e1", run: "apo-p", step: 12, gap });
  expect(selectGap(state).distance.series[0]?.points).toEqual([{ step: 12, x: 12, y: 1.25 }]);
  expect(selectDistanceReadout(state).rows[0]).toMatchObject({ step: 12, value: 1.25, text: "1.250" });
  const early = { ...state, display: { ...state.display, scrubStep: 11 } };
  expect(selectDistanceReadout(early).rows[0]?.value).toBeNull();
  expect(selectGapWords(state).floor).toBe("From where APO-P stands at step 12, no single η comes closer than 0.9000.");
});

const SINE = [
  ["dense1", 64, 2],
  ["dense2", 64, 65],
  ["dense3", 1, 65],
] as const;

test.each([
  ["cifar10", 64, [["conv1", 6, 76]], /convolves/],
  ["mnist", 64, [["dense1", 100, 785]], /at most 5,000 weights; this network has 78,500/],
  ["mnist-autoencoder", 64, [["dense1", 4, 785]], /for squared error and softmax only/],
  ["sine", 4000, SINE, /Batches of 4,000 rows are too many/],
] as const)(
  "on %s with batches of %i it says why there is no exact step, and where there is one",
  (task, batchSize, shapes, reason) => {
    const own = shapes.map((shape): [string, number, number] => [...shape]);
    const { why } = selectGap(layers(stateOf({ task, batchSize, optimizers: [{ id: "apo-p" }] }), ...own));
    expect(why).toMatch(reason);
    expect(why).toMatch(/Choose Linear regression/);
  },
);

test("a batch is never larger than what there is to train on", () => {
  const own = SINE.map((shape): [string, number, number] => [...shape]);
  const state = layers(stateOf({ task: "sine", batchSize: 4000, optimizers: [{ id: "apo-p" }] }), ...own);
  const sizes = { trainCount: 256, testCount: 256, parameterCount: 4353 };
  expect(selectGap({ ...state, sizes }).why).toBeNull();
});
