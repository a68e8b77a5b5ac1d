import { beforeEach, describe, expect, test } from "vitest";
import type { PreconditionerState } from "../../config/formulas/preconditionerState";
import { NO_GAP } from "../../core/proximal/gap";
import { spectrumOf } from "../../core/spectrum/spectrum";
import { openChannel } from "../../protocol/channel";
import type { AnalysisRequest, WorkerEvent } from "../../protocol/messages";
import { Analysis } from "./analysis";

/** A state whose spectrum is its own learning rate; NaN has none. */
const state = (learningRate: number): PreconditionerState => ({
  kind: "scalar",
  layers: [{ name: "dense1", shape: [2, 3], learningRate }],
});

const request = (
  run: string,
  step: number,
  experiment = "first",
  learningRate = step,
  isKept = false,
): AnalysisRequest => ({
  kind: "spectrum",
  experiment,
  run,
  step,
  state: state(learningRate),
  isKept,
});

describe("on a clock of our own", () => {
  let nowMs: number;
  let costMs: number;
  let queue: { atMs: number; callback: () => void }[];
  let sent: { atMs: number; event: WorkerEvent }[];
  let analysis: Analysis;

  beforeEach(() => {
    nowMs = 0;
    costMs = 10;
    queue = [];
    sent = [];
    analysis = new Analysis({
      send: (event) => event.type !== "analysed" && sent.push({ atMs: nowMs, event }),
      spectrumOf: (of) => {
        nowMs += costMs;
        return spectrumOf(of);
      },
      gapOf: ({ theta }) => {
        nowMs += costMs;
        return { ...NO_GAP, distance: theta[0] as number };
      },
      now: () => nowMs,
      schedule: (callback, delayMs) => queue.push({ atMs: nowMs + delayMs, callback }),
    });
  });

  /** Runs what is scheduled up to a time, in order. */
  function runUntil(endMs: number): void {
    for (;;) {
      queue.sort((a, b) => a.atMs - b.atMs);
      const next = queue[0];
      if (!next || next.atMs > endMs) break;
      queue.shift();
      nowMs = Math.max(nowMs, next.atMs);
      next.callback();
    }
    nowMs = Math.max(nowMs, endMs);
  }

  const spectra = () =>
    sent.flatMap(({ event }) => (event.type === "spectrum" ? [`${event.experiment} ${event.run} ${event.step}`] : []));

  test("a request becomes the spectrum of its state", () => {
    analysis.request(request("sgdm", 3, "first", 0.5));
    runUntil(10);
    expect(sent.map(({ event }) => event)).toEqual([
      {
        type: "spectrum",
        experiment: "first",
        run: "sgdm",
        step: 3,
        layers: [{ name: "dense1", method: "exact", eigenvalues: [0.5], weights: [1], dimension: 6 }],
      },
    ]);
  });

  test("of each run only the newest state is analysed, also one that arrives during the batch", () => {
    analysis.request(request("kfac", 1));
    analysis.request(request("apo-p", 1));
    analysis.request(request("kfac", 2));
    queue.push({ atMs: 5, callback: () => analysis.request(request("apo-p", 2)) });
    runUntil(100);
    expect(spectra()).toEqual(["first kfac 2", "first apo-p 2"]);
  });

  test("states of the schedule are all analysed, the newest first, and soon; of the others the newest alone", () => {
    for (let step = 1; step <= 12; step++) analysis.request(request("kfac", step, "first", step, step % 4 === 0));
    runUntil(20);
    expect(spectra()).toEqual(["first kfac 12"]);
    runUntil(250);
    expect(spectra()).toEqual(["first kfac 12", "first kfac 8", "first kfac 4"]);
    runUntil(5000);
    expect(spectra()).toHaveLength(3);
  });

  test("what waits is filled in by halves, so that the map over time is even while it fills", () => {
    for (let step = 0; step <= 80; step += 8) analysis.request(request("kfac", step, "first", step + 1, true));
    runUntil(20_000);
    expect(spectra().map((one) => Number(one.split(" ").at(-1)))).toEqual([80, 0, 64, 32, 16, 48, 8, 24, 40, 56, 72]);
  });

  test("states that are too large to wait are thinned, the newest and every second before it", () => {
    const large = (step: number): AnalysisRequest => ({
      ...{ kind: "spectrum", experiment: "first", run: "adam", step, isKept: true },
      state: { kind: "diagonal", layers: [{ name: "l", shape: [1000, 900], diagonal: new Float32Array(900_000) }] },
    });
    for (let step = 0; step < 12; step++) analysis.request(large(step));
    runUntil(60_000);
    expect(spectra().length).toBeLessThanOrEqual(2);
    expect(spectra()[0]).toBe("first adam 11");
  });

  test("a gap is one more kind: it takes no spectrum's place, the newest is solved for first, and older ones follow", () => {
    const gap = (step: number, run = "sgd"): AnalysisRequest => {
      const [x, y, fsdX, next] = [1, 1, 1, 2].map((value) => Float32Array.of(value)) as [
        Float32Array,
        Float32Array,
        Float32Array,
        Float32Array,
      ];
      const weights = { lambdaFsd: 1, lambdaWsd: 1, klDirection: "old-new" } as const;
      const problem = { layers: [], loss: "squaredError", x, y, fsdX, ...weights } as const;
      return {
        kind: "gap",
        experiment: "first",
        run,
        step,
        probe: { problem, theta: Float32Array.of(step), next },
      };
    };
    analysis.request(gap(1));
    analysis.request(request("sgd", 1));
    analysis.request(gap(2));
    runUntil(100);
    expect(spectra()).toEqual(["first sgd 1"]);
    const gaps = () => sent.flatMap(({ event }) => (event.type === "proximalGap" ? [event] : []));
    expect(gaps()).toEqual([
      { type: "proximalGap", experiment: "first", run: "sgd", step: 2, gap: { ...NO_GAP, distance: 2 } },
    ]);
    analysis.request(gap(3));
    runUntil(5000);
    expect(gaps().map(({ step }) => step)).toEqual([2, 3, 1]);
    for (let step = 10; step < 60; step++) analysis.request(gap(step));
    runUntil(60_000);
    const late = gaps().slice(3);
    expect(late.length).toBeLessThanOrEqual(8);
    expect(late[0]?.step).toBe(59);
    expect(late.at(-1)?.step).toBeLessThan(25);
    expect(queue).toEqual([]);

    // one a batch, the runs in turn, and a spectrum never waits for more than one
    for (const run of ["a", "b", "c"]) for (const step of [100, 101]) analysis.request(gap(step, run));
    analysis.request(request("sgd", 101));
    const before = sent.length;
    runUntil(70_000);
    const order = sent.slice(before).map(({ event }) => ("run" in event ? event.run : event.type));
    expect(order).toEqual(["sgd", "a", "b", "c", "a", "b", "c"]);
  });

  test("a batch waits a second after the last", () => {
    for (let atMs = 0; atMs < 2000; atMs += 100) {
      runUntil(atMs);
      analysis.request(request("adam", atMs));
    }
    runUntil(1999);
    expect(sent.map(({ atMs }) => atMs)).toEqual([10, 1020]);
  });

  test("slow spectra take at most a quarter of the time", () => {
    costMs = 900;
    for (let atMs = 0; atMs <= 20_000; atMs += 100) {
      queue.push({ atMs, callback: () => analysis.request(request("apo-p", atMs)) });
      queue.push({ atMs, callback: () => analysis.request(request("kfac", atMs)) });
    }
    runUntil(20_000);
    const busyMs = sent.length * costMs;
    expect(busyMs).toBeGreaterThan(4000);
    expect(busyMs).toBeLessThanOrEqual(6300);
  });

  test("it falls asleep without requests and wakes for the next", () => {
    analysis.request(request("sgd", 1));
    runUntil(5000);
    expect(queue).toEqual([]);
    analysis.request(request("sgd", 2));
    runUntil(5100);
    expect(spectra()).toEqual(["first sgd 1", "first sgd 2"]);
  });

  test("a newer experiment drops what waits of the older one, and what comes late", () => {
    analysis.request(request("sgd", 1));
    analysis.request(request("adam", 1));
    analysis.request(request("sgd", 0, "second"));
    analysis.request(request("adam", 2, "first"));
    runUntil(5000);
    expect(spectra()).toEqual(["second sgd 0"]);
  });

  test("a state without a spectrum gives one notice until the run has a spectrum again; other runs go on", () => {
    const steps = [Number.NaN, Number.NaN, 0.1, Number.NaN];
    steps.forEach((learningRate, step) => {
      analysis.request(request("sgd", step, "first", learningRate));
      analysis.request(request("adam", step));
      runUntil((step + 1) * 1000);
    });
    const notices = sent.flatMap(({ event }) => (event.type === "notice" ? [event.notice] : []));
    expect(notices.map(({ title }) => title)).toEqual([
      "No spectrum for sgd at step 0",
      "No spectrum for sgd at step 3",
    ]);
    expect(notices[0]?.detail).toBe("In dense layer 1: its learning rate is NaN.");
    expect(spectra()).toEqual(["first adam 0", "first adam 1", "first sgd 2", "first adam 2", "first adam 3"]);
  });
});

test("behind a MessageChannel, a transferred state comes back as its spectrum", async () => {
  const { port1, port2 } = new MessageChannel();
  const event = new Promise<WorkerEvent>((resolve) => {
    const analysis = new Analysis({
      send: resolve,
      spectrumOf,
      gapOf: () => NO_GAP,
      now: () => performance.now(),
      schedule: (callback, delayMs) => setTimeout(callback, delayMs),
    });
    openChannel<never, AnalysisRequest>(port2).receive((received) => analysis.request(received));
  });
  const diagonal = Float32Array.of(2, 1);
  const layers = [{ name: "dense1", shape: [1, 2] as [number, number], diagonal }];
  openChannel<AnalysisRequest, never>(port1).send(
    { kind: "spectrum", experiment: "first", run: "adam", step: 7, state: { kind: "diagonal", layers }, isKept: false },
    [diagonal.buffer],
  );
  expect(await event).toMatchObject({ type: "spectrum", run: "adam", step: 7, layers: [{ eigenvalues: [1, 2] }] });
  port1.close();
  expect(diagonal).toHaveLength(0);
});
