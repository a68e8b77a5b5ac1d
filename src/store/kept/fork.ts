import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import type { HyperparamName } from "../../config/tables/hyperparams";
import { type ColumnLog, columnValues, firstRows, rowOfStep } from "../experiment/columns";
import { nextExperiment } from "../experiment/configure";
import { withHyperparam } from "../experiment/interventions";
import { overlayOf, withOverlay } from "../experiment/overlays";
import { rowsTaken } from "../experiment/rows/takenRows";
import { shownStep } from "../experiment/shownStep";
import type { ExperimentState, Intervention, RunState } from "../experiment/state";
import { nameOfRace } from "./keptNames";

/** What a fork asks of the page's kept runs. */
export interface KeptRuns {
  checkpointAt(id: string, step: number): Promise<RaceCheckpoint | null>;
  /** With the rows that only storage has. */
  withAllRows(state: ExperimentState): Promise<ExperimentState>;
  /** As the list calls it. */
  nameOf(id: string): string;
}

/**
 * A branch of the run at the step that is looked at, with the checkpoint nearest before it; the run itself stays as an overlay. Null
 * where no past step is looked at, or another experiment has taken its place meanwhile (`now`). `kept`: null where nothing is kept.
 */
export async function forkOf(
  state: ExperimentState,
  kept: KeptRuns | null,
  now: () => ExperimentState,
): Promise<{ state: ExperimentState; checkpoint: RaceCheckpoint | null } | null> {
  const step = shownStep(state);
  return step === null || step === 0 ? null : branchFrom(state, step, kept, now);
}

/** The same from any step before the latest, 0 among them. */
export async function branchFrom(
  state: ExperimentState,
  step: number,
  kept: KeptRuns | null,
  now: () => ExperimentState,
): Promise<{ state: ExperimentState; checkpoint: RaceCheckpoint | null } | null> {
  if (step >= state.step || state.status === "loading") return null;
  const checkpoint = state.kept === null || !kept ? null : await kept.checkpointAt(state.kept, step);
  const name = state.kept === null || !kept ? nameOfRace(state) : kept.nameOf(state.kept);
  const { runs: whole } = kept ? await kept.withAllRows(state) : state;
  const latest = now();
  if (latest.experiment !== state.experiment) return null;
  return { state: branchAt(latest, whole, step, checkpoint?.step ?? 0, name), checkpoint };
}

/**
 * The state as it stood at a step, as a new experiment that has still to be loaded; trained again from step `from`. `whole`: its runs with
 * every row up to there.
 */
function branchAt(
  state: ExperimentState,
  whole: readonly RunState[],
  step: number,
  from: number,
  name: string,
): ExperimentState {
  const interventions = state.interventions.filter((move) => move.step < step);
  const left = withOverlay(state, overlayOf(state, `left at ${step}`, "fork"));
  return {
    ...left,
    experiment: nextExperiment(state.experiment),
    kept: null,
    status: "loading",
    isPausing: false,
    progress: { stage: "data", fraction: 0, detail: "Building the race" },
    step,
    interventions,
    pending: {},
    notices: [],
    tensors: null,
    retraining: from === step ? null : { from, at: from, to: step, forkOf: name },
    runs: state.runs.map((run, index) => runAt(run, whole[index]?.columns, state, interventions, step)),
    display: {
      ...state.display,
      scrubStep: null,
      hoverStep: null,
      pointedRun: null,
      chosenMove: null,
      walkStage: null,
    },
  };
}

function runAt(
  run: RunState,
  log = run.columns,
  { config }: ExperimentState,
  moves: readonly Intervention[],
  step: number,
): RunState {
  const columns = rowsBefore(log, step);
  const upTo = <One extends { step: number }>(list: readonly One[]) => list.filter((one) => one.step <= step);
  const isBefore = run.end ? run.end.step < step : rowsTaken(columns) === rowsTaken(run.columns);
  const hasStopped = isBefore && (run.status === "diverged" || run.status === "failed");
  const start = config.optimizers.find((entry) => entry.run === run.run)?.hyperparams ?? run.hyperparams;
  return {
    ...run,
    status: hasStopped ? run.status : "running",
    message: hasStopped ? run.message : null,
    end: hasStopped ? run.end : null,
    hyperparams: moves
      .filter((move) => move.run === run.run)
      .reduce((values, { name, value }) => withHyperparam(values, name as HyperparamName, value), start),
    columns,
    evaluations: upTo(run.evaluations),
    metaSteps: columnValues(columns, "objective").filter((value) => value !== null).length,
    spectra: upTo(run.spectra),
    predictions: upTo(run.predictions),
    lookaheads: upTo(run.lookaheads),
  };
}

/** The rows of steps before one. Cut among thinned rows, those up to there are what is left. */
function rowsBefore(log: ColumnLog, step: number): ColumnLog {
  const columns = firstRows(log, 1 + rowOfStep(log, step - 1));
  if (!columns.thinned || columns.length >= columns.thinned.rows) return columns;
  return { ...columns, thinned: { rows: columns.length, of: step } };
}
