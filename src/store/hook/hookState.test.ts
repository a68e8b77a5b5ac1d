import { expect, test } from "vitest";
import { COLUMN_NAMES } from "../../config/tables/metrics";
import { applyEvent } from "../experiment/applyEvent";
import { withRows } from "../testing/testRows";
import { testState } from "../testing/testState";
import { testStateOf } from "./hookState";

test("all columns are there at equal length, null where absent, test measurements at their steps", () => {
  const rows = withRows(testState(["apo-p"]), {
    "apo-p": { step: [0, 1, 2], trainLoss: [3, 2, Number.POSITIVE_INFINITY], learningRate: [0.1, 0.1, 0.1] },
  });
  const at = (step: number, testLoss: number) => ({ step, trainLoss: 1, testLoss, testMetric: 0.5 });
  const state = [at(0, 9), at(2, 7), at(3, 6)].reduce(
    (next, evaluation) => applyEvent(next, { type: "evaluation", experiment: "e1", run: "apo-p", evaluation }),
    rows,
  );
  const [run] = testStateOf(state).runs;
  expect(Object.keys(run?.columns ?? {})).toEqual([...COLUMN_NAMES]);
  expect(Object.values(run?.columns ?? {}).map((column) => column.length)).toEqual(COLUMN_NAMES.map(() => 3));
  expect(run?.columns).toMatchObject({
    step: [0, 1, 2],
    trainLoss: [3, 2, null],
    testLoss: [9, null, 7],
    fsd: [null, null, null],
  });
  expect(run?.evaluations.at(-1)).toEqual({ step: 3, trainLoss: 1, testLoss: 6, testMetric: 0.5 });
});

test("the state is plain JSON in the documented shape, and shares nothing with the store", () => {
  const idle = testState(["apo-p", "sgdm"]);
  const state = {
    ...idle,
    interventions: [{ step: 3, run: "apo-p", name: "lambdaFsd", from: 1, value: 3, gesture: 1 } as const],
  };
  const read = testStateOf(state);
  expect(JSON.parse(JSON.stringify(read))).toEqual(read);
  expect(read).toMatchObject({
    status: "idle",
    step: 0,
    metaStep: 0,
    backend: "auto",
    task: "sine",
    seed: 7,
    interventions: [{ step: 3, run: "apo-p", name: "lambdaFsd", from: 1, value: 3 }],
    runs: [
      { run: "apo-p", optimizer: "apo-p", status: "running", hyperparams: { lambdaFsd: 1, metaUpdateInterval: 1 } },
      { run: "sgdm", optimizer: "sgdm" },
    ],
  });
  expect(read.runs[0]).not.toHaveProperty("message");
  read.runs[0]?.columns.step.push(99);
  expect(testStateOf(state).runs[0]?.columns.step).toEqual([]);
});

test("a run that stopped has its message", () => {
  const state = applyEvent(testState(["sgdm"]), {
    type: "runStatus",
    experiment: "e1",
    run: "sgdm",
    status: "diverged",
    message: "trainLoss is NaN at step 4",
  });
  expect(testStateOf(state).runs[0]).toMatchObject({ status: "diverged", message: "trainLoss is NaN at step 4" });
});
