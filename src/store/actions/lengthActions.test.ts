import { expect, test } from "vitest";
import { applyEvent } from "../experiment/applyEvent";
import { linkOf } from "../link/linkSelectors";
import { readLink } from "../link/readLink";
import { hyperparamsOf, setUpActions } from "../testing/testActions";

/** A race of so many steps that has taken them all. */
function overAt(steps: number, input: object = {}, message: string | null = null) {
  const all = setUpActions({ status: "paused", step: steps }, { steps, ...input });
  const status = message === null ? "finished" : "diverged";
  all.store.setState({ runs: all.state().runs.map((run) => ({ ...run, status, message })) });
  const says = () => all.state().notices.map(({ title, action }) => [title, action]);
  return { ...all, says };
}

test.each(["play", "togglePlay", "step", "metaStep"] as const)("%s after the end says so, and how to go on", (name) => {
  const { actions, sent, says, state } = overAt(200);
  actions[name]();
  expect(sent).toEqual([]);
  expect(says()).toEqual([["The race is over", "continueRace"]]);
  expect(state().notices[0]?.remedy).toContain("Continue it to step 400");
  actions.continueRace();
  expect(sent).toEqual([
    { type: "setSteps", experiment: "e1", steps: 400 },
    { type: "play", experiment: "e1" },
  ]);
  expect(says()).toEqual([]);
});

test.each([
  ["apo-p", "lambdaFsd", "The race is over: λ_FSD acts once it goes on"],
  ["sgdm", "learningRate", "The race is over: η acts once it goes on"],
] as const)("a move of %s.%s after the end is told to wait, once for a whole drag, and is kept", (run, name, title) => {
  const { actions, sent, says, state } = overAt(200);
  for (const value of [0.21, 0.22, 0.23]) actions.setHyperparam(run, name, value);
  expect(says()).toEqual([[title, "continueRace"]]);
  expect(hyperparamsOf(state(), run)[name]).toBe(0.23);
  expect(sent).toHaveLength(3);
  expect(state().notices[0]?.detail).toContain("All 200 steps are taken");
});

test("Play after a move that waits offers the way on once", () => {
  const { actions, says } = overAt(200);
  actions.setHyperparam("apo-p", "lambdaFsd", 0.21);
  actions.play();
  expect(says()).toEqual([["The race is over", "continueRace"]]);
});

test("a move of a run that diverged is refused in words, and where all have, the race cannot be continued", () => {
  const { actions, sent, says, state } = overAt(200, {}, "Loss at step 41 is not finite");
  const before = hyperparamsOf(state(), "apo-p").lambdaFsd;
  actions.setHyperparam("apo-p", "lambdaFsd", 9);
  actions.play();
  expect(hyperparamsOf(state(), "apo-p").lambdaFsd).toBe(before);
  expect(sent).toEqual([]);
  expect(says()).toEqual([
    ["APO-P has stopped: λ_FSD moves nothing", null],
    ["The race is over", null],
  ]);
  expect(state().notices[0]?.detail).toContain("Loss at step 41");
});

test("steps are set at rest by a restart, later without one, and fewer than are taken are refused", () => {
  const fresh = setUpActions();
  fresh.actions.setSteps(50);
  expect(fresh.sent).toMatchObject([{ type: "configure", config: { steps: 50 } }]);
  const { actions, sent, state, store } = setUpActions({ status: "paused", step: 120 }, { steps: 200 });
  actions.setSteps(100);
  expect(state().notices.map(({ title }) => title)).toEqual(["120 steps have been taken already"]);
  actions.setSteps(2e6);
  expect(state().notices.at(-1)?.detail).toContain("Using 1000000");
  actions.setSteps(300);
  expect(sent).toEqual([
    { type: "setSteps", experiment: "e1", steps: 1_000_000 },
    { type: "setSteps", experiment: "e1", steps: 300 },
  ]);
  store.setState(applyEvent(state(), { type: "steps", experiment: "e1", steps: 300 }), true);
  expect(state().config.steps).toBe(300);
  expect(state().config.scheduleSteps).toBeUndefined(); // no run has a schedule
});

test("a race with a schedule keeps it when it goes on, in its link as well", () => {
  const cosine = { optimizers: [{ id: "sgdm", hyperparams: { learningRateSchedule: "cosine" } }], steps: 200 };
  const { state, store } = setUpActions({ status: "paused", step: 200 }, cosine);
  store.setState(applyEvent(state(), { type: "steps", experiment: "e1", steps: 400 }), true);
  expect(state().config).toMatchObject({ steps: 400, scheduleSteps: 200 });
  const { link } = linkOf(state());
  expect(link).toContain("steps=400&schedule=200");
  expect(readLink(link)).toMatchObject({ config: state().config, notes: [] });
  store.setState(applyEvent(state(), { type: "steps", experiment: "e1", steps: 200 }), true);
  expect(state().config.scheduleSteps).toBeUndefined();
});

test("a method races twice, with settings of its own, in the link as well; each can be taken out again", () => {
  const { actions, state } = setUpActions({}, { optimizers: [{ id: "apo-p", hyperparams: { lambdaFsd: 0.3 } }] });
  actions.addRun("apo-p");
  expect(state().config.optimizers.map(({ run }) => run)).toEqual(["apo-p", "apo-p-2"]);
  actions.setHyperparam("apo-p-2", "lambdaFsd", 3);
  const { config } = readLink(linkOf(state()).link);
  expect(config.optimizers.map(({ run, hyperparams }) => [run, hyperparams.lambdaFsd])).toEqual([
    ["apo-p", 0.3],
    ["apo-p-2", 3],
  ]);
  actions.removeRun("apo-p");
  expect(state().config.optimizers.map(({ run }) => run)).toEqual(["apo-p-2"]);
  actions.removeRun("apo-p-2");
  expect(state().config.optimizers).toHaveLength(1);
  expect(state().notices.at(-1)?.title).toBe("At least one optimizer races");
});
