import { expect, test } from "vitest";
import { NO_GAP } from "../../core/proximal/gap";
import type { AnalysisRequest, WorkerEvent } from "../../protocol/messages";
import { Analysis } from "./analysis";

const request = (step: number, isFixed: boolean): AnalysisRequest => ({
  ...{ kind: "spectrum", experiment: "e1", run: "kfac", step, isKept: false, isFixed },
  state: { kind: "scalar", layers: [{ name: "dense1", shape: [2, 3], learningRate: step }] },
});

/** An analysis whose spectra take 10 ms each on a clock of its own, and what it said when. */
function openAnalysis() {
  let nowMs = 0;
  const queue: { atMs: number; callback: () => void }[] = [];
  const sent: { atMs: number; event: WorkerEvent }[] = [];
  const analysis = new Analysis({
    send: (event) => sent.push({ atMs: nowMs, event }),
    spectrumOf: () => {
      nowMs += 10;
      return [];
    },
    gapOf: () => NO_GAP,
    now: () => nowMs,
    schedule: (callback, delayMs) => queue.push({ atMs: nowMs + delayMs, callback }),
  });
  const runAll = () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      nowMs = Math.max(nowMs, next.atMs);
      next.callback();
      queue.sort((a, b) => a.atMs - b.atMs);
    }
  };
  return { analysis, sent, runAll };
}

test("at fixed steps none is passed over or waits for a pause, and it says at once when all are done", () => {
  const { analysis, sent, runAll } = openAnalysis();
  for (let step = 1; step <= 12; step++) analysis.request(request(step, true));
  runAll();
  expect(sent.map(({ event }) => event.type)).toEqual([...Array(12).fill("spectrum"), "analysed"]);
  expect(sent.at(-1)).toEqual({ atMs: 120, event: { type: "analysed", experiment: "e1", analyses: 12 } });
});

test("what was passed over counts as done with, and another experiment counts anew", () => {
  const { analysis, sent, runAll } = openAnalysis();
  for (let step = 1; step <= 3; step++) analysis.request(request(step, false));
  runAll();
  expect(sent.map(({ event }) => event.type)).toEqual(["spectrum", "analysed"]);
  expect(sent.at(-1)?.event).toMatchObject({ analyses: 3 });
  analysis.request({ ...request(1, true), experiment: "e2" });
  runAll();
  expect(sent.at(-1)?.event).toEqual({ type: "analysed", experiment: "e2", analyses: 1 });
});
