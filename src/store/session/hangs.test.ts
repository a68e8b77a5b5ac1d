import { expect, test, vi } from "vitest";
import type { ViewId } from "../../config/tables/views";
import { quietMs } from "../../protocol/silence";
import { isViewStopped } from "../experiment/stoppedViews";
import { openRaceSession, playing, ready, rows, status } from "../testing/raceSession";
import { messagesArrive, type TestWorker } from "../testing/testPage";
import { testState } from "../testing/testState";
import { expectedStepMs } from "./stepLength";

test("a worker that hangs or was ended is replaced after five seconds, and again after longer ones; the third time is the person's", async () => {
  const session = await openRaceSession();
  await session.say(...playing("e1", "wasm"));
  await session.passSilently(30, true);
  expect(session.state()).toMatchObject({ experiment: "e1", status: "running", notices: [] });
  await session.passSilently(7);
  expect(session.workers.map(({ isEnded }) => isEnded)).toEqual([true, true, false, false]);
  expect(session.configured()).toMatchObject({
    experiment: "e2",
    config: { backend: "wasm" },
    resume: { step: 3, checkpoint: { step: 2 } },
  });
  expect(session.told()).toEqual(["play"]);
  expect(session.state().notices).toMatchObject([
    {
      title: "The training worker stopped answering; the race goes on",
      detail:
        "Nothing was heard of it for 6 seconds, and it has been ended. A new worker goes on from step 3, and nothing of the log is lost.",
    },
  ]);

  await session.say(ready("e2", "wasm"), status("e2", "running", 3));
  await session.passSilently(18); // a step that was taken for a hang has longer now
  expect(session.state()).toMatchObject({ experiment: "e2", status: "running" });
  await session.passSilently(5);
  expect(session.configured()).toMatchObject({ experiment: "e3", config: { backend: "cpu" } });
  await session.say(ready("e3", "cpu"), status("e3", "running", 3));
  await session.passSilently(90);
  expect(session.state()).toMatchObject({ experiment: "e3", status: "failed", step: 3 });
  expect(session.state().notices.at(-1)?.detail).toContain("failed 3 times");
  expect(session.workers.every(({ isEnded }) => isEnded)).toBe(true);
});

test("a worker of a network has as long as its steps are long, half a minute at most", () => {
  const needs = (msPerStep: number) => ({
    ...testState([]),
    network: { runs: [1, 2].map((run) => ({ run: `${run}`, msPerStep })) } as never,
  });
  expect([1, 40, 1000].map((ms) => quietMs(5000, expectedStepMs(needs(ms))))).toEqual([5000, 16_000, 30_000]);
});

test("a step that is known to be long, or a worker that was as silent before, is waited for", async () => {
  const session = await openRaceSession();
  const cost = { msPerStep: 4000, forwardPasses: 1, backwardPasses: 1, tensorBytes: 1, peakBytes: 1 };
  await session.say(...playing("e1", "wasm"), { type: "cost", experiment: "e1", run: "apo-p", cost });
  await session.passSilently(12);
  expect(session.titles()).toEqual(["The training worker does not answer"]);
  await session.passSilently(1, true);
  expect(session.titles()).toEqual([]);
  await session.passSilently(40); // four times the twelve seconds are more
  expect(session.state().experiment).toBe("e1");
  await session.passSilently(20);
  expect(session.state().experiment).toBe("e2");
});

test("a race that rests has a new worker too, and one that has not begun is told of alone", async () => {
  const session = await openRaceSession();
  await session.say(ready("e1", "wasm"), status("e1", "running", 0), rows("e1", 0, 3), status("e1", "paused", 3));
  await session.passSilently(7);
  expect(session.configured()).toMatchObject({ experiment: "e2", resume: { step: 3 } });
  expect(session.told()).toEqual([]);
  session.closePorts();
  const idle = await openRaceSession();
  await idle.say(ready("e1", "wasm"), { type: "status", experiment: "e1", status: "idle", step: 0 });
  await idle.passSilently(60);
  expect(idle.state()).toMatchObject({ experiment: "e1", status: "idle" });
  expect(idle.titles()).toEqual(["The training worker does not answer"]);
});

test.each<
  [kind: TestWorker["kind"], view: ViewId, seconds: number, more: number, waiting: string, again: string, gone: string]
>([
  [
    "analysis",
    "spectrum",
    20,
    11,
    "Still waiting for the analysis worker",
    "Measuring spectra went on in a new worker",
    "Spectra are not measured any more",
  ],
  [
    "landscape",
    "landscape",
    5,
    5,
    "Still waiting for the landscape",
    "The landscape went on in a new worker",
    "The landscape's worker stopped",
  ],
])(
  "%s is told of, replaced once, and then its view offers to try again",
  async (kind, view, seconds, more, waiting, again, gone) => {
    const session = await openRaceSession();
    await session.say(...playing("e1", "wasm"));
    if (view === "landscape") session.actions.toggleView(view);
    const ofKind = () => session.workers.filter((worker) => worker.kind === kind);
    await vi.waitFor(() => expect(ofKind()).toHaveLength(1)); // its script is fetched
    const passWithOthers = async (count: number) => {
      for (let second = 0; second < count; second++) {
        for (const worker of session.workers)
          if (!worker.isEnded && worker.kind !== kind) worker.port.postMessage("beat");
        await messagesArrive();
        session.pass(1000);
      }
      await messagesArrive();
    };
    const isStopped = () => isViewStopped(session.experiment.getState(), view);
    await passWithOthers(seconds - 1);
    expect(session.titles()).toEqual([]);
    await passWithOthers(2);
    expect(session.titles()).toEqual([waiting]);
    await passWithOthers(more);
    expect(session.titles()).toEqual([again]);
    expect(ofKind().map(({ isEnded }) => isEnded)).toEqual([true, false]);
    await passWithOthers(60);
    expect(session.titles().at(-1)).toBe(gone);
    expect(isStopped()).toBe(true);
    expect(ofKind().every(({ isEnded }) => isEnded)).toBe(true);
    session.actions.reviveView(view);
    await messagesArrive();
    expect(isStopped()).toBe(false);
    expect(ofKind().map(({ isEnded }) => isEnded)).toEqual([true, true, false]);
    expect(session.experiment.getState().status).toBe("running");
  },
);

test("an analysis worker that is lost is replaced once, then its views offer to try again", async () => {
  const { experiment, analysis, trainer, workers, actions, say, pass } = await openRaceSession();
  await say(ready("e1", "wasm"));
  const isStopped = () => isViewStopped(experiment.getState(), "spectrum");
  analysis()?.fail("boom");
  await messagesArrive();
  expect(workers.map(({ kind, isEnded }) => [kind, isEnded])).toEqual([
    ["trainer", false],
    ["analysis", true],
    ["analysis", false],
  ]);
  expect(trainer().received.map(({ type }) => type)).toEqual(["connectAnalysis", "configure", "connectAnalysis"]);
  expect(experiment.getState()).toMatchObject({
    status: "idle",
    notices: [{ level: "info", title: "Measuring spectra went on in a new worker" }],
  });
  expect(isStopped()).toBe(false);
  analysis()?.say({ type: "spectrum", experiment: "e1", run: "apo-p", step: 4, layers: [] });
  await messagesArrive();
  pass(16);
  expect(experiment.getState().runs[0]?.spectra).toEqual([{ step: 4, layers: [] }]);

  analysis()?.fail("boom again");
  expect(experiment.getState().notices.at(-1)).toMatchObject({
    level: "warning",
    detail: "The analysis worker stopped: boom again Training goes on without it.",
  });
  expect(isStopped()).toBe(true);
  actions.reviveView("spectrum");
  await messagesArrive();
  expect(isStopped()).toBe(false);
  expect(workers.filter(({ isEnded }) => !isEnded).map(({ kind }) => kind)).toEqual(["trainer", "analysis"]);
  expect(trainer().received.at(-1)?.type).toBe("connectAnalysis");
  analysis()?.fail("boom"); // replaced once more
  expect(isStopped()).toBe(false);
  expect(experiment.getState().status).toBe("idle");
});
