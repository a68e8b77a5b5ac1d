/** What a person wants of the loop: how many steps more, or steps up to a meta-update. */
export class StepRequest {
  private remaining = 0;
  private goal: { run: string; metaSteps: number } | null = null;
  private last = Number.POSITIVE_INFINITY;

  get wantsStep(): boolean {
    return this.remaining > 0;
  }

  /** Steps until further notice; a single step is none. */
  get isRunning(): boolean {
    return this.remaining === Number.POSITIVE_INFINITY;
  }

  /** Play, as opposed to steps and meta-steps, which heed no speed limit. */
  get isPlaying(): boolean {
    return this.isRunning && this.goal === null;
  }

  play(): void {
    this.runTo(Number.POSITIVE_INFINITY);
  }

  /** Plays until so many steps are complete. */
  runTo(step: number): void {
    this.remaining = Number.POSITIVE_INFINITY;
    this.goal = null;
    this.last = step;
  }

  pause(): void {
    this.remaining = 0;
    this.goal = null;
  }

  /** One step more; while running, the step in progress or the next is the last. */
  step(): void {
    this.remaining = this.isRunning ? 1 : this.remaining + 1;
    this.goal = null;
  }

  /** Up to the run's next meta-update after the `done` it has made; asked again meanwhile, one further. */
  metaStep(run: string, done: number): void {
    this.remaining = Number.POSITIVE_INFINITY;
    this.goal = { run, metaSteps: this.goal?.run === run ? this.goal.metaSteps + 1 : done + 1 };
  }

  /** A lockstep step is complete. */
  stepTaken(metaSteps: (run: string) => number, completed: number): void {
    if (this.isPlaying && completed >= this.last) this.pause();
    else if (this.goal && metaSteps(this.goal.run) >= this.goal.metaSteps) this.pause();
    else if (this.remaining > 0) this.remaining -= 1;
  }

  /** A run has stopped: it will make no further meta-update. */
  runStopped(run: string): void {
    if (this.goal?.run === run) this.pause();
  }
}
