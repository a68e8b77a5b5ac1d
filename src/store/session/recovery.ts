import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import { BACKEND_NAMES, type Backend, type Environment } from "../../config/tables/backends";
import type { Command, Notice, WorkerEvent } from "../../protocol/messages";
import { goneAfterMs, quietMs, SILENCE_MS } from "../../protocol/silence";
import { takeUp } from "../actions/takeUp";
import { addNotice } from "../experiment/applyEvent";
import { nextExperiment } from "../experiment/configure";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { NoticeAction } from "../experiment/noticeState";
import type { ExperimentState } from "../experiment/state";
import { expectedStepMs, longestStepMs } from "./stepLength";
import type { StepsCommand } from "./workers";

type Failure = Extract<WorkerEvent, { type: "failure" }>;

/** After so many failures within a minute a race is not taken up again by itself. */
const MOST_FAILURES = 3;
const WITHIN_MS = 60_000;

/** A worker that is to go on has files to fetch and a device to start first. */
const LOADING_MS = 20_000;

/** What may have been slow where it was called gone has so many times as long when it comes to the same step again. */
const MORE_AGAIN = 4;

/** What a race goes on with where its device is gone, or fails twice at one step. */
const NEXT: Record<Backend, Backend | null> = { webgpu: "wasm", wasm: "cpu", cpu: null };

/** The latest checkpoint of the race, as it came. */
export interface LatestCheckpoint {
  of: { experiment: string; checkpoint: RaceCheckpoint } | null;
}

/** What recovery needs of the page. */
export interface RecoveryParts {
  store: ExperimentStore;
  latest: LatestCheckpoint;
  send(command: Command): void;
  /** What the race was asked for last, and whether it still owes that; null: nothing yet. */
  asked(): { command: StepsCommand; isOpen: boolean } | null;
  /** Milliseconds, never back. */
  now(): number;
}

/**
 * Takes up a race whose worker or device failed: a new worker goes on from the last checkpoint, on the same device, or on the next where
 * that is gone or fails again at the same step. The log stays; its steps behind the checkpoint are trained again, unseen. The third
 * failure within a minute, or silence at one step, is left to the person.
 */
export class Recovery {
  private failures: { at: number; step: number }[] = [];
  /** Whether the race is to go on once it is there again, as far as it was asked to. */
  private isPlaying = false;
  /** The race whose worker was given up last for its silence, which may have been longer than a minute. */
  private silent: string | null = null;
  /** The race that is being taken up. */
  private going: string | null = null;

  constructor(private readonly parts: RecoveryParts) {}

  /**
   * Why the worker of the race is gone that gave no sign of life for so long; null where it may be at work: a step that is known to be
   * long is waited for, and so is one that was taken for gone at this place before.
   */
  whyGone(silentMs: number, longestMs: number): Notice | null {
    const state = this.parts.store.getState();
    const { step, experiment } = state;
    if (state.recorded || !this.isRace(state)) return null;
    const leastMs = quietMs(this.isAgain(state) ? LOADING_MS : SILENCE_MS, expectedStepMs(state));
    const knownMs = Math.max(longestMs, longestStepMs(state));
    const times = this.going === experiment ? this.failures.filter((failure) => failure.step === step).length : 0;
    if (silentMs < goneAfterMs(leastMs, knownMs) * MORE_AGAIN ** times) return null;
    this.silent = experiment;
    return stoppedAnswering(silentMs);
  }

  /** Goes on after a failure: null. What is left to the person, as where no race was there yet, is given back, with why. */
  after(failure: Failure): Failure | null {
    const { experiment, notice, isDeviceLost = false } = failure;
    const { store, now } = this.parts;
    const state = store.getState();
    const { step, environment } = state;
    if (experiment !== state.experiment || state.recorded || !environment || !this.isRace(state)) return failure;
    if (!this.isAgain(state)) this.isPlaying = this.owesSteps(state);
    if (experiment !== this.going) this.failures = []; // those were another race's
    const isSilence = experiment === this.silent;
    const counts = (before: { at: number; step: number }) =>
      now() - before.at < WITHIN_MS || (isSilence && before.step === step);
    this.failures = this.failures.filter(counts);
    const isStuck = this.failures.some((before) => before.step === step);
    this.failures.push({ at: now(), step });
    const backend = isStuck || isDeviceLost ? NEXT[environment.backend] : environment.backend;
    if (this.failures.length >= MOST_FAILURES) return { ...failure, notice: tooOften(notice) };
    if (!backend) return failure;
    this.takeUp(state, environment, backend, notice);
    return null;
  }

  /** The same where a person asks for it, on a device or on the one it had. False where there is no log to go on from. */
  byHand(backend: Backend | null): boolean {
    const state = this.parts.store.getState();
    const { environment, step, status, recorded } = state;
    if (!environment || recorded || step === 0) return false;
    if (status === "running" || status === "paused") this.isPlaying = status === "running";
    this.failures = [];
    this.takeUp(state, environment, backend ?? environment.backend, null);
    return true;
  }

  /** It trains, or has not come to say so: work after a step, and what is gone in it, keeps a race from hearing Play. */
  private owesSteps({ status, experiment }: ExperimentState): boolean {
    const asked = this.parts.asked();
    return asked?.command.experiment === experiment ? asked.isOpen : status === "running";
  }

  private isAgain({ status, experiment }: ExperimentState): boolean {
    return status === "loading" && this.going === experiment;
  }

  private isRace(state: ExperimentState): boolean {
    return state.status === "running" || state.status === "paused" || this.isAgain(state);
  }

  /** `notice`: what failed, to be told. */
  private takeUp(state: ExperimentState, environment: Environment, backend: Backend, notice: Notice | null): void {
    const { store, send, latest } = this.parts;
    const { experiment, step } = state;
    const asked = this.parts.asked()?.command;
    const kept = latest.of?.experiment === experiment ? latest.of.checkpoint : null;
    const checkpoint = kept && kept.step <= step ? kept : null;
    const next = nextExperiment(experiment);
    latest.of = checkpoint && { experiment: next, checkpoint };
    this.going = next;
    const from = checkpoint?.step ?? 0;
    const elsewhere = backend === environment.backend ? {} : { isElsewhere: true };
    const loading: ExperimentState = {
      ...state,
      experiment: next,
      status: "loading",
      isPausing: false,
      progress: { stage: "data", fraction: 0, detail: "Building the race" },
      environment: { ...environment, backend },
      tensors: null,
      isAnalysisGone: false,
      notices: state.notices.filter(({ waited, action }) => waited === undefined && !AFTER_FAILURE.includes(action)),
      retraining: from === step ? null : { from, at: from, to: step, ...elsewhere },
    };
    const told = notice && addNotice(loading, toldOf(notice, environment.backend, backend, step));
    takeUp(store, { send }, told ?? loading, checkpoint, backend);
    if (!this.isPlaying || store.getState().experiment !== next) return;
    send(asked?.experiment === experiment ? { ...asked, experiment: next } : { type: "play", experiment: next });
  }
}

/** What a failure offers that is left to the person. */
const AFTER_FAILURE: readonly (NoticeAction | null)[] = ["continueOnWasm", "retry"];

const STAYS = " What has been trained stays on screen.";

const stoppedAnswering = (silentMs: number): Notice => ({
  level: "error",
  title: "The training worker stopped answering",
  detail: `Nothing was heard of it for ${Math.round(silentMs / 1000)} seconds, and it has been ended.${STAYS}`,
  remedy: "Try again for a new worker: the same seed and moves give the same numbers.",
});

function toldOf({ title, detail }: Notice, before: Backend, after: Backend, step: number): Notice {
  const isSame = before === after;
  const where = isSame ? "A new worker" : `${BACKEND_NAMES[after]}, in place of ${BACKEND_NAMES[before]},`;
  return {
    level: "info",
    title: `${title}; the race goes on`,
    detail: `${sentence(detail.replace(STAYS, ""))} ${where} goes on from step ${step}, and nothing of the log is lost.`,
    remedy: isSame
      ? "Should it come again, another device may help."
      : `Reset tries ${BACKEND_NAMES[before]} once more, from step 0.`,
  };
}

const sentence = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`);

const tooOften = ({ detail, ...notice }: Notice): Notice => ({
  ...notice,
  detail: `${sentence(detail)} The race has failed ${MOST_FAILURES} times in a short time, so it does not go on by itself.`,
  remedy: "Try again to go on from where it stands, save the run to go on elsewhere, or choose another device.",
});
