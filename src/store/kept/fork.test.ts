import { expect, it } from "vitest";
import { cell, columnValues } from "../experiment/columns";
import { setUpActions } from "../testing/testActions";
import { counting, withRows } from "../testing/testRows";
import { forkOf } from "./fork";

const move = (step: number, value: number) => ({
  ...{ step, run: "apo-p", name: "lambdaFsd" as const, gesture: step },
  ...{ from: 1, value },
});

/** 600 steps with two moves, looked at in a step. */
function looking(scrubStep: number | null) {
  const page = setUpActions({ status: "paused", kept: "k", interventions: [move(100, 5), move(400, 7)] });
  const objective = counting(600).map((step) => (step % 10 === 0 ? 1 : null));
  const rows = { step: counting(600), trainLoss: counting(600).map((step) => 1 / (1 + step)), objective };
  page.store.setState(
    withRows(page.state(), { "apo-p": rows, sgdm: { step: counting(40), trainLoss: counting(40) } }),
    true,
  );
  const runs = page
    .state()
    .runs.map((run) => ({ ...run, ...(run.run === "sgdm" ? { status: "diverged" as const } : {}) }));
  page.store.setState({ runs, display: { ...page.state().display, scrubStep } });
  return page;
}

it("a branch has the log, the moves and the settings of its step, and the run it left as an overlay", async () => {
  const { state } = looking(300);
  const asked: unknown[] = [];
  const branch = await forkOf(
    state(),
    {
      async checkpointAt(...question) {
        asked.push(question);
        return { step: 256, runs: [] };
      },
      withAllRows: async (whole) => whole,
      nameOf: (id) => `the run ${id}`,
    },
    state,
  );
  expect(asked).toEqual([["k", 300]]);
  const next = branch?.state;
  const [apo, , sgdm] = next?.runs ?? [];
  expect(next).toMatchObject({ experiment: "e2", kept: null, step: 300, retraining: { from: 256, at: 256, to: 300 } });
  expect(next?.retraining?.forkOf).toBe("the run k");
  expect(next?.interventions.map(({ step }) => step)).toEqual([100]);
  expect(apo).toMatchObject({ status: "running", metaSteps: 30, hyperparams: { lambdaFsd: 5 } });
  expect(apo && columnValues(apo.columns, "step")).toEqual(counting(300));
  expect(apo && cell(apo.columns, "trainLoss", 299)).toBe(1 / 300);
  expect(sgdm).toMatchObject({ status: "diverged", columns: { length: 40 } });
  expect(next?.overlays).toMatchObject([{ origin: "fork", name: "left at 300" }]);
  expect(next?.overlays[0]?.runs[0]?.columns.length).toBe(600);
  expect(next?.display.scrubStep).toBeNull();
});

it("there is no branch from the latest step, from the start, or once another experiment has begun", async () => {
  for (const step of [null, 0, 600]) expect(await forkOf(looking(step).state(), null, looking(step).state)).toBeNull();
  const { state } = looking(300);
  expect(await forkOf(state(), null, () => ({ ...state(), experiment: "e9" }))).toBeNull();
});

it("where nothing is kept a branch is trained from step 0, and called after the task", async () => {
  const { state } = looking(300);
  const branch = await forkOf(state(), null, state);
  expect(branch).toMatchObject({ checkpoint: null, state: { retraining: { from: 0, to: 300, forkOf: "Noisy sine" } } });
});
