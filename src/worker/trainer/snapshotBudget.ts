/** Training keeps nine tenths of the worker's time. */
const SHARE = 0.1;

/** One kind of snapshot: when it is wanted again, and of which step it was taken last. */
class Turn {
  step = -1;
  wantedAtMs = Number.NEGATIVE_INFINITY;

  constructor(readonly intervalMs: number) {}
}

/**
 * Shares a tenth of the worker's time between all kinds of snapshots: each is wanted again after its interval, and after any of
 * them nothing is taken until the time it took is a tenth of the time gone by. Who has waited longest comes first.
 */
export class SnapshotBudget {
  private readonly turns = new Map<string, Turn>();
  private freeAtMs = Number.NEGATIVE_INFINITY;

  /** The kinds that may be taken at a step, in the order to take them; of all that are not of this step when `all`. */
  due(step: number, all: boolean, now: number, kinds: readonly { kind: string; intervalMs: number }[]): string[] {
    if (!all && now < this.freeAtMs) return [];
    return kinds
      .map(({ kind, intervalMs }) => ({ kind, turn: this.turnOf(kind, intervalMs) }))
      .filter(({ turn }) => turn.step !== step && (all || now >= turn.wantedAtMs))
      .toSorted((a, b) => a.turn.wantedAtMs - b.turn.wantedAtMs)
      .map(({ kind }) => kind);
  }

  /** Whether another may follow at once. */
  isFree(now: number): boolean {
    return now >= this.freeAtMs;
  }

  /** Notes what was taken. Time spent while nothing trains (`isAtRest`) is nobody's. */
  taken(kind: string, step: number, spentMs: number, now: number, isAtRest: boolean): void {
    const turn = this.turns.get(kind);
    if (!turn) return;
    turn.step = step;
    turn.wantedAtMs = now + turn.intervalMs;
    if (!isAtRest) this.freeAtMs = Math.max(this.freeAtMs, now) + spentMs * (1 / SHARE - 1);
  }

  private turnOf(kind: string, intervalMs: number): Turn {
    const turn = this.turns.get(kind) ?? new Turn(intervalMs);
    this.turns.set(kind, turn);
    return turn;
  }
}
