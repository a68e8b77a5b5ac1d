import { HYPERPARAM_NAMES } from "../../config/tables/hyperparams";
import type { Command } from "../../protocol/messages";
import { configureCommand, nextExperiment } from "../experiment/configure";
import type { ExperimentStore } from "../experiment/experimentStore";
import { scheduleOf, settingKey } from "../experiment/interventions";
import { resumeOf } from "../experiment/shelf";
import type { ExperimentState } from "../experiment/state";

/** The workers of a session, as far as they are started and ended here. */
interface SleeperWorkers {
  send(command: Command): void;
  end(): void;
}

/** What a person or a host asks for in place of Play. */
const OTHER_THAN_PLAY: readonly Command["type"][] = ["pause", "step", "metaStep", "runTo"];

/**
 * Starts workers only once something is to be trained, and frees them while nobody looks. What was trained stays on the page, and
 * comes back in the worker by its log, which is the same steps to the bit.
 */
export class Sleeper {
  private state: "asleep" | "waking" | "awake" = "asleep";
  private waiting: Command[] = [];
  private wantsPlay = false;

  /** `mayTrain` resolves once no more figures of the page train than should. */
  constructor(
    private readonly store: ExperimentStore,
    private readonly workers: SleeperWorkers,
    private readonly mayTrain: () => Promise<void>,
  ) {}

  /** Workers are there or on their way, and what was asked of them at last is to play: not to take a step or some. */
  get isToPlay(): boolean {
    return this.state !== "asleep" && this.wantsPlay;
  }

  send(command: Command): void {
    if (command.type === "play") this.wantsPlay = true;
    else if (OTHER_THAN_PLAY.includes(command.type)) this.wantsPlay = false;
    if (this.state === "awake") this.workers.send(command);
    else if (this.state === "asleep") this.hear(command);
    else if (command.type !== "configure") this.waiting.push(command); // the state as it is then is what starts
  }

  private hear(command: Command): void {
    switch (command.type) {
      case "configure":
        this.store.setState(atRest(this.store.getState()), true);
        break;
      case "readCsv":
        this.state = "awake";
        this.workers.send(command);
        break;
      case "play":
      case "step":
      case "metaStep":
      case "runTo":
      case "setSteps":
        void this.wake(command);
        break;
      default: // what the worker is told of the state when it starts
    }
  }

  /** Ends the workers; the page keeps what it has. */
  sleep(): void {
    if (this.state === "asleep") return;
    this.state = "asleep";
    this.waiting = [];
    this.workers.end();
    this.store.setState(atRest(this.store.getState()), true);
  }

  private async wake(command: Command): Promise<void> {
    this.state = "waking";
    this.waiting = [command];
    this.store.setState(loading(this.store.getState()), true);
    await this.mayTrain();
    if (this.state !== "waking") return;
    this.state = "awake";
    const state = this.store.getState();
    const moves = scheduleOf(state.config, state.interventions);
    const configure = configureCommand({ ...state, config: { ...state.config, interventions: moves } });
    if (configure?.type !== "configure") return;
    this.workers.send(state.step > 0 ? { ...configure, resume: resumeOf(state) } : configure);
    const { experiment, runs, pending } = state;
    for (const { run, hyperparams } of runs)
      for (const name of HYPERPARAM_NAMES)
        if (pending[settingKey(run, name)])
          this.workers.send({ type: "setHyperparam", experiment, run, name, value: hyperparams[name] });
    for (const later of this.waiting.splice(0))
      this.workers.send("experiment" in later ? { ...later, experiment } : later);
  }
}

/** Nothing behind it trains: it stands where it is. */
function atRest(state: ExperimentState): ExperimentState {
  if (state.status === "needsFile" || state.status === "failed" || state.status === "saved") return state;
  return { ...state, status: state.step > 0 ? "paused" : "idle", isPausing: false, retraining: null };
}

/** A worker is on its way that takes the steps of the log again, under a name of its own. */
function loading(state: ExperimentState): ExperimentState {
  return {
    ...state,
    experiment: nextExperiment(state.experiment),
    status: "loading",
    progress: { stage: "data", fraction: 0, detail: "Building the race" },
    retraining: state.step > 0 ? { at: 0, to: state.step } : null,
  };
}
