import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { RecordingFile, RecordingRest } from "../../config/recording/recordingFile";
import type { Command, Resume } from "../../protocol/messages";
import { selectTransport } from "../bar/barSelectors";
import { selectLossChart } from "../charts/chartSelectors";
import { selectScrubber } from "../charts/scrubberSelectors";
import { appendRows, EMPTY_LOG } from "../experiment/columns";
import { configured } from "../experiment/configure";
import { createExperimentStore } from "../experiment/experimentStore";
import { initialState } from "../experiment/initialState";
import { scrubbed } from "../experiment/shownStep";
import type { ExperimentState } from "../experiment/state";
import { readLink } from "../link/readLink";
import { selectNetwork } from "../views/network/networkSelectors";
import { RecordedPlayer } from "./player";
import { logOfRecording, type RecordedLog } from "./recordedLog";

const read = <File>(name: string): File =>
  JSON.parse(readFileSync(new URL(`../../../public/recorded/${name}.json`, import.meta.url), "utf8"));

/** A page on which a recording was opened, with a clock of its own. */
function open(change: (log: RecordedLog) => RecordedLog = (log) => log) {
  const link = readLink("?preset=lambda-fsd-jump");
  const store = createExperimentStore(configured(initialState(link.config, link.display, link.speed), link));
  const log = change(
    logOfRecording(
      read<RecordingFile>("lambda-fsd-jump"),
      read<RecordingRest>("lambda-fsd-jump.rest"),
      store.getState().runs,
    ),
  );
  const clock = { now: 0, frames: [] as (() => void)[] };
  const left: { state: ExperimentState; resume: Resume | null }[] = [];
  const sent: (Command | [string, string, number | string])[] = [];
  const player = new RecordedPlayer(log, {
    store,
    requestFrame: (callback) => clock.frames.push(callback),
    now: () => clock.now,
    leave: (state, resume) => {
      left.push({ state, resume });
      store.setState(state, true);
    },
    send: (command) => sent.push(command),
    setHyperparam: (run, name, value) => sent.push([run, name, value]),
  });
  const tell = (type: "play" | "pause" | "step") => player.obey({ type, experiment: "e1" });
  const frame = (ms: number) => {
    clock.now += ms;
    for (const callback of clock.frames.splice(0)) callback();
  };
  return { store, state: () => store.getState(), player, left, sent, tell, frame };
}

describe("a recording on the page", () => {
  let page: ReturnType<typeof open>;
  beforeEach(() => {
    page = open();
  });

  it("shows all of it at rest, with its moves, spectra and predictions", () => {
    page.player.show(600);
    const state = page.state();
    expect(state).toMatchObject({ status: "paused", step: 600, recorded: { steps: 600, wasPlayed: false } });
    expect(state.runs.map(({ columns, status }) => [columns.length, status])).toEqual(
      Array.from({ length: 5 }, () => [600, "finished"]),
    );
    expect(state.interventions.map(({ step, run, from, value }) => [step, run, from, value])).toEqual([
      [250, "apo-lr", 0.9, 9],
      [250, "apo-p", 0.1, 1],
    ]);
    expect(state.runs[0]?.hyperparams.lambdaFsd).toBe(9);
    expect(state.runs.every(({ spectra, predictions }) => spectra.length > 30 && predictions.length > 30)).toBe(true);
    expect(state.picture.kind).toBe("function");
    expect(selectNetwork(state)?.note).toMatch(/^4.35 k parameters, 8.45 kFLOP forward an example/); // shapes alone give no FLOP
    expect(selectLossChart(state).series[0]?.points.length).toBeGreaterThan(100);
  });

  it("plays from its start at the chosen speed, stands where it is paused, and says Play again at its end", () => {
    page.player.show(600);
    page.store.setState({ speed: 25 });
    page.tell("play");
    expect(page.state()).toMatchObject({ status: "running", step: 0 });
    page.frame(2000);
    expect(page.state()).toMatchObject({ status: "running", step: 50 });
    expect(page.state().runs[0]?.hyperparams.lambdaFsd).toBe(0.9);
    page.tell("pause");
    page.frame(2000);
    expect(page.state()).toMatchObject({ status: "paused", step: 50 });
    page.tell("step");
    expect(page.state().step).toBe(51);
    page.store.setState({ speed: null });
    page.tell("play");
    for (let i = 0; i < 10; i++) page.frame(1000);
    expect(page.state()).toMatchObject({ status: "paused", step: 600 });
    expect(selectTransport(page.state())).toMatchObject({ playLabel: "Play again", canStep: false });
  });

  it("plays to a step and rests there, exactly, and stays where it is when it is past it", () => {
    page.player.show(250);
    page.player.obey({ type: "runTo", experiment: "e1", step: 300 });
    page.frame(60_000);
    expect(page.state()).toMatchObject({ status: "paused", step: 300, recorded: { wasPlayed: false } });
    page.player.obey({ type: "runTo", experiment: "e1", step: 100 });
    page.frame(60_000);
    expect(page.state()).toMatchObject({ status: "paused", step: 300 });
  });

  it("can be looked at in all its steps while it plays", () => {
    page.player.show(40);
    expect(selectScrubber(page.state())).toMatchObject({ reached: 600, at: 40 });
    const scrubStep = scrubbed(page.state(), 120);
    page.store.setState({ display: { ...page.state().display, scrubStep } });
    expect(page.state()).toMatchObject({ step: 600, display: { scrubStep: 120 } });
    page.tell("play");
    page.frame(10);
    expect(page.state().step).toBe(120);
  });

  it("is left for a worker by a move, which trains from the step shown with the rows up to it", () => {
    page.player.show(600);
    page.store.setState({ display: { ...page.state().display, scrubStep: 120 } });
    const move = { type: "setHyperparam", experiment: "e1", run: "apo-p", name: "lambdaFsd", value: 3 } as const;
    expect(page.player.obey(move)).toBe(true);
    const [{ state, resume } = { state: page.state(), resume: null }] = page.left;
    expect(state).toMatchObject({ step: 120, recorded: null, isRounded: true, retraining: { at: 0, to: 120 } });
    expect(state.runs.every(({ columns }) => columns.length === 120)).toBe(true);
    expect(resume).toMatchObject({ step: 120, isRounded: true, runs: { "apo-p": { metaSteps: 120 } } });
    expect(page.sent).toEqual([["apo-p", "lambdaFsd", 3], { type: "play", experiment: state.experiment }]);
  });

  it("is left at step 0 by a move at its end, where nothing is left to train", () => {
    page.player.show(600);
    page.player.obey({ type: "setHyperparam", experiment: "e1", run: "apo-p", name: "lambdaFsd", value: 3 });
    expect(page.left[0]).toMatchObject({ resume: null, state: { step: 0, isRounded: false, retraining: null } });
  });

  it("goes back to its start by Reset, and is let go by another experiment", () => {
    page.player.show(600);
    const { config } = page.state();
    expect(page.player.obey({ type: "configure", experiment: "e2", config, stepsPerSecond: null, views: [] })).toBe(
      true,
    );
    expect(page.state()).toMatchObject({ status: "idle", step: 0 });
    page.store.setState({ recorded: null });
    const other = { ...config, seed: 8 };
    expect(
      page.player.obey({ type: "configure", experiment: "e3", config: other, stepsPerSecond: null, views: [] }),
    ).toBe(false);
  });
});

it("a recording of 20,000 steps shares its rows with every step that is shown of it", () => {
  const steps = 20_000;
  const step = Array.from({ length: steps }, (_, at) => at);
  const long = appendRows(EMPTY_LOG, { step, trainLoss: step.map((at) => 1 / (1 + at)), objective: step });
  const page = open((log) => ({
    ...log,
    steps,
    config: { ...log.config, steps },
    runs: log.runs.map((run) => ({ ...run, columns: long })),
  }));
  page.player.show(12_345);
  const [run] = page.state().runs;
  expect(run?.columns.length).toBe(12_345);
  expect(run?.metaSteps).toBe(12_345);
  expect(run?.columns.chunks.slice(0, -1).every((chunk, at) => chunk === long.chunks[at])).toBe(true);
});
