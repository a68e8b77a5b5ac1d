import type { Race, RunRows } from "../../core/training/contract";
import type { WorkerEvent } from "../../protocol/messages";

/** Least time between two read-backs while running. */
const FLUSH_INTERVAL_MS = 100;

export type RowsEvent = Extract<WorkerEvent, { type: "rows" }>;

/** Gathers the rows of a race and reads them back together. */
export class MetricsBuffer {
  private readonly metaSteps = new Map<string, number>();
  private lastFlush = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly race: Race,
    private readonly experiment: string,
    private readonly now: () => number,
  ) {
    this.stepTaken();
  }

  get isDue(): boolean {
    return this.now() - this.lastFlush >= FLUSH_INTERVAL_MS;
  }

  /** A lockstep step is complete: its meta-updates may be shown. In the middle of a step some runs are one ahead. */
  stepTaken(): void {
    for (const { run } of this.race.runs) this.metaSteps.set(run, this.race.metaSteps(run));
  }

  /** Meta-updates of the run as of the last complete step. */
  metaStepsOf(run: string): number {
    return this.metaSteps.get(run) ?? 0;
  }

  /** One read-back: the event to send, null where nothing is new, and what the race says of each run. */
  async flush(): Promise<{ event: RowsEvent | null; rows: RunRows[] }> {
    const { race, experiment } = this;
    const { step } = race;
    const rows = await race.readRows();
    this.lastFlush = this.now();
    const runs = rows.filter(({ columns }) => columns.step.length > 0).map(({ run, columns }) => ({ run, columns }));
    if (runs.length === 0) return { event: null, rows };
    const metaSteps = Object.fromEntries(this.metaSteps);
    return { event: { type: "rows", experiment, step, metaSteps, runs }, rows };
  }
}
