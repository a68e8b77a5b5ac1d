import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import { BACKEND_NAMES, type Backend, type Environment } from "../../config/tables/backends";
import type { Command, Notice, WorkerEvent } from "../../protocol/messages";
import { takeUp } from "../actions/takeUp";
import { addNotice } from "../experiment/applyEvent";
import { nextExperiment } from "../experiment/configure";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { NoticeAction } from "../experiment/noticeState";
import type { ExperimentState } from "../experiment/state";

type Failure = Extract<WorkerEvent, { type: "failure" }>;

/** After so many failures within a minute a race is not taken up again by itself. */
const MOST_FAILURES = 3;
const WITHIN_MS = 60_000;

/** What a race goes on with where its device is gone, or fails twice at one step. */
const NEXT: Record<Backend, Backend | null> = { webgpu: "wasm", wasm: "cpu", cpu: null };

/** What recovery needs of the page. */
export interface RecoveryParts {
  store: ExperimentStore;
  send(command: Command): void;
  /** Milliseconds, never back. */
  now(): number;
}

/**
 * Takes up a race whose worker or device failed: a new worker goes on from the last checkpoint, on the same device, or on the next where
 * that is gone or fails again at the same step. The log stays; its steps behind the checkpoint are trained again, unseen. The third
 * failure within a minute is left to the person.
 */
export class Recovery {
  private latest: { experiment: string; checkpoint: RaceCheckpoint } | null = null;
  private failures: { at: number; step: number }[] = [];
  /** Whether the race is to play once it is there again. */
  private isPlaying = false;
  /** The race that is being taken up. */
  private going: string | null = null;

  constructor(private readonly parts: RecoveryParts) {}

  /** The race as it stood between two steps. */
  keep(experiment: string, checkpoint: RaceCheckpoint): void {
    this.latest = { experiment, checkpoint };
  }

  /** Goes on after a failure. False where that is left to the person, as where no race was there yet. */
  after({ experiment, notice, isDeviceLost = false }: Failure): boolean {
    const { store, now } = this.parts;
    const state = store.getState();
    const { status, step, environment } = state;
    const isAgain = status === "loading" && this.going === experiment;
    const isRace = status === "running" || status === "paused" || isAgain;
    if (experiment !== state.experiment || state.recorded || !environment || !isRace) return false;
    if (!isAgain) this.isPlaying = status === "running";
    if (experiment !== this.going) this.failures = []; // those were another race's
    this.failures = this.failures.filter(({ at }) => now() - at < WITHIN_MS);
    const isStuck = this.failures.some((failure) => failure.step === step);
    this.failures.push({ at: now(), step });
    const backend = isStuck || isDeviceLost ? NEXT[environment.backend] : environment.backend;
    if (!backend || this.failures.length >= MOST_FAILURES) return false;
    this.takeUp(state, environment, backend, notice);
    return true;
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

  /** `notice`: what failed, to be told. */
  private takeUp(state: ExperimentState, environment: Environment, backend: Backend, notice: Notice | null): void {
    const { store, send } = this.parts;
    const { experiment, step } = state;
    const kept = this.latest?.experiment === experiment ? this.latest.checkpoint : null;
    const checkpoint = kept && kept.step <= step ? kept : null;
    const next = nextExperiment(experiment);
    this.latest = checkpoint && { experiment: next, checkpoint };
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
      notices: state.notices.filter(({ waited, action }) => waited === undefined && !AFTER_FAILURE.includes(action)),
      retraining: from === step ? null : { from, at: from, to: step, ...elsewhere },
    };
    const told = notice && addNotice(loading, toldOf(notice, environment.backend, backend, step));
    takeUp(store, { send }, told ?? loading, checkpoint, backend);
    if (this.isPlaying && store.getState().experiment === next) send({ type: "play", experiment: next });
  }
}

/** What a failure offers that is left to the person. */
const AFTER_FAILURE: readonly (NoticeAction | null)[] = ["continueOnWasm", "retry"];

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

const STAYS = " What has been trained stays on screen.";
