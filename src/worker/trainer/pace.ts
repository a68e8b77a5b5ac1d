import type { LoopParts } from "./loopParts";

/** When steps may be taken: as the chosen speed allows in Play, at once for Step and Meta-step. */
export class Pace {
  private lastSlot = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: Pick<LoopParts, "stepRequest" | "stepsPerSecond" | "now">) {}

  /** Milliseconds of a step at the speed that was chosen; null without a limit, as for Step and Meta-step. */
  get periodMs(): number | null {
    const rate = this.parts.stepRequest.isPlaying ? this.parts.stepsPerSecond() : null;
    return rate === null ? null : 1000 / rate;
  }

  /** 0 where a step may be taken now, which is then counted as taken; else the milliseconds until one may. */
  takeSlot(): number {
    const { now } = this.parts;
    const { periodMs } = this;
    if (periodMs === null) {
      this.lastSlot = now();
      return 0;
    }
    const slot = this.lastSlot + periodMs;
    const lateMs = now() - slot;
    if (lateMs < 0) return -lateMs;
    this.lastSlot = lateMs > periodMs ? now() : slot;
    return 0;
  }
}
