import type { PreconditionerState } from "../../config/formulas/preconditionerState";
import type { ProximalGap, ProximalProbe } from "../../config/formulas/proximalProblem";
import type { LayerSpectrum } from "../../config/tables/metrics";
import type { AnalysisRequest, Notice, WorkerEvent } from "../../protocol/messages";
import { messageOf } from "../notices";

/** Least pause after a batch: at most one spectrum and one gap a second per run, where none of the schedule waits. */
const INTERVAL_MS = 1000;

/** The pause while spectra of the schedule wait. */
const BEHIND_MS = 50;

/** Numbers in the states of a run that wait, at most: 8 MB. */
const MOST_NUMBERS = 2e6;

/** Gaps of a run that wait at most. */
const MOST_GAPS = 8;

/** Pause over work: the worker takes at most a quarter of a core. */
const PAUSE_SHARE = 3;

export interface AnalysisOutlets {
  send(event: WorkerEvent): void;
  spectrumOf(state: PreconditionerState): LayerSpectrum[];
  gapOf(probe: ProximalProbe): ProximalGap;
  /** Milliseconds. */
  now(): number;
  /** Calls back in a later macrotask, so that newer requests are heard first. */
  schedule(callback: () => void, delayMs: number): void;
}

/**
 * Turns requests into spectra and gaps: of each run and kind the newest first, of the newest experiment only. Spectra of the schedule
 * that were passed over stay, and of gaps, which are expensive, some; they come when nothing newer waits. A batch of every spectrum that waits and
 * one gap is followed by a pause of at least three times its length: on two cores the page and training need the rest. A state without a
 * spectrum gives one warning until the run has a spectrum again.
 */
export class Analysis {
  private experiment: string | null = null;
  private readonly ended = new Set<string>();
  private readonly waiting = new Map<string, AnalysisRequest[]>();
  private readonly failing = new Set<string>();
  /** The newest step analysed, by run and kind. */
  private readonly analysed = new Map<string, number>();
  private isActive = false;
  /** Requests of the experiment so far. */
  private received = 0;

  constructor(private readonly outlets: AnalysisOutlets) {}

  request(request: AnalysisRequest): void {
    if (this.ended.has(request.experiment)) return;
    if (request.experiment !== this.experiment) this.begin(request.experiment);
    this.received += 1;
    this.put(request);
    if (this.isActive) return;
    this.isActive = true;
    this.outlets.schedule(() => this.startBatch(), 0);
  }

  private put(request: AnalysisRequest): void {
    const key = `${request.kind} ${request.run}`;
    const list = [...(this.waiting.get(key) ?? []).filter(stays), request];
    const isFull =
      !request.isFixed &&
      (request.kind === "gap"
        ? list.length > MOST_GAPS
        : list.reduce((sum, one) => sum + sizeOf(one), 0) > MOST_NUMBERS);
    // the newest and every second before it, so that what is left is spread over the run
    this.waiting.set(key, isFull ? list.filter((_, i) => (list.length - 1 - i) % 2 === 0) : list);
  }

  private begin(experiment: string): void {
    if (this.experiment !== null) this.ended.add(this.experiment);
    this.experiment = experiment;
    this.waiting.clear();
    this.failing.clear();
    this.analysed.clear();
    this.received = 0;
  }

  private startBatch(): void {
    if (this.waiting.size === 0) this.isActive = false;
    else this.takeNext(this.nextBatch(), 0);
  }

  /** Every request so far is answered or passed over. */
  private tellDone(): void {
    const { experiment, received } = this;
    if (experiment !== null) this.outlets.send({ type: "analysed", experiment, analyses: received });
  }

  /** Every spectrum that waits, and the gap that has waited longest: one gap takes as long as many spectra. */
  private nextBatch(): string[] {
    const keys = [...this.waiting.keys()];
    return [...keys.filter((key) => !isGap(key)), ...keys.filter(isGap).slice(0, 1)];
  }

  /** One request in one macrotask, then the rest of the batch. */
  private takeNext([key, ...rest]: string[], spentMs: number): void {
    const { now, schedule } = this.outlets;
    if (key === undefined) {
      if (this.waiting.size === 0) this.tellDone();
      const isBehind = [...this.waiting.values()].some((list) => list.some((one) => !isGapRequest(one)));
      const isAwaited = [...this.waiting.values()].some((list) => list.some((one) => one.isFixed));
      const pauseMs = Math.max(isBehind ? BEHIND_MS : INTERVAL_MS, PAUSE_SHARE * spentMs);
      schedule(() => this.startBatch(), isAwaited ? 0 : pauseMs);
      return;
    }
    const start = now();
    const list = this.waiting.get(key) ?? [];
    const request = list.splice(this.nextOf(key, list), 1)[0];
    this.waiting.delete(key);
    if (list.length > 0) this.waiting.set(key, list); // behind the others
    if (request) this.analyse(request);
    const totalMs = spentMs + now() - start;
    schedule(() => this.takeNext(rest, totalMs), 0);
  }

  /** Index of the newest, until it is analysed; then of the spectrum whose step halves the schedule the fewest times, so that what is there is even. */
  private nextOf(key: string, list: readonly AnalysisRequest[]): number {
    const newest = list.at(-1);
    if (!newest || newest.kind === "gap" || newest.step > (this.analysed.get(key) ?? -1)) {
      if (newest) this.analysed.set(key, newest.step);
      return list.length - 1;
    }
    const rank = ({ step }: AnalysisRequest) => (step === 0 ? Number.POSITIVE_INFINITY : step & -step);
    return list.reduce((best, request, i) => (rank(request) > rank(list[best] as AnalysisRequest) ? i : best), 0);
  }

  private analyse(request: AnalysisRequest): void {
    const { send, spectrumOf, gapOf } = this.outlets;
    const { experiment, run, step } = request;
    if (request.kind === "gap") {
      send({ type: "proximalGap", experiment, run, step, gap: gapOf(request.probe) });
      return;
    }
    try {
      send({ type: "spectrum", experiment, run, step, layers: spectrumOf(request.state) });
      this.failing.delete(run);
    } catch (error) {
      if (!this.failing.has(run)) send({ type: "notice", experiment, notice: noSpectrum(run, step, error) });
      this.failing.add(run);
    }
  }
}

const isGapRequest = ({ kind }: AnalysisRequest): boolean => kind === "gap";

/** Whether a request waits on when a newer one comes. */
const stays = (request: AnalysisRequest): boolean =>
  request.isFixed === true || request.kind === "gap" || request.isKept;

/** Numbers in a state. */
function sizeOf(request: AnalysisRequest): number {
  if (request.kind === "gap") return 0;
  const arrays = request.state.layers.flatMap((layer) =>
    Object.values(layer).filter((value) => value instanceof Float32Array),
  );
  return arrays.reduce((sum, { length }) => sum + length, 0);
}

const isGap = (key: string): boolean => key.startsWith("gap ");

/** The eigenvalues of a run's preconditioner could not be found. */
function noSpectrum(run: string, step: number, error: unknown): Notice {
  return {
    level: "warning",
    title: `No spectrum for ${run} at step ${step}`,
    detail: `${messageOf(error)}.`,
    remedy: "Training goes on, and the chart keeps the last spectrum. Lower the run's learning rate, then press Reset.",
  };
}
