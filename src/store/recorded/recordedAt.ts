import { firstRows } from "../experiment/columns";
import { withHyperparam } from "../experiment/interventions";
import type { ExperimentState, RunState } from "../experiment/state";
import type { RecordedLog } from "./recordedLog";

/**
 * The state of a recording after so many steps: rows, measurements and moves up to there. `before` gives the view, and the words of
 * a recording that plays already.
 */
export function recordedAt(before: ExperimentState, log: RecordedLog, step: number): ExperimentState {
  const { config, environment, steps, isRounded, interventions, task } = log;
  const at = Math.max(0, Math.min(Math.round(step), steps));
  const moves = interventions.filter((move) => move.step < at);
  const { display } = before;
  return {
    ...before,
    ...task,
    config: isRounded ? { ...config, backend: before.config.backend } : config, // trained again where the page would train
    status: at === 0 ? "idle" : "paused",
    isPausing: false,
    environment: {
      ...environment,
      backend: environment.backend === "auto" ? "wasm" : environment.backend,
      reason: `Trained on ${environment.backend.toUpperCase()} in ${environment.runtime}; nothing trains here.`,
    },
    step: at,
    runs: log.runs.map((run) => {
      const start = config.optimizers.find((entry) => entry.run === run.run)?.hyperparams ?? run.hyperparams;
      return { ...runAt(run, at, steps), hyperparams: movedBy(moves, run.run, start) };
    }),
    interventions: moves,
    pending: {},
    retraining: null,
    isRounded,
    recorded: { steps, wasPlayed: before.recorded?.wasPlayed ?? false },
    display: { ...display, scrubStep: display.scrubStep !== null && display.scrubStep < at ? display.scrubStep : null },
  };
}

/** Settings of a run after its moves. */
function movedBy(moves: ExperimentState["interventions"], of: string, start: RunState["hyperparams"]) {
  const own = moves.filter(({ run }) => run === of);
  return own.reduce((settings, { name, value }) => withHyperparam(settings, name, value), start);
}

function runAt(run: RunState, step: number, steps: number): RunState {
  const columns = firstRows(run.columns, step);
  const hasStopped = run.columns.length < Math.min(step, steps);
  const isOver = step >= steps || hasStopped;
  const upTo = <One extends { step: number }>(list: readonly One[]) => list.filter((one) => one.step <= step);
  return {
    ...run,
    status: isOver ? run.status : "running",
    message: isOver ? run.message : null,
    columns,
    metaSteps: columns.chunks.reduce((sum, { objective }) => sum + objective.filter((q) => q !== null).length, 0),
    evaluations: upTo(run.evaluations),
    spectra: upTo(run.spectra),
    predictions: upTo(run.predictions),
  };
}
