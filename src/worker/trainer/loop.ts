import { isEvaluated } from "../../config/formulas/snapshotSchedule";
import { raceIsOver } from "../notices";
import { Checkpoints } from "./checkpoints";
import type { LoopParts } from "./loopParts";
import { measure } from "./measure";
import { MetricsBuffer } from "./metricsBuffer";
import { Pace } from "./pace";
import { Retraining } from "./retraining";
import { Snapshots } from "./snapshots";

/** Steps under way on a device that works apart from us, beside the one being taken; with more, a slider answers late. */
const STEPS_IN_FLIGHT = 2;

/** Takes the steps that are asked for, and sends what they show (ARCHITECTURE.md, "The loop"). */
export class TrainingLoop {
  private readonly metrics: MetricsBuffer;
  private readonly snapshots: Snapshots;
  private readonly retraining: Retraining;
  private readonly checkpoints: Checkpoints;
  private readonly pace: Pace;
  /** Steps of the log are still to be taken again. */
  private isBehind: boolean;
  private readonly stopped = new Set<string>();
  private readonly inFlight: Promise<void>[] = [];
  private reported: { status: "idle" | "running" | "paused"; step: number } | null = null;
  private isOver: boolean;

  constructor(private readonly parts: LoopParts) {
    this.retraining = new Retraining(parts.resume);
    const { race, experiment, hasPicture, send, analyse, now } = parts;
    this.isBehind = this.retraining.goal > race.step;
    this.isOver = this.retraining.goal >= parts.steps();
    this.checkpoints = new Checkpoints(race, now, parts.keep);
    this.pace = new Pace(parts);
    this.metrics = new MetricsBuffer(race, experiment, now);
    this.snapshots = new Snapshots(race, experiment, hasPicture, parts.steps, parts.snapshotsEvery, {
      send,
      analyse,
      now,
      yieldToCommands: () => this.yieldToCommands(),
      isOpen: (view) => parts.isOpen(view),
      isStopped: (run) => this.stopped.has(run),
    });
  }

  /** Meta-updates of the run as of the last complete step. */
  metaStepsOf(run: string): number {
    return this.isBehind ? this.retraining.metaStepsOf(run) : this.metrics.metaStepsOf(run);
  }

  /** There may be steps left again: runs that had finished go on. */
  reopen(): void {
    if (!this.isOver || this.hasNoStepsLeft) return;
    this.isOver = false;
    this.tellRuns("running");
  }

  private get hasNoStepsLeft(): boolean {
    return this.shownStep >= this.parts.steps() || this.stopped.size === this.parts.race.runs.length;
  }

  /** Goes on until the gate throws `SessionEnded` or the race fails. */
  async run(): Promise<never> {
    const { stepRequest, gate } = this.parts;
    if (this.isBehind || this.parts.race.step > 0) this.report("paused");
    else {
      this.report("idle");
      await this.evaluate();
      await this.snapshots.take(true);
    }
    for (;;) {
      if (!stepRequest.wantsStep) await this.rest();
      else if (this.isOver) this.refuse();
      else if (this.isBehind) await this.retrain();
      else if (await this.isTime()) await this.step();
      await gate.turn();
    }
  }

  /** Nothing is asked for: shows where things stand and waits for a command. */
  private async rest(): Promise<void> {
    await this.flush();
    const { race, stepRequest, gate } = this.parts;
    if (this.reported?.status !== "idle" || race.step > 0 || gate.closed) this.report("paused");
    if (!this.isBehind) await this.snapshots.take(true);
    const dueInMs = this.isBehind ? Number.POSITIVE_INFINITY : this.checkpoints.dueInMs(true);
    if (dueInMs <= 0) await this.checkpoints.take();
    if (stepRequest.wantsStep) return;
    this.snapshots.tellRest(this.parts.question());
    await gate.command(dueInMs > 0 && Number.isFinite(dueInMs) ? dueInMs : undefined);
  }

  /** Steps that the page has rows of. */
  get shownStep(): number {
    return Math.max(this.parts.race.step, this.retraining.goal);
  }

  private refuse(): void {
    const { stepRequest, send, experiment } = this.parts;
    stepRequest.pause();
    send({ type: "notice", experiment, notice: raceIsOver(this.shownStep) });
  }

  /** Whether the speed limit allows a step now; waits for that or for a command. */
  private async isTime(): Promise<boolean> {
    if (this.parts.stepRequest.isRunning) this.report("running");
    const waitMs = this.pace.takeSlot();
    if (waitMs > 0) await this.parts.gate.command(waitMs);
    return waitMs === 0;
  }

  private async step(): Promise<void> {
    const { race, stepRequest, evaluationInterval } = this.parts;
    const wasMoved = this.applyInterventions();
    this.snapshots.prepareStep(wasMoved || !stepRequest.isRunning || this.pace.periodMs !== null);
    await this.takeStep();
    const { periodMs } = this.pace;
    stepRequest.stepTaken((run) => this.metaStepsOf(run), race.step);
    const isLast = race.step >= this.parts.steps();
    const isMeasured = isLast || isEvaluated(race.step, evaluationInterval);
    const isAwaited = wasMoved || !stepRequest.wantsStep || periodMs !== null; // somebody looks for this very step
    if (isMeasured || isAwaited || this.metrics.isDue) await this.flush();
    if (!stepRequest.wantsStep && !isLast) this.report("paused");
    if (isMeasured) await this.evaluate();
    const isCheckpointDue = this.checkpoints.dueInMs(false) <= 0;
    if (isCheckpointDue) await this.flush();
    if (isCheckpointDue) await this.checkpoints.take();
    if (this.hasNoStepsLeft) this.finish();
    else await this.snapshots.take(false, periodMs);
  }

  private async takeStep(): Promise<void> {
    const { race, gate, fence } = this.parts;
    gate.beginStep();
    await race.takeStep(() => this.betweenRuns());
    gate.endStep();
    this.metrics.stepTaken();
    const done = fence?.();
    done?.catch(() => {}); // of a device that is lost nobody awaits the rest
    if (done && this.inFlight.push(done) > STEPS_IN_FLIGHT) await this.inFlight.shift();
  }

  /** A step of the log, as fast as it goes: the moves of the log act again, those made since wait for its end. */
  private async retrain(): Promise<void> {
    const { race, interventions, evaluationInterval } = this.parts;
    this.report("running");
    const isMeasured = () => this.retraining.isRounded && isEvaluated(race.step, evaluationInterval);
    if (isMeasured()) await this.evaluate();
    interventions.apply(race, false);
    await this.takeStep();
    const isLast = race.step >= this.retraining.goal;
    if (isLast || this.metrics.isDue) await this.flush();
    if (this.retraining.lacksEvaluation(race.step, evaluationInterval)) await this.evaluate();
    if (!isLast) return;
    if (isMeasured()) await this.evaluate();
    this.isBehind = false;
    if (this.stopped.size === race.runs.length) this.finish();
  }

  /**
   * Pause is heard here in a long step: some of our runs have taken it, the others wait, and the counters stand. A partner
   * finishes its part of the step.
   */
  private async betweenRuns(): Promise<void> {
    const { gate, stepRequest } = this.parts;
    await gate.turn();
    if (!gate.standsStill) return;
    await this.flush();
    this.report("paused");
    await gate.opened();
    if (stepRequest.isRunning) this.report("running");
  }

  /** Lets commands in during work between steps, which goes on to its end; Play and Pause are answered at once. */
  private async yieldToCommands(): Promise<void> {
    const { gate, stepRequest } = this.parts;
    await gate.turn();
    if (gate.closed && this.reported?.status === "running") {
      await this.flush();
      this.report("paused");
    } else if (stepRequest.isRunning && !this.isOver) this.report("running");
  }

  /** Returns whether anything was moved. */
  private applyInterventions(): boolean {
    const { race, interventions, send, experiment } = this.parts;
    const applied = interventions.apply(race);
    for (const change of applied) send({ type: "intervention", experiment, step: race.step, ...change });
    return applied.length > 0;
  }

  /** Both splits, every run that goes on. At step 0 all runs have the same parameters: one measurement serves all. */
  private async evaluate(): Promise<void> {
    const { race, send, experiment } = this.parts;
    const first = race.runs[0]?.run;
    const lanes = race.step === 0 && first !== undefined ? [[first]] : race.lanes;
    const goingOn = lanes.map((lane) => lane.filter((run) => !this.stopped.has(run)));
    const measured = measure(race, goingOn, () => this.yieldToCommands());
    for (const { run } of race.runs) {
      const evaluation = await (measured.get(run) ?? (race.step === 0 && first && measured.get(first)));
      if (evaluation) send({ type: "evaluation", experiment, run, evaluation });
    }
  }

  private async flush(): Promise<void> {
    const { send, experiment, stepRequest, gate, outliveLoss } = this.parts;
    const { event, rows } = await this.metrics.flush();
    if (event && this.isBehind) send(this.retraining.taken(experiment, event.step, rows));
    else if (event) send({ ...event, runs: event.runs.map((one) => this.retraining.goneOn(one)) });
    for (const { run, probes } of rows)
      for (const { step, ...probe } of probes) this.snapshots.analyseGap(run, step, probe);
    for (const { run, status, message, end } of rows) {
      if (status !== "diverged" || this.stopped.has(run)) continue;
      await outliveLoss();
      gate.check();
      this.stopped.add(run);
      stepRequest.runStopped(run);
      send({ type: "runStatus", experiment, run, status, message, end });
    }
  }

  /** The race is over; `rest` says so with the status. */
  private finish(): void {
    this.isOver = true;
    this.parts.stepRequest.pause();
    this.tellRuns("finished");
  }

  private tellRuns(status: "running" | "finished"): void {
    const { race, send, experiment } = this.parts;
    for (const { run } of race.runs) if (!this.stopped.has(run)) send({ type: "runStatus", experiment, run, status });
  }

  private report(status: "idle" | "running" | "paused"): void {
    const { send, experiment } = this.parts;
    if (this.reported?.status === status && this.reported.step === this.shownStep) return;
    if (status === "running" && this.reported?.status === status) return;
    this.reported = { status, step: this.shownStep };
    send({ type: "status", experiment, status, step: this.shownStep });
  }
}
