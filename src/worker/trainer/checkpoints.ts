import { checkpointBuffers, type RaceCheckpoint } from "../../config/experiment/checkpoint";
import type { Race } from "../../core/training/contract";

/** From one checkpoint to the next while it trains. */
const INTERVAL_MS = 3000;

/** At rest the last one may be this old: what is behind it is soon trained again. */
const REST_MS = 500;

/** At most this share of the time goes into them. */
const SHARE = 0.02;

/** Takes checkpoints of a race, seldom enough to cost little. Rows must have been read before each. */
export class Checkpoints {
  private takenAt = 0;
  private lastStep: number;
  private costMs = 0;

  constructor(
    private readonly race: Race,
    private readonly now: () => number,
    private readonly send: ((checkpoint: RaceCheckpoint, buffers: ArrayBuffer[]) => void) | null,
  ) {
    this.lastStep = race.step;
    this.takenAt = now();
  }

  /** Milliseconds until the next one is worth its time, while steps are taken or at rest; infinite where there is none to take. */
  dueInMs(isAtRest: boolean): number {
    if (!this.send || this.race.step === this.lastStep) return Number.POSITIVE_INFINITY;
    const patience = Math.max(isAtRest ? REST_MS : INTERVAL_MS, this.costMs / SHARE);
    return this.takenAt + patience - this.now();
  }

  async take(): Promise<void> {
    const start = this.now();
    const checkpoint = await this.race.checkpoint();
    this.send?.(checkpoint, checkpointBuffers(checkpoint));
    this.lastStep = checkpoint.step;
    this.takenAt = this.now();
    this.costMs = this.takenAt - start;
  }
}
