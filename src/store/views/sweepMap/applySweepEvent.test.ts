import { describe, expect, test } from "vitest";
import type { SweepCell } from "../../../config/experiment/sweepGrid";
import type { SweepEvent } from "../../../protocol/sweep";
import { isViewStopped } from "../../experiment/stoppedViews";
import { testStateOf } from "../../hook/hookState";
import { hyperparamsOf, setUpActions } from "../../testing/testActions";
import { applySweepEvent } from "./applySweepEvent";
import { selectSweepMap, staleOf } from "./sweepSelectors";

const finished = (lambdaFsd: number, lambdaWsd: number, finalLoss: number): SweepCell => ({
  lambdaFsd,
  lambdaWsd,
  status: "finished",
  finalLoss,
  learningRate: finalLoss / 10,
});

function setUp(...[part, input]: Parameters<typeof setUpActions>) {
  const lab = setUpActions(part, input);
  const hear = (...events: SweepEvent[]) =>
    lab.store.setState(events.reduce(applySweepEvent, lab.store.getState()), true);
  return { ...lab, hear, map: () => lab.state().sweepMap };
}

describe("a map of the page as it stands", () => {
  test("is asked of a worker for the run whose sliders are shown, with its settings as they stand", () => {
    const { actions, sweeps, map, state } = setUp({ focusRun: "apo-lr" });
    actions.setHyperparam("apo-lr", "metaUpdateInterval", 3);
    actions.startSweep();
    expect(sweeps).toMatchObject([{ sweep: "s1", optimizer: "apo-lr", hyperparams: { metaUpdateInterval: 3 } }]);
    expect(sweeps[0]).toMatchObject({ config: state().config, steps: map().purpose?.steps });
    const grid = map().purpose?.grid;
    expect(grid?.lambdaFsd).toEqual([0, 0.01, 0.1, 1, 10, 100]);
    expect(grid?.lambdaWsd).toEqual([0, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 100]);
    expect(map()).toMatchObject({ status: "running", total: 48 * Number(map().purpose?.steps) });
  });

  test("takes the steps chosen, and no more than the run has", () => {
    const { actions, map } = setUp({}, { steps: 30 });
    actions.startSweep();
    expect(map().purpose?.steps).toBe(10);
    actions.setSweepSteps(30);
    actions.startSweep();
    expect(map().purpose?.steps).toBe(30);
    actions.setSweepSteps(20);
    actions.startSweep();
    expect(map().purpose?.steps).toBe(20);
    actions.setSweepSteps(100); // not offered for a run of 30
    actions.startSweep();
    expect(map().purpose?.steps).toBe(10);
  });

  test("grows by rows, keeps what was trained when it is cancelled, and hears nothing afterwards", () => {
    const { actions, hear, map, sweeps } = setUp();
    actions.startSweep();
    hear({ type: "sweepProgress", sweep: "s1", done: 12, detail: "Row 1 of 8" });
    hear({ type: "sweepCells", sweep: "s1", cells: [finished(0, 0, 1)] });
    expect(map()).toMatchObject({ done: 12, detail: "Row 1 of 8", cells: [{ finalLoss: 1 }] });
    actions.cancelSweep();
    hear({ type: "sweepCells", sweep: "s1", cells: [finished(1, 0, 1)] });
    expect(map()).toMatchObject({ status: "cancelled", cells: [{ finalLoss: 1 }] });
    expect(sweeps.at(-1)).toBe("end");
  });

  test("is not mixed with one that was begun before", () => {
    const { actions, hear, map } = setUp();
    actions.startSweep();
    actions.startSweep();
    hear({ type: "sweepCells", sweep: "s1", cells: [finished(0, 0, 1)] });
    expect(map()).toMatchObject({ sweep: "s2", cells: [] });
  });

  test("ends with its view, which could not be seen or cancelled any more", () => {
    const { actions, map } = setUp();
    actions.toggleView("sweepMap");
    actions.startSweep();
    actions.toggleView("gap");
    expect(map().status).toBe("running");
    actions.toggleView("sweepMap");
    expect(map().status).toBe("cancelled");
  });

  test("tells of a failure with a remedy, and can be tried again", () => {
    const { actions, hear, state, sweeps } = setUp();
    actions.startSweep();
    const notice = { level: "error", title: "t", detail: "d", remedy: "r" } as const;
    hear({ type: "sweepFailure", sweep: "s1", notice });
    expect(state()).toMatchObject({ sweepMap: { status: "failed" }, notices: [notice] });
    expect(isViewStopped(state(), "sweepMap")).toBe(true);
    actions.reviveView("sweepMap");
    expect(sweeps.at(-1)).toBe("go on");
  });

  test("is not begun where no APO run races", () => {
    const { actions, sweeps, state } = setUp({}, { optimizers: [{ id: "sgdm" }] });
    actions.startSweep();
    expect(sweeps).toEqual([]);
    expect(selectSweepMap(state())).toBeNull();
  });
});

describe("what is drawn", () => {
  const drawn = () => {
    const lab = setUp();
    lab.actions.startSweep();
    const diverged = { ...finished(10, 0, 0), status: "diverged", finalLoss: null, learningRate: null } as const;
    lab.hear({
      type: "sweepCells",
      sweep: "s1",
      cells: [finished(0, 0, 1), finished(0.01, 0, 0.01), finished(0.1, 0, 0.1)],
    });
    lab.hear({
      type: "sweepCells",
      sweep: "s1",
      cells: [{ ...diverged, message: "Training loss became NaN at step 3." }],
    });
    return { ...lab, model: () => selectSweepMap(lab.state()) };
  };

  test("strength goes by the logarithm of what is shown, from its least to its greatest", () => {
    const { model, actions } = drawn();
    const strengths = () => model()?.cells.map(({ strength }) => strength);
    expect(model()?.domain).toEqual([0.01, 1]);
    expect(strengths()).toEqual([1, 0, 0.5, null]); // 0.1 is half way from 10⁻² to 10⁰
    expect(model()?.cells.map(({ column, row }) => [column, row])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [4, 0],
    ]);
    actions.setSweepShows("learningRate");
    expect(model()?.domain).toEqual([0.001, 0.1]);
  });

  test("the lowest loss is ringed and told, with what diverged", () => {
    const { model } = drawn();
    expect(model()?.best).toMatchObject({ lambdaFsd: 0.01, finalLoss: 0.01 });
    expect(model()?.summary).toContain("4 of 48 pairs of prices so far");
    expect(model()?.summary).toContain("Lowest mean training loss 0.01000 at λ_FSD 0.010, λ_WSD 0.");
    expect(model()?.summary).toContain("1 diverged.");
  });

  test("all of it stands in the state that tests read, as JSON", () => {
    const { state } = drawn();
    const { sweepMap } = JSON.parse(JSON.stringify(testStateOf(state())));
    expect(sweepMap).toMatchObject({ status: "running", stale: null, shows: "loss", made: { task: "sine", seed: 7 } });
    expect(sweepMap.cells).toHaveLength(4);
    expect(sweepMap.cells[0]).toMatchObject({ lambdaFsd: 0, lambdaWsd: 0, finalLoss: 1, learningRate: 0.1 });
  });
});

describe("a map made for something else", () => {
  test("stays and is named by task and seed, method, batches and settings, but never by the two prices", () => {
    const { actions, state, map } = setUp({ focusRun: "apo-p" });
    actions.startSweep();
    const stale = () => staleOf(state());
    actions.setHyperparam("apo-p", "lambdaFsd", 20);
    actions.setHyperparam("apo-p", "lambdaWsd", 20);
    expect(stale()).toBeNull();
    actions.setHyperparam("apo-p", "metaUpdateInterval", 4);
    expect(stale()).toBe("APO-P with K 1");
    actions.setHyperparam("apo-p", "metaUpdateInterval", 1);
    actions.setFocusRun("apo-lr");
    expect(stale()).toBe("APO-P");
    actions.setFocusRun("apo-p");
    actions.setBatchSize(32);
    expect(stale()).toBe("batches of 64");
    actions.setBatchSize(64);
    actions.setSeed(8);
    expect(stale()).toBe("Noisy sine, seed 7");
    actions.setTask("spirals");
    expect(stale()).toContain("Noisy sine, seed 7");
    expect(map()).toMatchObject({ status: "running", sweep: "s1" });
  });
});

describe("picking a cell", () => {
  test("sets both sliders: before the first step as what the run starts with, later as moves", () => {
    const { actions, state, sent } = setUp({ focusRun: "apo-p" });
    actions.pickSweepCell(10, 0.1);
    expect(hyperparamsOf(state(), "apo-p")).toMatchObject({ lambdaFsd: 10, lambdaWsd: 0.1 });
    expect(state().config.optimizers[0]?.hyperparams).toMatchObject({ lambdaFsd: 10, lambdaWsd: 0.1 });
    expect(sent).toMatchObject([
      { type: "setHyperparam", run: "apo-p", name: "lambdaFsd", value: 10 },
      { type: "setHyperparam", run: "apo-p", name: "lambdaWsd", value: 0.1 },
    ]);
  });

  test("is one drag of each slider, however long it takes", () => {
    const { actions, state, clock } = setUp({ focusRun: "apo-p", step: 10, status: "running" });
    const before = hyperparamsOf(state(), "apo-p").lambdaFsd;
    for (const lambda of [5, 6, 7]) {
      clock.now += 1000;
      actions.pickSweepCell(lambda, lambda / 10);
    }
    const { "apo-p.lambdaFsd": fsd, "apo-p.lambdaWsd": wsd } = state().pending;
    expect(fsd).toMatchObject({ from: before, value: 7 });
    expect(wsd).toMatchObject({ from: 0, value: 0.7 });
    expect(fsd?.gesture).not.toBe(wsd?.gesture);
  });
});
