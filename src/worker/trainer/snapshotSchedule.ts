import { snapshotStride } from "../../config/formulas/snapshotSchedule";

/** Of the time gone by since the last snapshots of the schedule, those may take so much; more twice in a row, and it becomes coarser. */
const MOST = 0.25;

/**
 * The steps whose snapshots are kept (`snapshotStride`), by the number of the step and not by the clock. Where they twice in a row take
 * more than a quarter of the time, every second step is left out from then on: the only way in which time has a say.
 */
export class SnapshotSchedule {
  private coarseness = 1;
  private takenAt: number | null = null;
  private isOver = false;

  /** @param steps of the race as planned now: a race can be made longer. */
  constructor(
    private readonly steps: () => number,
    /** Steps between snapshots where they are fixed: time has no say then. Null: as the length of the race has it. */
    private readonly every: number | null = null,
  ) {}

  isDue(step: number): boolean {
    return step % (this.coarseness * snapshotStride(this.steps(), step, this.every ?? 1)) === 0;
  }

  /** Notes what the snapshots of a step of the schedule took. */
  taken(spentMs: number, now: number): void {
    if (this.every !== null) return;
    const isOver = this.takenAt !== null && spentMs > MOST * (now - this.takenAt);
    if (isOver && this.isOver) this.coarseness *= 2;
    this.isOver = isOver && !this.isOver;
    this.takenAt = now;
  }
}
