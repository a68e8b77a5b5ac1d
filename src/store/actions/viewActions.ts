import { VIEW_IDS, type ViewId } from "../../config/tables/views";
import type { ExperimentStore } from "../experiment/experimentStore";
import {
  clampLandscapeStep,
  clampTheta,
  type LandscapeChoice,
  landscapeFrom,
} from "../experiment/plane/landscapeState";
import { clampPictureTheta, isInLesson, type PictureChoice } from "../experiment/plane/pictureState";
import { scrubbed } from "../experiment/shownStep";
import type { DisplayState } from "../experiment/state";
import { canWalk } from "../experiment/walk";
import type { Actions } from "./actions";
import type { Host } from "./host";

/** Actions that change what is looked at, never a number of the run. */
export type ViewActions = Pick<
  Actions,
  | "toggleSeries"
  | "setXAxis"
  | "setLossSplit"
  | "setAxes"
  | "setFirstStep"
  | "setZoom"
  | "trainSeeds"
  | "cancelSeeds"
  | "setSmoothing"
  | "setHover"
  | "setPointedRun"
  | "scrubTo"
  | "chooseMove"
  | "toggleView"
  | "reviveView"
  | "walkTo"
  | "walkOn"
  | "setLesson"
  | "setSpectrumLayer"
  | "setLandscapeProblem"
  | "setLandscapeTheta"
  | "setLandscapeStep"
  | "setPictureTheta"
  | "foldPicture"
  | "setTheme"
  | "setLanguage"
  | "setCharacterKeys"
>;

const wholeStep = (step: number) => Math.max(0, Math.round(step));

/** The view's actions over a store; the worker hears which views are open. */
export function createViewActions(
  store: ExperimentStore,
  host: Pick<Host, "send" | "seeds" | "sweeps" | "reviveAnalysis">,
): ViewActions {
  const state = () => store.getState();
  const setDisplay = (part: Partial<DisplayState>) => {
    const { display } = state();
    const isNew = (Object.keys(part) as (keyof DisplayState)[]).some((key) => part[key] !== display[key]);
    if (isNew) store.setState({ display: { ...display, ...part } });
  };
  const setLandscape = (part: Partial<LandscapeChoice>) =>
    setDisplay({ landscape: { ...state().display.landscape, ...part } });
  const setPicture = (part: Partial<PictureChoice>) => setDisplay({ picture: { ...state().display.picture, ...part } });
  const toggleView = (view: ViewId) => {
    const { openViews } = state().display;
    const next = openViews.includes(view)
      ? openViews.filter((open) => open !== view)
      : VIEW_IDS.filter((id) => id === view || openViews.includes(id));
    setDisplay({ openViews: next, ...(next.includes("lookahead") ? {} : { walkStage: null }) });
    host.send({ type: "setViews", experiment: state().experiment, views: next });
  };

  return {
    toggleSeries(run) {
      const { hiddenRuns } = state().display;
      setDisplay({
        hiddenRuns: hiddenRuns.includes(run) ? hiddenRuns.filter((other) => other !== run) : [...hiddenRuns, run],
      });
    },
    setXAxis: (xAxis) => setDisplay({ xAxis }),
    setLossSplit: (lossSplit) => setDisplay({ lossSplit }),
    setAxes(chart, part) {
      const { axes } = state().display;
      setDisplay({ axes: { ...axes, [chart]: { ...axes[chart], ...part } } });
    },
    trainSeeds(count) {
      setDisplay({ seedCount: count });
      host.seeds(({ start, remove }) => (count > 0 ? start(count) : remove()));
    },
    cancelSeeds: () => host.seeds(({ cancel }) => cancel()),
    setFirstStep: (step) => setDisplay({ firstStep: wholeStep(step) }),
    setZoom(steps) {
      const [from, to] = (steps ?? [0, 0]).map(wholeStep).toSorted((a, b) => a - b) as [number, number];
      setDisplay({ zoom: from < to ? [from, to] : null });
    },
    setSmoothing: (smoothing) => setDisplay({ smoothing }),
    setHover: (hoverStep, pointedRun = null) => setDisplay({ hoverStep, pointedRun }),
    setPointedRun: (pointedRun) => setDisplay({ pointedRun }),
    scrubTo: (step) => setDisplay({ scrubStep: scrubbed(state(), step), walkStage: null }),
    chooseMove(key) {
      setDisplay({ chosenMove: key });
      if (!state().display.openViews.includes("effect")) toggleView("effect");
    },
    toggleView,
    reviveView(view) {
      if (view === "landscape") store.setState({ landscape: { ...state().landscape, status: "closed" } });
      else if (view === "sweepMap") host.sweeps(({ goOn }) => goOn());
      else {
        store.setState({ isAnalysisGone: false });
        host.reviveAnalysis?.();
      }
    },
    walkTo(stage) {
      if (stage === null) setDisplay({ walkStage: null });
      else if (canWalk(state())) setDisplay({ walkStage: stage, scrubStep: null });
    },
    walkOn() {
      if (!canWalk(state())) return;
      setDisplay({ walkStage: 1 });
      host.send({ type: "step", experiment: state().experiment });
    },
    setLesson: (lesson) => setDisplay({ lesson }),
    setSpectrumLayer: (spectrumLayer) => setDisplay({ spectrumLayer }),
    setLandscapeProblem: (problem) => setLandscape(landscapeFrom(problem, state().display.landscape.step)),
    setLandscapeTheta(wanted) {
      const { problem, theta } = state().display.landscape;
      const next = clampTheta(problem, wanted);
      if (next.join() !== theta.join()) setLandscape({ theta: next });
    },
    setLandscapeStep: (step) => setLandscape({ step: clampLandscapeStep(step) }),
    setPictureTheta(wanted) {
      const theta = clampPictureTheta(wanted);
      if (theta.join() !== state().display.picture.theta.join()) setPicture({ theta });
    },
    foldPicture: (isFolded) => setPicture(isInLesson(state()) ? { isOpenInLesson: !isFolded } : { isFolded }),
    setTheme: (theme) => setDisplay({ theme }),
    setLanguage: (language) => setDisplay({ language }),
    setCharacterKeys: (characterKeys) => setDisplay({ characterKeys }),
  };
}
