import { isGridRun } from "../config/learningRateGrid";
import type { Lookahead } from "../config/lookahead";
import type { ViewId } from "../config/views";
import type { Race } from "../core/training/contract";
import type { AnalysisRequest, WorkerEvent } from "../protocol/messages";

/** Least time between two snapshots of a kind; what takes long is made less often, so that training keeps nine tenths. */
const PREDICTION_INTERVAL_MS = 250;
const STATE_INTERVAL_MS = 500;
const COST_INTERVAL_MS = 1000;
const PROBE_INTERVAL_MS = 200;
const MAX_SHARE = 0.1;
const LOOKAHEAD_INTERVAL_MS = 500;
/** Of a view that is open beside others. */
const LOOKAHEAD_SHARE = 0.04;

export interface SnapshotOutlets {
  send(event: WorkerEvent): void;
  /** Null while no analysis worker is connected. */
  analyse(): ((request: AnalysisRequest) => void) | null;
  /** What only a closed view shows is not taken. */
  isOpen(view: ViewId): boolean;
  /** A run that has diverged: what it showed last stays. */
  isStopped(run: string): boolean;
  /** Awaited before each run's snapshot: lets commands in. */
  heed(): Promise<void>;
  now(): number;
}

/** Pictures of a race beside its rows: predictions, preconditioner states, costs. Taken between steps only. */
export class Snapshots {
  private readonly predictions = new Schedule(PREDICTION_INTERVAL_MS);
  private readonly costs = new Schedule(COST_INTERVAL_MS);
  private readonly lookaheads = new Schedule(LOOKAHEAD_INTERVAL_MS, LOOKAHEAD_SHARE);
  private readonly probes = new Schedule(PROBE_INTERVAL_MS);
  private readonly states = new Map<string, Schedule>();

  constructor(
    private readonly race: Race,
    private readonly experiment: string,
    private readonly hasPicture: boolean,
    private readonly outlets: SnapshotOutlets,
  ) {}

  /** Takes what is due at this step; everything that is not of this step already when `all`. */
  async take(all: boolean): Promise<void> {
    await this.predict(all);
    await this.lookAhead(all);
    await this.copyStates(all);
    this.countCost(all);
  }

  /** Before a step: lets it be held against the exact proximal step where that is due; every step when `all`. */
  prepareStep(all: boolean): void {
    const { race, outlets } = this;
    if (!outlets.isOpen("gap") || !outlets.analyse() || !this.probes.isDue(race.step, all, outlets.now())) return;
    race.probeNextStep();
    this.probes.taken(race.step, 0, outlets.now());
  }

  private async predict(all: boolean): Promise<void> {
    const { race, experiment, outlets } = this;
    if (!this.hasPicture || !this.predictions.isDue(race.step, all, outlets.now())) return;
    const runs = [];
    let spentMs = 0;
    for (const { run } of this.going()) {
      await outlets.heed();
      const start = outlets.now();
      const values = await race.predict(run);
      if (values.every(Number.isFinite)) runs.push({ run, values });
      spentMs += outlets.now() - start;
    }
    this.predictions.taken(race.step, spentMs, outlets.now());
    outlets.send({ type: "prediction", experiment, step: race.step, runs });
  }

  /** What the step to come looks at, of every run that looks ahead. */
  private async lookAhead(all: boolean): Promise<void> {
    const { race, experiment, outlets } = this;
    const { step } = race;
    if (!this.hasPicture || !outlets.isOpen("lookahead") || !this.lookaheads.isDue(step, all, outlets.now())) return;
    let spentMs = 0;
    for (const { run } of this.going()) {
      await outlets.heed();
      const start = outlets.now();
      const lookahead = await race.lookAhead(run);
      if (lookahead && isWithinRange(lookahead)) outlets.send({ type: "lookahead", experiment, run, step, lookahead });
      spentMs += outlets.now() - start;
    }
    this.lookaheads.taken(step, spentMs, outlets.now());
  }

  private async copyStates(all: boolean): Promise<void> {
    const { race, experiment, outlets } = this;
    for (const { run } of this.going()) {
      const analyse = outlets.analyse();
      if (!analyse) return;
      let schedule = this.states.get(run);
      if (!schedule) {
        schedule = new Schedule(STATE_INTERVAL_MS);
        this.states.set(run, schedule);
      }
      if (!schedule.isDue(race.step, all, outlets.now())) continue;
      await outlets.heed();
      const start = outlets.now();
      const state = await race.preconditionerState(run);
      schedule.taken(race.step, outlets.now() - start, outlets.now());
      analyse({ kind: "spectrum", experiment, run, step: race.step, state });
    }
  }

  /** Runs of the race that train; of a grid of learning rates only losses are shown. */
  private going() {
    return this.race.runs.filter(({ run }) => !isGridRun(run) && !this.outlets.isStopped(run));
  }

  private countCost(all: boolean): void {
    const { race, experiment, outlets } = this;
    if (race.step === 0 || !this.costs.isDue(race.step, all, outlets.now())) return;
    for (const { run } of race.runs) outlets.send({ type: "cost", experiment, run, cost: race.cost(run) });
    outlets.send({ type: "memory", experiment, tensors: race.tensorCount() });
    this.costs.taken(race.step, 0, outlets.now());
  }
}

/** Whether nothing of it is beyond float32, as in the step before a run diverges. */
function isWithinRange({ objectiveLoss, fsd, wsd, gradientNorm, slopes, after }: Lookahead): boolean {
  const numbers = [objectiveLoss, fsd, wsd, gradientNorm, slopes.objectiveLoss, slopes.fsd];
  return numbers.every(Number.isFinite) && after.every(Number.isFinite);
}

/** When a snapshot was last taken, and when the next is due. */
class Schedule {
  private step = -1;
  private nextMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly intervalMs: number,
    private readonly share = MAX_SHARE,
  ) {}

  isDue(step: number, all: boolean, now: number): boolean {
    return step !== this.step && (all || now >= this.nextMs);
  }

  taken(step: number, spentMs: number, now: number): void {
    this.step = step;
    this.nextMs = now + Math.max(this.intervalMs, spentMs / this.share);
  }
}
