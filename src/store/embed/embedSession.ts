import type { HostMessage } from "../../protocol/embedMessages";
import type { Command } from "../../protocol/messages";
import type { Actions } from "../actions/actions";
import type { ExperimentStore } from "../experiment/experimentStore";
import { isOver } from "../experiment/raceEnd";
import { Bus } from "./bus";
import { FigureGroup } from "./group";
import { type HeldHost, listenToHost, postToHost } from "./host";
import { answerCall, until } from "./hostCalls";
import { tellOfEvents } from "./hostEvents";
import { FigureSight, watchSight } from "./sight";
import { Sleeper } from "./sleeper";
import { TrainerSlots } from "./trainerSlots";

/** A race that loops stands at its end for so long. */
const AT_THE_END_MS = 1500;

/** What an embed's session is made of. */
interface EmbedSurroundings {
  store: ExperimentStore;
  actions: Actions;
  workers: { send(command: Command): void; end(): void };
  after(delayMs: number, callback: () => void): void;
  setTheme(theme: "light" | "dark"): void;
  /** To where the page's own commands go: what plays a recording, or the workers. */
  ask(command: Command): void;
  readState(): unknown;
  /** The person wants nothing to move by itself. */
  isCalm: boolean;
  /** The host, where it spoke before this script was here. */
  held: HeldHost | null;
  /** Asks first, of every command of the page, whether it goes elsewhere. */
  guardCommands(goesElsewhere: (command: Command) => boolean): void;
}

/**
 * What an embed does beside the page's session: no worker before something is to be trained, none of more than two figures, none
 * for long out of sight; and it obeys and tells its host. Returns where the page's commands go.
 */
export function openEmbed(surroundings: EmbedSurroundings): (command: Command) => void {
  const { store, actions, workers, ask, after, isCalm } = surroundings;
  const { embed, mode, theme } = store.getState().display;
  const bus = new Bus();
  const slots = new TrainerSlots(bus, {
    now: Date.now,
    after,
    makeRoom() {
      goesOn = false;
      sleeper.sleep();
    },
  });
  const sleeper = new Sleeper(store, workers, () => slots.claim());
  const sleep = () => {
    sleeper.sleep();
    slots.release();
  };

  /** It was trained when it went out of sight, or is to play once it is seen. */
  let goesOn = embed.play !== "manual" && !isCalm;
  const goOn = () => {
    const { status, experiment } = store.getState();
    if (isOver(store.getState())) actions.playAgain();
    else if (status === "loading") ask({ type: "play", experiment });
    else actions.play();
  };
  const group =
    embed.group === null
      ? null
      : new FigureGroup(embed.group, bus, {
          store,
          actions,
          ask,
          after,
          rest() {
            goesOn = false;
            const { status, experiment } = store.getState();
            if (status === "running") ask({ type: "pause", experiment });
            sleep();
          },
        });
  if (group) surroundings.guardCommands((command) => group.takes(command));
  const sight = new FigureSight(after, {
    onSeen() {
      group?.see(true);
      if (goesOn) goOn();
      goesOn = false;
    },
    onLost() {
      const { status } = store.getState();
      if (group && !group.leads) {
        group.see(false);
        return;
      }
      goesOn ||= status === "running" || (status === "loading" && sleeper.isToPlay);
      if (goesOn) ask({ type: "pause", experiment: store.getState().experiment });
      group?.see(false, goesOn);
    },
    onForgotten: sleep,
  });
  const playWhenSeen = (isToPlay: boolean) => {
    if (sight.seen || (group && !group.leads)) return false;
    goesOn = isToPlay;
    group?.see(false, isToPlay);
    return true;
  };
  if (goesOn) sight.set("frame", false); // until its frame is known to be in sight
  watchSight(sight, mode === "normal");
  addEventListener("pagehide", () => slots.release());

  store.subscribe((state, before) => {
    const hasEnded = state.status !== "running" && before.status === "running" && isOver(state);
    if (!hasEnded || (group && !group.leads) || embed.play !== "loop" || isCalm) return;
    after(AT_THE_END_MS, () => {
      if (!isOver(store.getState())) return;
      if (sight.seen) actions.playAgain();
      else goesOn = true;
    });
  });

  tellOfEvents(store, (name, value) => postToHost({ type: "event", name, value }));
  const isLoaded = until(store, ({ status }) => status !== "loading").catch(() => null); // a failure is told of as such
  const listener = {
    onHello() {
      postToHost({ type: "event", name: "ready", value: { version: 1 } });
      void isLoaded.then(() => group?.join());
    },
    onMessage(message: HostMessage) {
      if (message.type === "call") {
        const { id } = message;
        const surely = isLoaded.then(() =>
          answerCall({ ...surroundings, send: ask, playWhenSeen }, message.name, message.args),
        );
        surely.then(
          (value) => postToHost({ type: "result", id, value }),
          (error: unknown) => postToHost({ type: "result", id, error: String(error) }),
        );
      } else if (message.name === "theme") {
        if (theme === "host") surroundings.setTheme(message.value);
      } else if (message.name === "sight") sight.set("host", message.value);
      else bus.hear(message.value);
    },
  };
  listenToHost(embed.origins, listener, surroundings.held);
  void isLoaded.then(() => group?.join());
  return (command) => sleeper.send(command);
}
