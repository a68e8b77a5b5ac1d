import { expect, test } from "vitest";
import type { ParityPicture } from "../../../config/tables/taskPicture";
import type { WorkerEvent } from "../../../protocol/messages";
import { applyEvent } from "../../experiment/applyEvent";
import { testStateOf } from "../../hook/hookState";
import { lookaheadModelOf, rested, withSettings } from "../../testing/testLookahead";
import { testState } from "../../testing/testState";
import { selectLookahead } from "./lookaheadSelectors";

test("Q and its slope are the terms weighed by the sliders as they stand, before the worker has taken them", () => {
  const at = (lambdaFsd: number, lambdaWsd: number) =>
    lookaheadModelOf(withSettings(rested(4), { lambdaFsd, lambdaWsd }));
  expect(at(0, 0)).toMatchObject({ objective: 1, slope: -0.5, isNext: true });
  expect(at(2, 0.125)).toMatchObject({ objective: 1 + 0.125 + 0.25, slope: -0.5 + 0.25 + 0.5 });
});

test("a lookahead of the past is weighed by the prices of its own step, and one to come by those of a scheduled move", () => {
  const moved: WorkerEvent = {
    type: "intervention",
    experiment: "e1",
    run: "apo-p",
    step: 6,
    name: "lambdaFsd",
    from: 0,
    value: 10,
  };
  const before = lookaheadModelOf(rested(9)).lambdas.lambdaFsd;
  const state = applyEvent(rested(9, [4, 7, 9]), moved);
  const shownAt = (scrubStep: number) => lookaheadModelOf({ ...state, display: { ...state.display, scrubStep } });
  expect(shownAt(5)).toMatchObject({ step: 4, lambdas: { lambdaFsd: before }, isNext: false });
  expect(shownAt(8)).toMatchObject({ step: 7, lambdas: { lambdaFsd: 10 } });
  const config = { ...state.config, interventions: [{ step: 9, name: "lambdaFsd", value: 0.5 }] };
  expect(lookaheadModelOf({ ...state, config })).toMatchObject({ step: 9, lambdas: { lambdaFsd: 0.5 } });
});

/** Of a task with several inputs. */
const parity: ParityPicture = {
  ...{ kind: "parity", points: "examples", inputs: new Float32Array(2), targets: new Float32Array(1) },
  ...{ openFrom: 1, outOf: 1, quantity: { name: "", mean: 0, deviation: 1 } },
};

test("where nothing can be drawn, the view says why", () => {
  expect(selectLookahead(rested(0, [0], testState(["sgdm"])))).toEqual({ why: expect.stringContaining("Add APO-P") });
  for (const picture of [{ kind: "none" }, parity] as const)
    expect(selectLookahead({ ...rested(0), picture })).toEqual({
      why: expect.stringContaining("Choose the task Noisy sine or Two spirals"),
    });
  expect(selectLookahead(rested(0, []))).toMatchObject({ why: null, model: null });
});

test("the state for tests holds the latest lookahead in numbers and plain arrays", () => {
  const state = withSettings(rested(4), { lambdaFsd: 2, lambdaWsd: 0.125 });
  const { lookahead } = testStateOf(state).runs[0] ?? {};
  expect(lookahead).toMatchObject({ step: 4, fsd: 0.0625, objective: 1.375, slope: 0.25, after: [0.5, -0.5] });
  expect(lookahead?.counts).toEqual({ batch: 2, fsdBatch: 3 });
  expect(JSON.parse(JSON.stringify(lookahead))).toEqual(lookahead);
});
