import type { Notice, Resume } from "../../protocol/messages";
import { addNotice } from "./applyEvent";
import { cell } from "./columns";
import { nextExperiment } from "./configure";
import type { ExperimentState } from "./state";

/** A run that took longer to train is kept when a restart takes it off the page. */
const WORTH_SECONDS = 60;

/** Seconds that all runs have trained for. */
function trainedSeconds({ runs }: ExperimentState): number {
  return runs.reduce((sum, { columns }) => sum + (cell(columns, "seconds", columns.length - 1) ?? 0), 0);
}

/**
 * The state after a restart with the run before kept, where it was long, or the one kept before, and a notice that offers it.
 * `told` says what changed.
 */
export function withShelf(before: ExperimentState, next: ExperimentState, told: string): ExperimentState {
  const seconds = before.recorded ? 0 : trainedSeconds(before);
  if (seconds >= WORTH_SECONDS) {
    const kept: ExperimentState = { ...next, shelf: { ...before, shelf: null } };
    const detail = `${told} The ${before.step} steps taken before, ${durationText(seconds)} of training, are off the charts.`;
    return addNotice(kept, { level: "info", title: "Restarted at step 0", detail, remedy: OFFER }, "bringBack");
  }
  const { shelf } = before;
  if (!shelf) return next;
  const detail = `It has ${shelf.step} steps, ${durationText(trainedSeconds(shelf))} of training.`;
  return addNotice(
    { ...next, shelf },
    { level: "info", title: "A longer run is kept", detail, remedy: OFFER },
    "bringBack",
  );
}

const OFFER = "They are kept while this stands here: rows, charts and link can come back.";

function durationText(seconds: number): string {
  return seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}

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

/** What the worker needs to know of a log that it goes on from. */
export function resumeOf({ step, runs, isRounded }: ExperimentState): Resume {
  const going = runs.filter(({ status }) => status !== "diverged" && status !== "failed");
  return {
    step,
    ...(isRounded ? { isRounded } : {}),
    evaluatedAt: Math.min(step, ...going.map(({ evaluations }) => evaluations.at(-1)?.step ?? 0)),
    runs: Object.fromEntries(
      runs.map(({ run, columns, metaSteps }) => [
        run,
        { seconds: cell(columns, "seconds", columns.length - 1) ?? 0, metaSteps },
      ]),
    ),
  };
}
