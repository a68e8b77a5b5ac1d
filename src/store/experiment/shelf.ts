import type { Resume } from "../../protocol/messages";
import { addNotice } from "./applyEvent";
import { cell } from "./columns";
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
