import { expect, test } from "vitest";
import type { LessonGoal } from "../../config/lessons/lesson";
import type { ExperimentState } from "../experiment/state";
import { testState } from "../testing/testState";
import { isReached, sinceNow, sinceThen } from "./lessonGoals";

type Change = (state: ExperimentState) => ExperimentState;

const display =
  (part: Partial<ExperimentState["display"]>): Change =>
  (state) => ({ ...state, display: { ...state.display, ...part } });
const at =
  (step: number, status: ExperimentState["status"] = "paused"): Change =>
  (state) => ({ ...state, step, status });
const set =
  (run: string, part: Partial<ExperimentState["runs"][number]["hyperparams"]>): Change =>
  (state) => ({
    ...state,
    runs: state.runs.map((one) => (one.run === run ? { ...one, hyperparams: { ...one.hyperparams, ...part } } : one)),
  });
const moved: Change = (state) => ({
  ...state,
  interventions: [{ step: 40, run: "apo-lr", name: "lambdaFsd", from: 1, value: 9, gesture: 1 }],
});
const copied =
  (run: string, lambdaFsd: number): Change =>
  (state) => {
    const [first] = state.config.optimizers;
    if (!first) throw new Error("The state has no run.");
    const copy = { ...first, run, hyperparams: { ...first.hyperparams, lambdaFsd } };
    return { ...state, config: { ...state.config, optimizers: [...state.config.optimizers, copy] } };
  };

/** A goal, what reaches it in order, and what is near it and does not. */
const CASES: [goal: LessonGoal, right: Change[], wrong: Change[][]][] = [
  [{ kind: "play" }, [at(0, "running")], [[at(1)], [display({ scrubStep: 3 })]]],
  [
    { kind: "pause" },
    [at(3, "running"), at(9)],
    [[at(9)], [at(3, "running")], [at(3, "running"), (state) => ({ ...state, status: "paused", isPausing: true })]],
  ],
  [{ kind: "reach", step: 100 }, [at(100, "running")], [[at(99, "running")], [display({ scrubStep: 100 })]]],
  [
    { kind: "train", steps: 100 },
    [at(120, "running")],
    [[at(119, "running")], [(state) => ({ ...state, experiment: "e2", step: 99 })]],
  ],
  [
    { kind: "train", steps: 100, under: { run: "apo-lr", name: "lambdaFsd", atLeast: 10 } },
    [set("apo-lr", { lambdaFsd: 10 }), at(120, "running")],
    [
      [set("apo-lr", { lambdaFsd: 0.06 }), at(120, "running")],
      [set("apo-lr", { lambdaFsd: 10 }), at(119, "running")],
    ],
  ],
  [
    { kind: "set", run: "apo-lr", name: "lambdaFsd", atLeast: 10 },
    [set("apo-lr", { lambdaFsd: 10 })],
    [[set("apo-lr", { lambdaFsd: 9.9 })], [set("apo-p", { lambdaFsd: 100 })], [set("apo-lr", { lambdaWsd: 100 })]],
  ],
  [
    { kind: "choose", run: "apo-p", name: "precision", choice: "bf16" },
    [set("apo-p", { precision: "bf16" })],
    [[set("apo-p", { precision: "fp16" })], [set("sgdm", { precision: "bf16" })]],
  ],
  [
    { kind: "option", name: "conditionNumber", atLeast: 1000 },
    [(state) => withOption(state, 1000)],
    [[(state) => withOption(state, 100)]],
  ],
  [
    { kind: "copy", id: "apo-p", name: "lambdaFsd", atLeast: 10 },
    [copied("apo-p-2", 30)],
    [[copied("apo-p-2", 3)], [set("apo-p", { lambdaFsd: 30 })]],
  ],
  [
    { kind: "scrub", atMost: 50 },
    [at(90), display({ scrubStep: 50 })],
    [[at(50)], [display({ scrubStep: 51 })], [display({ hoverStep: 20 })]],
  ],
  [
    { kind: "scrubBeforeMove" },
    [moved, display({ scrubStep: 39 })],
    [[moved, display({ scrubStep: 40 })], [display({ scrubStep: 3 })], [moved]],
  ],
  [
    { kind: "openView", view: "ledger" },
    [display({ openViews: ["effect", "ledger"] })],
    [[display({ openViews: ["gap"] })]],
  ],
  [
    { kind: "axis", axis: "gradient evaluations" },
    [display({ xAxis: "gradient evaluations" })],
    [[display({ xAxis: "epochs" })]],
  ],
  [{ kind: "hide", run: "sgdm" }, [display({ hiddenRuns: ["sgdm"] })], [[display({ hiddenRuns: ["apo-p"] })]]],
  [
    { kind: "restart" },
    [(state) => ({ ...state, experiment: "e2", step: 0 })],
    [[at(21, "running")], [display({ scrubStep: 0 })]],
  ],
  [
    { kind: "newSeed" },
    [(state) => ({ ...state, config: { ...state.config, seed: 8 } })],
    [[(state) => ({ ...state, experiment: "e2" })]],
  ],
];

const withOption = (state: ExperimentState, conditionNumber: number): ExperimentState => ({
  ...state,
  config: { ...state.config, taskOptions: { ...state.config.taskOptions, conditionNumber } },
});

/** Whether a step that begins at step 20 of a race is done after some changes, one after the other. */
function isDone(goal: LessonGoal, changes: readonly Change[]): boolean {
  let state: ExperimentState = { ...testState(["apo-p", "apo-lr", "sgdm"]), step: 20, status: "paused" };
  let since = sinceNow(state);
  for (const change of changes) {
    state = change(state);
    since = sinceThen(since, state);
  }
  return isReached(goal, state, since);
}

test.each(CASES)("%o is reached by what it asks for, and by nothing near it", (goal, right, wrong) => {
  expect(isDone(goal, [])).toBe(false);
  expect(isDone(goal, right)).toBe(true);
  for (const changes of wrong) expect(isDone(goal, changes), String(changes)).toBe(false);
});

test("a race at its end has no more steps to train", () => {
  expect(isDone({ kind: "train", steps: 500 }, [at(200, "running"), at(200)])).toBe(true);
  expect(isDone({ kind: "train", steps: 500 }, [at(199, "running"), at(199)])).toBe(false);
});

test("a past step that was looked at before is no act of a step that asks for one", () => {
  const goal = { kind: "scrub", atMost: 50 } as const;
  const before: ExperimentState = display({ scrubStep: 30 })({ ...testState(["apo-p"]), step: 90, status: "paused" });
  const since = sinceNow(before);
  expect(isReached(goal, before, since)).toBe(false);
  expect(isReached(goal, display({ scrubStep: 29 })(before), since)).toBe(true);
  const after = moved(before);
  expect(isReached({ kind: "scrubBeforeMove" }, after, sinceNow(after))).toBe(false);
  expect(isReached({ kind: "scrubBeforeMove" }, display({ scrubStep: 29 })(after), sinceNow(after))).toBe(true);
});
