import { expect, test } from "vitest";
import { appendRows, EMPTY_LOG } from "../../experiment/columns";
import { withHyperparam } from "../../experiment/interventions";
import type { ExperimentState } from "../../experiment/state";
import { testState } from "../../testing/testState";
import { passesText, selectLedger } from "./ledgerSelectors";

/** 20 steps with a meta-update every tenth, 2 ms each and 7 ms with one. */
function trained(): ExperimentState {
  const state = testState(["apo-p", "kfac"]);
  const steps = Array.from({ length: 20 }, (_, step) => step);
  const isMeta = (step: number) => step % 10 === 0;
  let seconds = 0;
  const columns = appendRows(EMPTY_LOG, {
    step: steps,
    objective: steps.map((step) => (isMeta(step) ? 1 : null)),
    forwardPasses: steps.map((step) => (isMeta(step) ? 4 : 1)),
    backwardPasses: steps.map((step) => (isMeta(step) ? 2 : 1)),
    seconds: steps.map((step) => {
      seconds += isMeta(step) ? 0.007 : 0.002;
      return seconds;
    }),
  });
  const cost = { msPerStep: 2, forwardPasses: 1, backwardPasses: 1.2, tensorBytes: 34_824, peakBytes: 34_824 };
  return {
    ...state,
    step: 20,
    runs: state.runs.map((run) => ({
      ...run,
      columns,
      cost,
      hyperparams: withHyperparam(run.hyperparams, "metaUpdateInterval", 10),
    })),
  };
}

test("a meta-step's three forward passes and one backward are shared by K steps, and the count agrees", () => {
  const [apo, kfac] = selectLedger(trained()).rows;
  expect(apo?.meta).toEqual({ forward: 0.3, backward: 0.1, interval: 10 });
  expect(apo?.total && passesText(apo.total)).toBe("1.30 f + 1.10 b");
  expect(apo?.counted && passesText(apo.counted)).toBe("1.30 f + 1.10 b");
  expect(apo?.times.plain).toBeCloseTo(2, 9);
  expect(apo?.times.meta).toBeCloseTo(7, 9);
  expect(kfac).toMatchObject({ meta: null, total: { forward: 1, backward: 1.2 } });
  expect(kfac?.bytesRatio).toBeCloseTo(34_824 / (4 * 4353), 9);
});

test("it follows K at once, before a step is taken with it", () => {
  const state = trained();
  const runs = state.runs.map((run) => ({
    ...run,
    hyperparams: withHyperparam(run.hyperparams, "metaUpdateInterval", 2),
  }));
  const [apo] = selectLedger({ ...state, runs }).rows;
  expect(apo?.total && passesText(apo.total)).toBe("2.50 f + 1.50 b");
  expect(apo?.counted && passesText(apo.counted)).toBe("1.30 f + 1.10 b");
});

test("many passes are told without digits that say nothing", () => {
  expect(passesText({ forward: 162.2, backward: 80.6 })).toBe("162 f + 80.6 b");
});

test("it counts up to the step looked at", () => {
  const state = trained();
  const [apo] = selectLedger({ ...state, display: { ...state.display, scrubStep: 0 } }).rows;
  expect(apo?.counted).toEqual({ forward: 4, backward: 2 });
});
