import type { Notice } from "../../protocol/messages";
import { addNotice } from "../experiment/applyEvent";
import { nextExperiment } from "../experiment/configure";
import { withShelf } from "../experiment/shelf";
import type { ExperimentState } from "../experiment/state";

/**
 * The kept run as it stood, from its log, as a new experiment in place of the one there is, which is kept in turn where it was
 * long. Its worker starts at step 0: before it goes on it has to take the steps of the log again.
 */
export function broughtBack(now: ExperimentState): ExperimentState | null {
  const { shelf: kept } = now;
  if (!kept) return null;
  const isOver = kept.step >= kept.config.steps;
  const next: ExperimentState = {
    ...kept,
    experiment: nextExperiment(now.experiment),
    status: "loading",
    isPausing: false,
    progress: { stage: "data", fraction: 0, detail: "Building the race" },
    speed: now.speed,
    landscape: now.landscape,
    sweepMap: now.sweepMap,
    seedBand: now.seedBand,
    overlays: now.overlays,
    csv: { ...kept.csv, reading: null, isAsking: false },
    archives: { ...now.archives, asking: null },
    notices: [],
    display: {
      ...now.display,
      hiddenRuns: kept.display.hiddenRuns,
      chosenMove: kept.display.chosenMove,
      hoverStep: null,
      pointedRun: null,
      scrubStep: null,
      walkStage: null,
    },
    shelf: null,
    retraining: isOver ? null : { at: 0, to: kept.step },
  };
  const told = isOver ? addNotice(next, backAndOver(kept.step)) : next;
  return withShelf({ ...now, shelf: null }, told, "The run kept before is back.");
}

function backAndOver(steps: number): Notice {
  return {
    level: "info",
    title: `The run is back, all ${steps} steps`,
    detail: "Rows, charts and link are those it had, from its log.",
    remedy: "It was over, so there is nothing to train.",
  };
}
