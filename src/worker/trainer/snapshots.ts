import { isGridRun } from "../../config/experiment/learningRateGrid";
import type { Lookahead } from "../../config/formulas/lookahead";
import type { ProximalProbe } from "../../config/formulas/proximalProblem";
import type { ViewId } from "../../config/tables/views";
import type { Race } from "../../core/training/contract";
import type { AnalysisRequest, RunPrediction, WorkerEvent } from "../../protocol/messages";
import { SnapshotBudget } from "./snapshotBudget";
import { SnapshotSchedule } from "./snapshotSchedule";

/** Least milliseconds between two snapshots of a kind beside those of the schedule. */
const PREDICTION_INTERVAL_MS = 250;
const STATE_INTERVAL_MS = 1000;
const LOOKAHEAD_INTERVAL_MS = 500;
const PROBE_INTERVAL_MS = 1000;
const COST_INTERVAL_MS = 1000;

/** A picture beside the rows: how often it is wanted, and how it is taken. */
interface Kind {
  kind: string;
  intervalMs: number;
  /** Resolves with the milliseconds spent, waiting for commands aside. */
  take(): Promise<number>;
}

export interface SnapshotOutlets {
  send(event: WorkerEvent): void;
  /** Null while no analysis worker is connected. */
  analyse(): ((request: AnalysisRequest) => void) | null;
  /** What only a closed view shows is not taken. */
  isOpen(view: ViewId): boolean;
  /** A run that has diverged: what it showed last stays. */
  isStopped(run: string): boolean;
  /** Awaited before each run's snapshot: lets commands in. */
  yieldToCommands(): Promise<void>;
  now(): number;
}

/** Pictures of a race beside its rows: predictions, lookaheads, preconditioner states, costs. Taken between steps only. */
export class Snapshots {
  private readonly budget = new SnapshotBudget();
  private readonly schedule: SnapshotSchedule;
  /** Milliseconds of all kinds, when they were last taken together. */
  private wholeMs = 0;
  /** Asked of the analysis worker so far. */
  private analyses = 0;
  private toldRest = { question: 0, analyses: 0 };

  constructor(
    private readonly race: Race,
    private readonly experiment: string,
    private readonly hasPicture: boolean,
    steps: () => number,
    /** At multiples of so many steps and at rest only; null: by the clock as well. */
    private readonly every: number | null,
    private readonly outlets: SnapshotOutlets,
  ) {
    this.schedule = new SnapshotSchedule(steps, every);
  }

  /**
   * Takes what is not of this step already: at a step of the schedule, at rest (`all`), and in every step at a speed that leaves the
   * time for it (`periodMs`, null where there is none); else what is due within the budget.
   */
  async take(all: boolean, periodMs: number | null = null): Promise<void> {
    const { race, budget, schedule, outlets } = this;
    const isKept = schedule.isDue(race.step);
    const isByClock = this.every === null;
    const isWhole = all || isKept || (isByClock && periodMs !== null && this.wholeMs <= periodMs / 2);
    if (!isWhole && !isByClock) return;
    if (!isWhole && !budget.isFree(outlets.now())) return; // asked after every step
    const kinds = this.kinds();
    let wholeMs = 0;
    for (const due of budget.due(race.step, isWhole, outlets.now(), kinds)) {
      if (!isWhole && !budget.isFree(outlets.now())) return;
      const spentMs = (await kinds.find(({ kind }) => kind === due)?.take()) ?? 0;
      budget.taken(due, race.step, spentMs, outlets.now(), all || periodMs !== null);
      wholeMs += spentMs;
    }
    if (isWhole && wholeMs > 0) this.wholeMs = wholeMs;
    if (isKept) schedule.taken(wholeMs, outlets.now());
  }

  /** Before a step: lets it be held against the exact proximal step where that is due; every step when `all`. */
  prepareStep(all: boolean): void {
    const { race, budget, outlets } = this;
    if (!outlets.isOpen("gap") || !outlets.analyse()) return;
    if (this.every !== null) {
      if (all || this.schedule.isDue(race.step)) race.probeNextStep();
      return;
    }
    const kind = "probe";
    if (budget.due(race.step, all, outlets.now(), [{ kind, intervalMs: PROBE_INTERVAL_MS }]).length === 0) return;
    race.probeNextStep();
    budget.taken(kind, race.step, 0, outlets.now(), all);
  }

  /** What is to be seen now. */
  private kinds(): Kind[] {
    const { race, hasPicture, outlets } = this;
    const kinds: Kind[] = [];
    if (hasPicture) kinds.push({ kind: "predictions", intervalMs: PREDICTION_INTERVAL_MS, take: () => this.predict() });
    if (hasPicture && outlets.isOpen("lookahead"))
      kinds.push({ kind: "lookaheads", intervalMs: LOOKAHEAD_INTERVAL_MS, take: () => this.lookAhead() });
    if (outlets.analyse())
      for (const { run } of this.going())
        kinds.push({ kind: `state of ${run}`, intervalMs: STATE_INTERVAL_MS, take: () => this.copyState(run) });
    if (race.step > 0) kinds.push({ kind: "costs", intervalMs: COST_INTERVAL_MS, take: () => this.countCost() });
    return kinds;
  }

  private async predict(): Promise<number> {
    const { race, experiment, outlets } = this;
    const runs: RunPrediction[] = [];
    const spentMs = await this.forEachRun(async (run) => {
      const values = await race.predict(run);
      if (values.every(Number.isFinite)) runs.push({ run, values });
    });
    outlets.send({ type: "prediction", experiment, step: race.step, runs });
    return spentMs;
  }

  /** What the step to come looks at, of every run that looks ahead. */
  private lookAhead(): Promise<number> {
    const { race, experiment, outlets } = this;
    const { step } = race;
    return this.forEachRun(async (run) => {
      const lookahead = await race.lookAhead(run);
      if (lookahead && isWithinRange(lookahead)) outlets.send({ type: "lookahead", experiment, run, step, lookahead });
    });
  }

  private async copyState(run: string): Promise<number> {
    const { race, experiment, schedule, outlets } = this;
    await outlets.yieldToCommands();
    const start = outlets.now();
    const isKept = schedule.isDue(race.step);
    const state = await race.preconditionerState(run);
    this.ask({ kind: "spectrum", experiment, run, step: race.step, state, isKept });
    return outlets.now() - start;
  }

  /** Lets a step of a run be held against the exact proximal step. */
  analyseGap(run: string, step: number, probe: ProximalProbe): void {
    this.ask({ kind: "gap", experiment: this.experiment, run, step, probe });
  }

  /** All that rest shows is sent: said once for each question of the page, and where more was asked of the analysis. */
  tellRest(question: number): void {
    const { experiment, analyses, outlets, toldRest } = this;
    if (question === toldRest.question && analyses === toldRest.analyses) return;
    this.toldRest = { question, analyses };
    outlets.send({ type: "atRest", experiment, question, analyses });
  }

  private ask(request: AnalysisRequest): void {
    const analyse = this.outlets.analyse();
    if (!analyse) return;
    this.analyses += 1;
    analyse(this.every === null ? request : { ...request, isFixed: true });
  }

  private async countCost(): Promise<number> {
    const { race, experiment, outlets } = this;
    for (const { run } of race.runs) outlets.send({ type: "cost", experiment, run, cost: race.cost(run) });
    outlets.send({ type: "memory", experiment, tensors: race.tensorCount() });
    return 0;
  }

  /** One run after another, with commands let in between; the milliseconds that the work itself took. */
  private async forEachRun(work: (run: string) => Promise<void>): Promise<number> {
    const { outlets } = this;
    let spentMs = 0;
    for (const { run } of this.going()) {
      await outlets.yieldToCommands();
      const start = outlets.now();
      await work(run);
      spentMs += outlets.now() - start;
    }
    return spentMs;
  }

  /** Runs of the race that train; of a grid of learning rates only losses are shown. */
  private going() {
    return this.race.runs.filter(({ run }) => !isGridRun(run) && !this.outlets.isStopped(run));
  }
}

/** Whether nothing of it is beyond float32, as in the step before a run diverges. */
function isWithinRange({ objectiveLoss, fsd, wsd, gradientNorm, slopes, after }: Lookahead): boolean {
  const numbers = [objectiveLoss, fsd, wsd, gradientNorm, slopes.objectiveLoss, slopes.fsd];
  return numbers.every(Number.isFinite) && after.every(Number.isFinite);
}
