import type { Command, Resume } from "../../protocol/messages";
import { sameExperiment } from "../charts/recording";
import { lastRowWith } from "../experiment/columns";
import { configured, nextExperiment } from "../experiment/configure";
import type { ExperimentStore } from "../experiment/experimentStore";
import { resumeOf } from "../experiment/shelf";
import type { ExperimentState } from "../experiment/state";
import { recordedAt } from "./recordedAt";
import type { RecordedLog } from "./recordedLog";

/** What a player needs of the page. */
export interface PlayerWorld {
  store: ExperimentStore;
  requestFrame(callback: () => void): void;
  /** Milliseconds, never going back. */
  now(): number;
  /** The page trains from here on: the state to train from, and what its worker has to train again first. */
  leave(state: ExperimentState, resume: Resume | null): void;
  /** To the worker that trains now. */
  send(command: Command): void;
  /** A live knob, once the page trains. */
  setHyperparam(run: string, name: string, value: number | string): void;
}

/** Without a speed a recording takes so long from its first step to its last, a short one less. */
const WHOLE_SECONDS = 8;
const LEAST_RATE = 60;

/** Plays a recording on the page: obeys the transport as a worker would, without one, until somebody asks for what is not in it. */
export class RecordedPlayer {
  private ticket = 0;
  private readonly forget: () => void;

  constructor(
    private readonly log: RecordedLog,
    private readonly world: PlayerWorld,
  ) {
    this.forget = world.store.subscribe((state, before) => {
      const { scrubStep } = state.display;
      const isBehind = state.recorded !== null && scrubStep !== null && state.step < log.steps;
      if (isBehind && scrubStep !== before.display.scrubStep) this.show(log.steps); // a look at any step needs all of them
    });
  }

  /** Shows the recording after so many steps, at rest. */
  show(step: number): void {
    this.ticket += 1;
    const { store } = this.world;
    store.setState(recordedAt(store.getState(), this.log, step), true);
  }

  /** Whether the command was the player's business; else the page trains, and it is a worker's. */
  obey(command: Command): boolean {
    switch (command.type) {
      case "play":
        this.play();
        return true;
      case "runTo":
        this.play(command.step);
        return true;
      case "pause":
        this.show(this.state.step);
        return true;
      case "step":
        this.show(this.at + 1);
        return true;
      case "metaStep":
        this.show(this.nextMetaStep(command.run));
        return true;
      case "setSpeed":
        if (this.state.status === "running") this.play();
        return true;
      case "setViews":
        return true;
      case "setHyperparam":
        this.train({ run: command.run, name: command.name, value: command.value });
        return true;
      case "setSteps":
        this.leave();
        this.world.send({ ...command, experiment: this.state.experiment });
        return true;
      case "configure":
        if (sameExperiment(command.config, this.log.config)) this.show(0);
        else this.end();
        return this.state.recorded !== null;
      default:
        return false;
    }
  }

  /** Trains from the step shown on, with the move of a knob if there is one; from step 0 where no step is left. */
  train(move: { run: string; name: string; value: number | string } | null): void {
    this.leave();
    const { world } = this;
    if (move) world.setHyperparam(move.run, move.name, move.value);
    world.send({ type: "play", experiment: this.state.experiment });
  }

  /** Another run takes its place. */
  end(): void {
    this.ticket += 1;
    this.forget();
  }

  private get state(): ExperimentState {
    return this.world.store.getState();
  }

  /** The step looked at: the scrubber's, else the latest. */
  private get at(): number {
    return this.state.display.scrubStep ?? this.state.step;
  }

  /** To its end, or to the step `goal` before it. */
  private play(goal: number = this.log.steps): void {
    const { log, world } = this;
    const { store } = world;
    const last = Math.min(goal, log.steps);
    if (last <= this.at && last < log.steps) return;
    const from = this.at >= log.steps ? 0 : this.at;
    this.show(from);
    store.setState({ status: "running" });
    const { ticket } = this;
    const start = world.now();
    const rate = this.state.speed ?? Math.max(LEAST_RATE, log.steps / WHOLE_SECONDS);
    const advance = () => {
      if (ticket !== this.ticket) return;
      const step = Math.min(last, Math.floor(from + ((world.now() - start) / 1000) * rate));
      const before = store.getState();
      const isOver = step >= last;
      if (step > before.step) {
        const next = recordedAt(before, log, step);
        const recorded = next.recorded && { ...next.recorded, wasPlayed: next.recorded.wasPlayed || step >= log.steps };
        store.setState({ ...next, recorded, status: isOver ? "paused" : "running" }, true);
      }
      if (!isOver) world.requestFrame(advance);
    };
    world.requestFrame(advance);
  }

  /** Behind the next meta-update of a run, or the end. */
  private nextMetaStep(run: string): number {
    const { at, log } = this;
    const columns = log.runs.find((one) => one.run === run)?.columns;
    if (!columns) return at + 1;
    for (let step = at; step < log.steps; step++) if (lastRowWith(columns, "objective", step) === step) return step + 1;
    return log.steps;
  }

  private leave(): void {
    const { log, world, state, at } = this;
    this.end();
    const { config, preset } = state;
    const isFresh = at >= config.steps || at === 0;
    const start = isFresh ? configured(state, { config, preset }) : recordedAt(state, log, at);
    const next: ExperimentState = {
      ...start,
      experiment: nextExperiment(state.experiment),
      status: "loading",
      progress: { stage: "data", fraction: 0, detail: "Building the race" },
      environment: null,
      recorded: null,
      retraining: isFresh ? null : { at: 0, to: at },
      display: { ...start.display, scrubStep: null },
    };
    world.leave(next, isFresh ? null : resumeOf(next));
  }
}
