import { expect, test } from "vitest";
import { hyperparamsOf, setUpActions } from "../testing/testActions";

test("transport commands go to the worker, and the page waits for its answer", () => {
  const { actions, sent, state } = setUpActions();
  actions.play();
  actions.step();
  actions.metaStep();
  expect(sent).toEqual([
    { type: "play", experiment: "e1" },
    { type: "step", experiment: "e1" },
    { type: "metaStep", experiment: "e1", run: "apo-p" },
  ]);
  expect(state().status).toBe("idle");
});

test("one button plays and pauses", () => {
  const { actions, sent, store } = setUpActions();
  actions.togglePlay();
  store.setState({ status: "running" });
  actions.togglePlay();
  expect(sent.map(({ type }) => type)).toEqual(["play", "pause"]);
});

test("nothing is played while loading or after a failure", () => {
  for (const status of ["loading", "failed"] as const) {
    const { actions, sent } = setUpActions({ status });
    actions.play();
    actions.step();
    actions.metaStep();
    expect(sent).toEqual([]);
  }
});

test("a live move shows at once and is sent", () => {
  const { actions, sent, state } = setUpActions({ status: "paused", step: 120 });
  const start = hyperparamsOf(state(), "apo-p").lambdaFsd;
  const other = hyperparamsOf(state(), "apo-lr");
  actions.setHyperparam("apo-p", "lambdaFsd", 0.5);
  expect(hyperparamsOf(state(), "apo-p").lambdaFsd).toBe(0.5);
  expect(hyperparamsOf(state(), "apo-lr")).toBe(other);
  expect(state().config.optimizers[0]?.hyperparams.lambdaFsd).toBe(start);
  expect(sent).toEqual([{ type: "setHyperparam", experiment: "e1", run: "apo-p", name: "lambdaFsd", value: 0.5 }]);
});

test("a move at rest in step 0 is what the run starts with, and stays after a reset", () => {
  const { actions, state } = setUpActions();
  actions.setHyperparam("apo-p", "lambdaFsd", 0.3);
  expect(state().config.optimizers[0]?.hyperparams.lambdaFsd).toBe(0.3);
  actions.reset();
  expect(hyperparamsOf(state(), "apo-p").lambdaFsd).toBe(0.3);
});

test("moves that follow closely are one drag, a later one is another", () => {
  const { actions, clock, state } = setUpActions({ status: "running", step: 10 });
  const pending = () => state().pending["apo-p.lambdaFsd"];
  const start = hyperparamsOf(state(), "apo-p").lambdaFsd;
  actions.setHyperparam("apo-p", "lambdaFsd", 1);
  const first = pending();
  clock.now = 1400;
  actions.setHyperparam("apo-p", "lambdaFsd", 2);
  expect(pending()).toEqual({ from: start, value: 2, gesture: first?.gesture });
  clock.now = 3000;
  actions.setHyperparam("apo-p", "lambdaFsd", 4);
  expect(pending()).toMatchObject({ from: 2, value: 4 });
  expect(pending()?.gesture).not.toBe(first?.gesture);
});

test("a value out of range is clamped with a notice, one that is no number changes nothing", () => {
  const { actions, sent, state } = setUpActions();
  actions.setHyperparam("apo-p", "metaUpdateInterval", 0);
  expect(hyperparamsOf(state(), "apo-p").metaUpdateInterval).toBe(1);
  expect(state().notices[0]).toMatchObject({ title: "K of APO-P is 0", level: "warning" });
  const before = hyperparamsOf(state(), "apo-p").lambdaFsd;
  actions.setHyperparam("apo-p", "lambdaFsd", Number.NaN);
  expect(hyperparamsOf(state(), "apo-p").lambdaFsd).toBe(before);
  expect(sent).toEqual([]); // K was 1 already, and a number that is none leaves the value
});

test("a knob that the method does not have, or of a run that does not race, changes nothing", () => {
  const { actions, state } = setUpActions();
  const before = state();
  actions.setHyperparam("sgdm", "lambdaFsd", 1);
  actions.setHyperparam("kfac", "lambdaFsd", 1);
  expect(state()).toBe(before);
});

test("the focus moves between runs with live knobs only", () => {
  const { actions, state } = setUpActions();
  actions.setFocusRun("apo-lr");
  expect(state().focusRun).toBe("apo-lr");
  actions.setFocusRun("sgdm");
  expect(state().focusRun).toBe("apo-p");
});

test("the view changes without a word to the worker, and hidden runs stay hidden over a reset", () => {
  const { actions, state, sent } = setUpActions();
  actions.toggleSeries("sgdm");
  actions.setXAxis("seconds");
  actions.setLossSplit("test");
  actions.setAxes("loss", { y: "linear" });
  actions.setSmoothing("off");
  actions.setTheme("dark");
  actions.setHover(3);
  actions.setPointedRun("sgdm");
  expect(sent).toEqual([]);
  actions.reset();
  expect(state().display).toMatchObject({
    hiddenRuns: ["sgdm"],
    xAxis: "seconds",
    lossSplit: "test",
    axes: { loss: { x: "linear", y: "linear" }, rate: { y: "log" } },
    smoothing: "off",
    theme: "dark",
    hoverStep: null,
    pointedRun: null,
  });
  actions.toggleSeries("sgdm");
  expect(state().display.hiddenRuns).toEqual([]);
});

test("speed acts at once and goes with the next configuration", () => {
  const { actions, sent } = setUpActions();
  actions.setSpeed(5);
  actions.reset();
  expect(sent).toMatchObject([
    { type: "setSpeed", stepsPerSecond: 5 },
    { type: "configure", stepsPerSecond: 5 },
  ]);
});

test("a notice goes when it is dismissed", () => {
  const { actions, state } = setUpActions();
  actions.setPreset("mnist");
  actions.dismissNotice(state().notices[0]?.id ?? 0);
  expect(state().notices).toEqual([]);
});
