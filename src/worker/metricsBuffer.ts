import { COLUMN_NAMES, type Columns } from "../config/metrics";
import type { Race, RunRows } from "../core/training/contract";
import type { WorkerEvent } from "../protocol/messages";

/** Least time between two read-backs while running. */
const FLUSH_INTERVAL_MS = 33;

export type RowsEvent = Extract<WorkerEvent, { type: "rows" }>;

/**
 * Gathers the rows of a race and reads them back together. Rows of a step that some runs have not taken yet (a step
 * paused in its middle) are held back, so that every run on the page has the same steps.
 */
export class MetricsBuffer {
  private held = new Map<string, Columns>();
  private metaSteps: Record<string, number> = {};
  private lastFlush = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly race: Race,
    private readonly experiment: string,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.stepTaken();
  }

  get isDue(): boolean {
    return this.now() - this.lastFlush >= FLUSH_INTERVAL_MS;
  }

  /** A lockstep step is complete: its meta-updates may be shown. */
  stepTaken(): void {
    for (const { run } of this.race.runs) this.metaSteps[run] = this.race.metaSteps(run);
  }

  /** Meta-updates of the run as of the last complete step. */
  metaStepsOf(run: string): number {
    return this.metaSteps[run] ?? 0;
  }

  /** One read-back: the event to send, null where nothing is new, and what the race says of each run. */
  async flush(): Promise<{ event: RowsEvent | null; rows: RunRows[] }> {
    const rows = await this.race.readRows();
    this.lastFlush = this.now();
    for (const { run, columns } of rows) this.held.set(run, concatenate(this.held.get(run), columns));

    const runs: RowsEvent["runs"] = [];
    for (const [run, columns] of this.held) {
      const complete = columns.step.filter((step) => step !== null && step < this.race.step).length;
      if (complete > 0) runs.push({ run, columns: mapColumns((name) => columns[name].slice(0, complete)) });
      this.held.set(
        run,
        mapColumns((name) => columns[name].slice(complete)),
      );
    }
    if (runs.length === 0) return { event: null, rows };
    const { step } = this.race;
    return {
      event: { type: "rows", experiment: this.experiment, step, metaSteps: { ...this.metaSteps }, runs },
      rows,
    };
  }
}

function concatenate(first: Columns | undefined, second: Columns): Columns {
  return first ? mapColumns((name) => [...first[name], ...second[name]]) : second;
}

function mapColumns(values: (name: keyof Columns) => (number | null)[]): Columns {
  return Object.fromEntries(COLUMN_NAMES.map((name) => [name, values(name)])) as Columns;
}
