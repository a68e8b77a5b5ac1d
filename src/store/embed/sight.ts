/** After so long out of sight the workers are freed. */
const FORGET_MS = 60_000;

/** What a figure does about being seen. */
interface SightListener {
  /** Out of sight: nothing is trained from now on. */
  onLost(): void;
  onSeen(): void;
  /** Out of sight for a minute. */
  onForgotten(): void;
}

/** Whether somebody can see the figure: by its own frame and tab, and by what its host says of it. */
export class FigureSight {
  private readonly reasons = { frame: true, tab: true, host: true };
  private isSeen = true;
  private turn = 0;

  constructor(
    private readonly after: (delayMs: number, callback: () => void) => void,
    private readonly listener: SightListener,
  ) {}

  get seen(): boolean {
    return this.isSeen;
  }

  set(reason: keyof FigureSight["reasons"], isThere: boolean): void {
    this.reasons[reason] = isThere;
    const isSeen = Object.values(this.reasons).every(Boolean);
    if (isSeen === this.isSeen) return;
    this.isSeen = isSeen;
    const turn = ++this.turn;
    if (isSeen) this.listener.onSeen();
    else {
      this.listener.onLost();
      this.after(FORGET_MS, () => {
        if (turn === this.turn) this.listener.onForgotten();
      });
    }
  }
}

/** Tells a sight of the figure's frame, wherever it stands in whichever page, and of its tab. */
export function watchSight(sight: FigureSight, hasTab: boolean): void {
  new IntersectionObserver((entries) => sight.set("frame", entries.at(-1)?.isIntersecting ?? true)).observe(
    document.documentElement,
  );
  if (!hasTab) return;
  const follow = () => sight.set("tab", document.visibilityState !== "hidden");
  document.addEventListener("visibilitychange", follow);
  follow();
}
