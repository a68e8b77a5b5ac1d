import { ConfigError } from "../../config/experiment/notes";
import type { Command, Notice } from "../../protocol/messages";
import type { ScenesControl } from "../actions/host";
import { Sleeper } from "../embed/sleeper";
import { addNotice } from "../experiment/applyEvent";
import { configureCommand } from "../experiment/configure";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { DisplayState, ExperimentState } from "../experiment/state";
import type { RecordedSeat } from "../recorded/recordedSeat";
import { fetchScenes } from "../scenes/readScenes";
import { begunScene, stateAgain } from "../scenes/sceneState";
import { type HeldSet, sceneStore } from "../scenes/sceneStore";
import type { Workers } from "./workers";

/** What shows scenes needs of the session. */
interface Surroundings {
  store: ExperimentStore;
  workers: Workers;
  /** To where the page's commands go: what plays a recording, or what is given to `through`. */
  ask(command: Command): void;
  openSeat(): Promise<RecordedSeat>;
  after(delayMs: number, callback: () => void): void;
  /** From now on commands that no recording takes go there. */
  through(send: (command: Command) => void): void;
}

/** A step under way is waited for so long before a scene is left. */
const PATIENCE_MS = 3000;

/**
 * Shows a talk scene by scene. A scene that is left keeps the page's state as it stood, in memory, and has it again when it is come
 * back to; its workers end, and come again with the next Play, which first trains the steps of the log again, to the same bits.
 */
export function openSceneDesk(surroundings: Surroundings): ScenesControl {
  const { store, workers, ask, openSeat, after, through } = surroundings;
  const left = new Map<string, ExperimentState>();
  let before: ExperimentState | null = null;
  let held: HeldSet | null = null;
  let at: number | null = null;
  let wanted: number | null = null;
  let isMoving = false;
  let seat: RecordedSeat | null = null;
  const sleeper = new Sleeper(store, workers, async () => {});
  let isThrough = false;
  const sendThroughSleeper = () => {
    if (isThrough) return;
    isThrough = true;
    workers.end(); // those of before the talk
    through((command) => sleeper.send(command));
  };
  const state = () => store.getState();
  const placeOf = (scene: number): DisplayState["scenes"] => ({ set: held?.id ?? null, scene: scene + 1 });

  store.subscribe(({ display: { scenes } }, { display }) => {
    if (scenes || !display.scenes) return;
    keep();
    at = null;
    wanted = null; // one that is on its way comes no more
  });

  /** The state of the page, once no step is under way and nothing trains or plays any more. */
  const rested = async (): Promise<ExperimentState> => {
    if (state().status === "running") {
      ask({ type: "pause", experiment: state().experiment });
      await whenNot(store, "running", after);
    }
    if (state().recorded) seat ??= await openSeat();
    seat?.rest();
    if (!state().recorded) sleeper.sleep();
    return state();
  };
  const keep = () => {
    const key = at === null ? undefined : held?.keys[at];
    if (key !== undefined && isWorthKeeping(state())) left.set(key, state());
  };

  const put = (next: ExperimentState) => {
    store.setState(next, true);
    const { experiment } = next;
    if (next.display.embed.start !== null) {
      void openSeat().then((opened) => {
        seat = opened;
        return opened.open(experiment);
      });
    } else if (next.status === "loading") {
      const command = configureCommand(next);
      if (command) ask(command); // a sleeper hears it: nothing trains before it is to
    }
  };
  const begin = (scene: number) => {
    const one = held?.set.scenes[scene];
    if (!one) return;
    const next = begunScene(state(), one, placeOf(scene));
    put(next);
    const { experiment } = next;
    const { step = 0 } = one;
    if (next.display.embed.start === null && step > 0) ask({ type: "runTo", experiment, step });
  };
  const enter = (scene: number) => {
    const known = left.get(held?.keys[scene] ?? "");
    at = scene;
    if (known) put(stateAgain(state(), known, placeOf(scene)));
    else begin(scene);
  };

  const move = async (): Promise<void> => {
    if (isMoving) return;
    isMoving = true;
    try {
      while (wanted !== null && wanted !== at) {
        const now = await rested();
        if (wanted === null) return;
        if (at === null && isWorthKeeping(now) && now.display.scenes === null) {
          before = now;
          sceneStore.setState({ hasRunBefore: true });
        }
        keep();
        sendThroughSleeper();
        enter(wanted);
      }
    } finally {
      isMoving = false;
    }
  };
  const go = (scene: number) => {
    const last = (held?.set.scenes.length ?? 1) - 1;
    wanted = Math.max(0, Math.min(scene, last));
    return move();
  };
  const show = (next: HeldSet, scene: number) => {
    held = next;
    sceneStore.setState({ shown: next, problems: [] });
    return go(scene);
  };

  /** A set that comes with the page; null where it cannot be had, which a notice tells. */
  const fetchOrTell = async (id: string): Promise<HeldSet | null> => {
    try {
      return await fetchScenes(id);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const told = error.notes.reduce((next, note) => addNotice(next, { level: "warning", ...note }), state());
      store.setState({ ...told, display: { ...told.display, scenes: null } }, true);
      return null;
    }
  };

  return {
    show: (next, scene) => void show(next, scene),
    async present(id) {
      const found = await fetchOrTell(id);
      if (found) await show(found, 0);
    },
    async openLink() {
      const { scenes } = state().display;
      if (!scenes?.set) return;
      const found = await fetchOrTell(scenes.set);
      if (!found) {
        const command = configureCommand(state());
        if (command) ask(command);
        return;
      }
      await show(found, scenes.scene - 1);
      const { length } = found.set.scenes;
      if (scenes.scene > length) store.setState(addNotice(state(), noSuchScene(scenes.scene, length)), true);
    },
    turn: (by) => void go((isMoving ? (wanted ?? 0) : (at ?? 0)) + by),
    async startOver() {
      const scene = at;
      if (scene === null || isMoving) return;
      await rested();
      const key = held?.keys[scene] ?? "";
      left.delete(key);
      const { [key]: _, ...answers } = sceneStore.getState().answers;
      const { [key]: __, ...sketches } = sceneStore.getState().sketches;
      sceneStore.setState({ answers, sketches });
      if (at === scene) begin(scene);
    },
    answer(choice) {
      const key = at === null ? undefined : held?.keys[at];
      const to = at === null ? undefined : held?.set.scenes[at]?.ask?.about.to;
      if (key === undefined || to === undefined) return;
      sceneStore.setState(({ answers }) => ({ answers: { ...answers, [key]: choice } }));
      const { experiment, step } = state();
      if (step < to) ask({ type: "runTo", experiment, step: to });
    },
    async bringBefore() {
      if (!before || at !== null) return;
      const back = before;
      before = null;
      sceneStore.setState({ hasRunBefore: false });
      await rested();
      put(stateAgain(state(), back, null));
    },
  };
}

const noSuchScene = (asked: number, count: number): Notice => ({
  level: "warning",
  title: `There is no scene ${asked}`,
  detail: `Allowed: 1 to ${count}. The last one is shown.`,
  remedy: "Check the number after scene=.",
});

/** Something was trained, played or moved in it. */
const isWorthKeeping = ({ step, status }: ExperimentState): boolean => step > 0 || status === "idle";

/** Resolves once the state has another status, or after a while. */
function whenNot(
  store: ExperimentStore,
  status: ExperimentState["status"],
  after: Surroundings["after"],
): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe((state) => {
      if (state.status !== status) done();
    });
    const done = () => {
      stop();
      resolve();
    };
    after(PATIENCE_MS, done);
  });
}
