import type { Bus, BusMessage } from "./bus";

/** Figures of one page that have workers at the same time. */
const MOST_TRAINERS = 2;

/** In which those that have to make room hear of it. */
const NOTICE_MS = 60;

/**
 * At most two figures of a page have workers. Whoever wants them says so and waits a moment; where that makes too many, the one
 * that has had them for longest frees its own, and keeps its state.
 */
export class TrainerSlots {
  /** Of others that have workers: since when. */
  private readonly others = new Map<string, number>();
  private since: number | null = null;

  constructor(
    private readonly bus: Pick<Bus, "id" | "send" | "listen">,
    private readonly world: { now(): number; after(delayMs: number, callback: () => void): void; makeRoom(): void },
  ) {
    bus.listen((message) => this.hear(message));
  }

  /** Resolves once there is room. */
  async claim(): Promise<void> {
    if (this.since !== null) return;
    this.since = this.world.now();
    this.bus.send("trains", this.since);
    await new Promise<void>((resolve) => this.world.after(NOTICE_MS, resolve));
  }

  release(): void {
    if (this.since === null) return;
    this.since = null;
    this.bus.send("rests", null);
  }

  private hear({ from, kind, value }: BusMessage): void {
    if (kind === "rests") this.others.delete(from);
    if (kind !== "trains" || typeof value !== "number") return;
    const isNew = !this.others.has(from);
    this.others.set(from, value);
    if (this.since === null) return;
    const all = [...this.others, [this.bus.id, this.since] as const].sort(
      ([a, early], [b, late]) => late - early || (a < b ? 1 : -1),
    );
    if (all.findIndex(([id]) => id === this.bus.id) >= MOST_TRAINERS) {
      this.release();
      this.world.makeRoom();
    } else if (isNew) this.bus.send("trains", this.since); // who comes later has not heard of this one
  }
}
