import { FitFigure } from "../../components/fit/FitFigure";
import { experimentStore } from "../../store/experiment/experimentStore";
import { stateOfRun, traceOf } from "../../store/files/runFile";
import { type CaseGroup, type GalleryCase, untilReady } from "../galleryCase";
import type { ModelName } from "../models/recipes";
import { translating } from "../translating";

const picture = (name: string, model: ModelName, part: Partial<GalleryCase> = {}): GalleryCase => ({
  name: `fit-${name}`,
  model,
  draw: () => <FitFigure />,
  room: "column",
  ...part,
});

/** An act: the run as its file opens it. */
function asSaved() {
  const state = experimentStore.getState();
  const trace = traceOf(state);
  if (!trace) throw new Error("There is nothing to save.");
  const file = "run.json";
  experimentStore.setState(stateOfRun(state, { config: state.config, trace, file }), true);
}

/** What the runs have learned, in each task's own picture. */
export const FIT_CASES: CaseGroup = {
  topic: "fits",
  hasSnapshots: true,
  cases: [
    picture("function", "sine"),
    picture("function-empty", "sine", { heard: untilReady }),
    picture("function-past-step", "sine", { act: (actions) => actions.scrubTo(50) }),
    picture("csv", "csv"),
    picture("crowd", "crowd"),
    picture("surface", "spirals"),
    picture("images", "images"),
    picture("reconstruction", "reconstruction"),
    picture("parity", "cars"),
    picture("parity-start", "cars", { heard: untilReady }),
    picture("parity-past-step", "cars", { act: (actions) => actions.scrubTo(15) }),
    picture("parity-empty", "alone", { heard: untilReady }),
    picture("parity-diverged", "diverged"),
    picture("parity-thirteen-runs", "thirteen"),
    picture("parity-twice-a-method", "twice"),
    picture("parity-weights", "linear"),
    picture("parity-matrix", "matrix"),
    picture("translations", "cars", { heard: translating("learning") }),
    picture("translations-start", "cars", { heard: (events) => translating("learning")(untilReady(events)) }),
    picture("translations-past-step", "cars", {
      heard: translating("learning"),
      act: (actions) => actions.scrubTo(12),
    }),
    picture("translations-one-run", "alone", { heard: translating("learning") }),
    picture("translations-thirteen-runs", "thirteen", { heard: translating("learning") }),
    picture("translations-long-words", "cars", { heard: translating("longWinded") }),
    picture("saved", "sine", { act: asSaved }),
  ],
};
