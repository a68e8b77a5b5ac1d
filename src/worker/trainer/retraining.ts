import { ownValue } from "../../config/formulas/ownValue";
import { isEvaluated } from "../../config/formulas/snapshotSchedule";
import type { RunRows } from "../../core/training/contract";
import type { Resume, WorkerEvent } from "../../protocol/messages";

type Rows = Extract<WorkerEvent, { type: "rows" }>["runs"][number];

/**
 * The steps that the page has in its log already and the race, which starts at step 0, has still to take: with the same seed and
 * moves they are the same. Nothing of them is sent but how far it is, and the loss, by which the page can tell that they are;
 * where the log is rounded, its exact rows as well.
 */
export class Retraining {
  private readonly shifts = new Map<string, number>();

  constructor(private readonly resume: Resume | null) {}

  /** Steps of the log. */
  get goal(): number {
    return this.resume?.step ?? 0;
  }

  /** Whether the log has rounded numbers, which exact ones take the place of. */
  get isRounded(): boolean {
    return this.resume?.isRounded === true;
  }

  /** Whether the log has no evaluation of a step, though it is one that has some: the page ended between the two. */
  lacksEvaluation(step: number, interval: number): boolean {
    return isEvaluated(step, interval) && step > (this.resume?.evaluatedAt ?? this.goal);
  }

  /** Meta-updates of a run in the log. */
  metaStepsOf(run: string): number {
    return this.kept(run)?.metaSteps ?? 0;
  }

  private kept(run: string) {
    return this.resume ? ownValue(this.resume.runs, run) : undefined;
  }

  /** Rows of the log, trained again: what the page is told of them. */
  taken(experiment: string, step: number, rows: readonly RunRows[]): WorkerEvent {
    const losses = new Map<string, number | null>();
    for (const { run, columns } of rows) {
      const row = columns.step.indexOf(step - 1);
      if (row >= 0) losses.set(run, columns.trainLoss[row] ?? null);
      const seconds = columns.seconds.at(-1);
      if (seconds != null && !this.isRounded) this.shifts.set(run, (this.kept(run)?.seconds ?? 0) - seconds);
    }
    const told = { type: "retrained", experiment, step, losses: Object.fromEntries(losses) } as const;
    return this.isRounded ? { ...told, rows: rows.map(({ run, columns }) => ({ run, columns })) } : told;
  }

  /** Rows behind the log: their seconds go on from its own. */
  goneOn({ run, columns }: Rows): Rows {
    const shift = this.shifts.get(run);
    if (shift === undefined) return { run, columns };
    const seconds = columns.seconds?.map((second) => (second === null ? null : second + shift));
    return { run, columns: { ...columns, seconds } };
  }
}
