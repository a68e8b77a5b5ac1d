import { ConfigError } from "../../config/experiment/notes";
import type { NumericHyperparamName } from "../../config/tables/hyperparamNames";
import type { Command } from "../../protocol/messages";
import { addNotice } from "../experiment/applyEvent";
import { configureCommand } from "../experiment/configure";
import type { ExperimentStore } from "../experiment/experimentStore";
import { scheduleOf } from "../experiment/interventions";
import type { ExperimentState } from "../experiment/state";
import { openRecorded, openSaved } from "./openRecorded";
import type { PlayerWorld, RecordedPlayer } from "./player";

/** Stands between the page's commands and its workers: while a recording plays there, no worker hears of them. */
export class RecordedSeat {
  private player: RecordedPlayer | null = null;

  constructor(
    private readonly store: ExperimentStore,
    private readonly world: Pick<PlayerWorld, "requestFrame" | "now" | "send"> & {
      setHyperparam(run: string, name: NumericHyperparamName, value: number): void;
    },
  ) {}

  send(command: Command): void {
    const isLeft = this.store.getState().recorded === null && command.type !== "configure";
    if (this.player && isLeft) this.end(); // by the leader of a group, whose state this is
    if (this.player?.obey(command)) return;
    if (command.type === "configure") this.stand();
    this.world.send(command);
  }

  /** Lets go of what plays: another state has taken its place on the page. */
  rest(): void {
    this.player?.end();
    this.player = null;
  }

  /** Trains from the step shown on. */
  trainHere(): void {
    this.player?.train(null);
  }

  /** Shows what the link asks for in place of its experiment; where that is not to be had it says so, and the page trains as usual. */
  async open(experiment: string): Promise<void> {
    if (this.store.getState().experiment !== experiment) return; // another was chosen meanwhile
    try {
      this.player = await openRecorded(this.playerWorld());
    } catch (error) {
      if (this.store.getState().experiment === experiment) this.goOn(error);
    }
  }

  /** Plays a run that was saved. */
  openSaved(saved: ExperimentState): void {
    this.player?.end();
    this.player = openSaved(saved, this.playerWorld());
  }

  private goOn(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = { title: "The recording cannot be shown", detail: message, remedy: "It is trained here instead." };
    const notes = error instanceof ConfigError ? error.notes : [unknown];
    this.stand();
    const state = this.store.getState();
    this.store.setState(
      notes.reduce((next, note) => addNotice(next, { level: "warning", ...note }), state),
      true,
    );
    const command = configureCommand(state);
    if (command) this.world.send(command);
  }

  private playerWorld(): PlayerWorld {
    const { store, world } = this;
    return {
      store,
      ...world,
      setHyperparam: (run, name, value) => world.setHyperparam(run, name as NumericHyperparamName, value as number),
      leave: (state, resume) => {
        store.setState(state, true);
        this.stand();
        const config = { ...state.config, interventions: scheduleOf(state.config, state.interventions) };
        const command = configureCommand({ ...state, config });
        if (command?.type === "configure") world.send(resume ? { ...command, resume } : command);
      },
    };
  }

  private end(): void {
    this.player?.end();
    this.stand();
  }

  /** Nothing recorded is on the page any more, nor asked for by its link. */
  private stand(): void {
    this.player = null;
    const { display } = this.store.getState();
    if (display.embed.trace !== null || display.embed.start !== null)
      this.store.setState({ display: { ...display, embed: { ...display.embed, trace: null, start: null } } });
  }
}
