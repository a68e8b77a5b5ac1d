import { checkHyperparam } from "../../config/experiment/checkHyperparam";
import type { ConfigProblem } from "../../config/experiment/checks";
import type { NumericHyperparamName } from "../../config/tables/hyperparamNames";
import { readsHyperparam } from "../../config/tables/hyperparamRange";
import { settingSymbol } from "../../config/tables/settingWords";
import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import { chooseFocusRun } from "../experiment/initialState";
import { settingKey, withHyperparam, withSetting } from "../experiment/interventions";
import { metaRunOf } from "../experiment/metaRun";
import { isOver } from "../experiment/raceEnd";
import type { ExperimentState } from "../experiment/state";
import { isShortened, linkOf } from "../link/linkSelectors";
import { runName } from "../words/runName";
import type { Actions } from "./actions";
import { createFileActions } from "./fileActions";
import type { Host } from "./host";
import { createLengthActions, tellIdleMove, tellOver, tellSaved } from "./lengthActions";
import { createOverlayActions } from "./overlayActions";
import { createRestartActions } from "./restartActions";
import { createSweepActions } from "./sweepActions";
import { createViewActions } from "./viewActions";

/** Moves of one control that follow each other so closely are one drag. */
const DRAG_PAUSE_MS = 1500;

/** The actions over a store and the world around it. */
export function createActions(store: ExperimentStore, host: Host): Actions {
  const state = () => store.getState();
  const isReady = () => ["idle", "running", "paused"].includes(state().status);
  /** Whether steps can be asked for; where the race is over it says so. */
  const mayStep = () => {
    if (state().recorded) return true; // its player knows its end
    if (state().status === "saved")
      restartActions.replay(); // a saved run trains again, with its moves
    else if (!isReady()) return false;
    const isDone = isOver(state());
    if (isDone) store.setState(tellOver(state()), true);
    return !isDone;
  };
  const send = (type: "play" | "pause" | "step") => {
    if (type === "pause" ? isReady() : mayStep()) host.send({ type, experiment: state().experiment });
  };
  const play = () => {
    if (state().isPausing) store.setState({ isPausing: false });
    send("play");
  };
  const pause = () => {
    if (state().status === "running") store.setState({ isPausing: true }); // the worker answers once it hears of it
    send("pause");
  };
  const gestures = gestureCounter(host.now);
  const setHyperparam: Actions["setHyperparam"] = (run, name, value) => {
    const before = state();
    if (before.status === "saved") return store.setState(tellSaved(before), true);
    const owner = before.runs.find((candidate) => candidate.run === run);
    if (!owner || !readsHyperparam(owner.optimizer, name)) return;
    const problems: ConfigProblem[] = [];
    const report = (problem: ConfigProblem) => void problems.push(problem);
    const called = runName(before.config.optimizers, run);
    const taken = checkHyperparam(owner.optimizer, name, value, owner.hyperparams[name], called, report);
    if (before.recorded) {
      store.setState(problems.reduce(tellProblem, before), true);
      if (taken !== owner.hyperparams[name])
        host.send({ type: "setHyperparam", experiment: before.experiment, run, name, value: taken });
      return;
    }
    const hasStopped = before.step > 0 && (owner.status === "diverged" || owner.status === "failed");
    const isSame = taken === owner.hyperparams[name];
    const moved = isSame || hasStopped ? before : movedState(before, run, name, taken, gestures);
    const told = isSame ? moved : tellIdleMove(moved, run, settingSymbol(owner.optimizer, name));
    store.setState(problems.reduce(tellProblem, told), true);
    if (moved !== before) host.send({ type: "setHyperparam", experiment: before.experiment, run, name, value: taken });
  };
  const restartActions = createRestartActions(store, host);
  const viewActions = createViewActions(store, host);
  const sweepActions = createSweepActions(store, host, setHyperparam);

  return {
    ...restartActions,
    ...createFileActions(store, host, restartActions),
    trainAgain: () => send("play"),
    trainHere: host.trainHere,
    ...createLengthActions(store, host),
    ...viewActions,
    ...createOverlayActions(store),
    ...sweepActions,
    toggleView(view) {
      viewActions.toggleView(view);
      if (!state().display.openViews.includes("sweepMap")) sweepActions.cancelSweep(); // a closed view costs nothing
    },
    play,
    pause,
    togglePlay: () => (state().status === "running" && !state().isPausing ? pause() : play()),
    step: () => send("step"),
    metaStep() {
      const meta = metaRunOf(state());
      if (meta && mayStep()) host.send({ type: "metaStep", experiment: state().experiment, run: meta.run });
    },
    setHyperparam,
    setPicturePrice(name, value) {
      const { runs, focusRun, display } = state();
      const focus = runs.find(({ run }) => run === focusRun);
      if (focus && readsHyperparam(focus.optimizer, name)) setHyperparam(focus.run, name, value);
      else {
        const { picture } = display;
        store.setState({ display: { ...display, picture: { ...picture, own: { ...picture.own, [name]: value } } } });
      }
    },
    setFocusRun: (run) => store.setState({ focusRun: chooseFocusRun(state().config, run) }),
    setSpeed(speed) {
      store.setState({ speed });
      host.send({ type: "setSpeed", experiment: state().experiment, stepsPerSecond: speed });
    },
    dismissNotice(id) {
      const { notices, shelf } = state();
      const isOffer = notices.some((notice) => notice.id === id && notice.action === "bringBack");
      store.setState({ notices: notices.filter((notice) => notice.id !== id), shelf: isOffer ? null : shelf });
    },
    scenes: host.scenes,
    endScenes: () => store.setState({ display: { ...state().display, scenes: null } }),
    async copyLink() {
      const written = linkOf(state());
      if (isShortened(written)) {
        const { tellShortened } = await import("./tellShortened");
        store.setState(tellShortened(state(), written), true);
      }
      const full = host.address() + written.link;
      return { link: full, outcome: (await host.copyText(full)) ? "copied" : "shown" };
    },
  };
}

/** The state with a live knob moved: shown at once, and at rest in step 0 what the run starts with. */
function movedState(
  before: ExperimentState,
  run: string,
  name: NumericHyperparamName,
  value: number | string,
  gestures: ReturnType<typeof gestureCounter>,
): ExperimentState {
  const key = settingKey(run, name);
  const current = before.runs.find((candidate) => candidate.run === run)?.hyperparams[name];
  const runs = before.runs.map((candidate) =>
    candidate.run === run
      ? { ...candidate, hyperparams: withHyperparam(candidate.hyperparams, name, value) }
      : candidate,
  );
  if (before.step === 0 && before.status !== "running") {
    return { ...before, runs, config: withSetting(before.config, run, name, value) };
  }
  const { gesture, from } = gestures.next(key, current ?? value);
  return { ...before, runs, pending: { ...before.pending, [key]: { from, value, gesture } } };
}

/** Numbers the drags: a move soon after another of the same control belongs to the same. A map moves two at once. */
function gestureCounter(now: () => number) {
  const last = new Map<string, { gesture: number; at: number; from: number | string }>();
  let count = 0;
  return {
    next(key: string, current: number | string): { gesture: number; from: number | string } {
      const at = now();
      const before = last.get(key);
      const goesOn = before !== undefined && at - before.at < DRAG_PAUSE_MS;
      const drag = goesOn ? { ...before, at } : { gesture: ++count, at, from: current };
      last.set(key, drag);
      return { gesture: drag.gesture, from: drag.from };
    },
  };
}

function tellProblem(state: ExperimentState, { title, allowed, taken, remedy }: ConfigProblem): ExperimentState {
  return addNotice(state, { level: "warning", title, detail: `${allowed} ${taken}`, remedy });
}
