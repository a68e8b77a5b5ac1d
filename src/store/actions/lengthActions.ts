import { type ConfigProblem, checkNumber } from "../../config/experiment/checks";
import { EXPERIMENT_LIMITS, resolveExperiment } from "../../config/experiment/resolveExperiment";
import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import { continuedSteps, isOver } from "../experiment/raceEnd";
import type { ExperimentState } from "../experiment/state";
import { runName } from "../words/runName";
import type { Actions } from "./actions";
import { createBegin } from "./begin";
import type { Host } from "./host";

/** The actions on how long the race is. */
export function createLengthActions(
  store: ExperimentStore,
  host: Pick<Host, "send">,
): Pick<Actions, "setSteps" | "continueRace"> {
  const state = () => store.getState();
  const begin = createBegin(store, host);
  return {
    setSteps(wanted) {
      const { step, status, config, preset, experiment } = state();
      const notes: ConfigProblem[] = [];
      const steps = checkNumber("steps", wanted, EXPERIMENT_LIMITS.steps, config.steps, (note) => notes.push(note));
      for (const { title, allowed, taken, remedy } of notes)
        store.setState(addNotice(state(), { level: "warning", title, detail: `${allowed} ${taken}`, remedy }), true);
      if (steps === config.steps) return;
      const isLive = step > 0 && status !== "saved";
      if (isLive && steps <= step) store.setState(addNotice(state(), tooFewSteps(step)), true);
      else if (isLive || status === "running") host.send({ type: "setSteps", experiment, steps });
      else {
        const { scheduleSteps: _, ...start } = config;
        begin({ ...resolveExperiment({ ...start, steps }, { mode: "lenient" }), preset });
      }
    },
    continueRace() {
      const steps = isOver(state()) ? continuedSteps(state()) : null;
      if (steps === null) return;
      const { experiment } = state();
      host.send({ type: "setSteps", experiment, steps });
      host.send({ type: "play", experiment });
      store.setState(withoutOffer(state()));
    },
  };
}

/** One way on is offered, not one beside another. */
function withoutOffer(state: ExperimentState): ExperimentState {
  const notices = state.notices.filter(({ action }) => action !== "continueRace");
  return { ...state, notices };
}

/** Says that the race is over, with the way on. */
export function tellOver(state: ExperimentState): ExperimentState {
  const next = continuedSteps(state);
  const detail =
    state.step >= state.config.steps
      ? `It has taken all of its ${state.config.steps} steps.`
      : `Every run has stopped by step ${state.step}.`;
  const remedy =
    next === null
      ? "Press Reset to run it again from step 0."
      : `Continue it to step ${next}, set its steps in the settings, or press Reset to run it again from step 0.`;
  return addNotice(
    withoutOffer(state),
    { level: "info", title: "The race is over", detail, remedy },
    next === null ? null : "continueRace",
  );
}

/** Says that a move of a run that takes no step does nothing now; the same state where it takes steps. */
export function tellIdleMove(state: ExperimentState, run: string, symbol: string): ExperimentState {
  const owner = state.runs.find((candidate) => candidate.run === run);
  if (!owner || state.step === 0) return state;
  const name = runName(state.config.optimizers, run);
  if (owner.status === "diverged" || owner.status === "failed") {
    return addNotice(state, {
      level: "info",
      title: `${name} has stopped: ${symbol} moves nothing`,
      detail: `It takes no more steps${owner.message ? ` (${owner.message})` : ""}.`,
      remedy: `Press Reset and set ${symbol} before it starts, or move it earlier.`,
    });
  }
  if (!isOver(state)) return state;
  const next = continuedSteps(state);
  return addNotice(
    withoutOffer(state),
    {
      level: "info",
      title: `The race is over: ${symbol} acts once it goes on`,
      detail: `All ${state.config.steps} steps are taken; the move waits for the next one, and no link holds it before.`,
      remedy: next === null ? "Press Reset to start again." : `Continue the race to step ${next}, or press Reset.`,
    },
    next === null ? null : "continueRace",
  );
}

/** Says that a saved run stands still. */
export function tellSaved(state: ExperimentState): ExperimentState {
  return addNotice(
    state,
    {
      level: "info",
      title: "This is a saved run",
      detail: "It is shown from its log; nothing trains that a move could act on.",
      remedy: "Train it again to move its settings.",
    },
    "trainAgain",
  );
}

function tooFewSteps(step: number) {
  return {
    level: "info",
    title: `${step} steps have been taken already`,
    detail: `A race that has begun can end at step ${step + 1} or later.`,
    remedy: "Press Reset first, then set fewer steps.",
  } as const;
}
