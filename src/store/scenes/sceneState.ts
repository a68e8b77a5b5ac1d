import { PRESETS } from "../../config/experiment/presets";
import { RECORDED_IDS } from "../../config/experiment/recordedIds";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import type { Scene } from "../../config/scenes/sceneSet";
import { VIEW_IDS, VIEWS, type ViewId } from "../../config/tables/views";
import { sameExperiment } from "../charts/recording";
import { configured, nextExperiment } from "../experiment/configure";
import { foldStepZero } from "../experiment/interventions";
import type { DisplayState, ExperimentState } from "../experiment/state";
import { readLink } from "../link/readLink";

/** What stays the person's own, whichever scene is shown. */
const ownOf = ({ theme, language, mode, keeping, snapshots, clock, characterKeys, picture }: DisplayState) => ({
  ...{ theme, language, mode, keeping, snapshots, clock, characterKeys, picture },
  layout: "page" as const,
});

/** The state that a scene begins with, as a new experiment; `display.embed.start` is its step where a recording has it. */
export function begunScene(now: ExperimentState, scene: Scene, scenes: DisplayState["scenes"]): ExperimentState {
  const { display, speed, focusRun, ...start } = readLink(scene.state);
  const isRecorded = RECORDED_IDS.some((id) => {
    const preset = PRESETS.find((one) => one.id === id);
    return preset && sameExperiment(foldStepZero(resolveExperiment(preset.experiment).config), start.config);
  });
  const views: readonly ViewId[] = VIEW_IDS.filter(
    (id) => display.openViews.includes(id) || VIEWS[id].chart === scene.figure,
  );
  const looked = {
    ...display,
    ...ownOf(now.display),
    openViews: views,
    embed: { ...display.embed, trace: null, start: isRecorded ? (scene.step ?? 0) : null },
    scenes,
  };
  const next = configured({ ...now, display: looked, speed, focusRun, overlays: [] }, start);
  return { ...next, shelf: now.shelf, display: { ...next.display, scrubStep: null } };
}

/** A run of fewer steps than these is no longer in the list of kept runs once it was left. */
const LEAST_KEPT_STEPS = 10;

/** A state as it was left, as a new experiment at rest: rows, moves, step and view are its own, all else the page's. */
export function stateAgain(
  now: ExperimentState,
  left: ExperimentState,
  scenes: DisplayState["scenes"],
): ExperimentState {
  const { scrubStep, embed } = left.display;
  return {
    ...left,
    status: left.status === "running" ? "paused" : left.status,
    isPausing: false,
    experiment: nextExperiment(now.experiment),
    shelf: now.shelf,
    csv: { ...left.csv, file: now.csv.file, reading: null },
    archives: { ...now.archives, asking: left.archives.asking },
    landscape: now.landscape,
    sweepMap: now.sweepMap,
    seedBand: now.seedBand,
    kept: left.step < LEAST_KEPT_STEPS ? null : left.kept,
    display: {
      ...left.display,
      ...ownOf(now.display),
      hoverStep: null,
      pointedRun: null,
      walkStage: null,
      embed: { ...embed, start: left.recorded ? (scrubStep === null ? left.step : left.recorded.steps) : null },
      scenes,
    },
  };
}
