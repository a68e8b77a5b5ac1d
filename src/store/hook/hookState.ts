import { isGridRun } from "../../config/experiment/learningRateGrid";
import { COLUMN_NAMES, type ColumnName, type Columns, type LayerSpectrum } from "../../config/tables/metrics";
import { metaStepOf } from "../bar/barSelectors";
import { cell, columnValues, rowOfStep } from "../experiment/columns";
import type { ExperimentState, RunState } from "../experiment/state";
import { effectsOf } from "../views/effect/effectSelectors";
import { selectLandscape } from "../views/landscape/landscapeSelectors";
import { selectLedger } from "../views/ledger/ledgerSelectors";
import { termsOf } from "../views/lookahead/lookaheadSelectors";
import { selectIdeal } from "../views/spectrum/idealSelectors";
import { spectrumNumbers } from "../views/spectrum/spectrumNumbers";
import { staleOf } from "../views/sweepMap/sweepSelectors";

/** What the page is doing, in one word; `finished` is a race without a step left. */
export type HookStatus = ExperimentState["status"] | "finished";

/** What has been asked for and is not here yet, counted: analyses (spectra and gaps), pictures of what was learned, drawings. */
export interface Pending {
  spectra: number;
  fits: number;
  charts: number;
}

/** Parts of the state that are asked for; what is left out is all of it. */
export interface StateOptions {
  /** Columns of each run; `[]` for none. */
  columns?: readonly ColumnName[];
  /** Names of runs. */
  runs?: readonly string[];
}

/** What `getState` of the hook returns. */
export type TestState = ReturnType<typeof testStateOf>;

/** Everything is here, so far as anybody has asked. */
const NOTHING_PENDING: Pending = { spectra: 0, fits: 0, charts: 0 };

/** The status of the page; a race without a step left is `finished`, where the page's own state says `paused`. */
export function hookStatusOf({ status, runs, retraining, step, config }: ExperimentState): HookStatus {
  const isOver = retraining === null && (step >= config.steps || runs.every((run) => run.status !== "running"));
  return status === "paused" && isOver ? "finished" : status;
}

/** The experiment as plain JSON: nothing shared with the store, and null for every number that is not finite. */
export function testStateOf(
  state: ExperimentState,
  { columns, runs }: StateOptions = {},
  pending: Pending = NOTHING_PENDING,
) {
  const { step, config, environment, progress, interventions, notices, speed, preset, focusRun, display } = state;
  const named = state.runs.filter(({ run }) => runs === undefined || runs.includes(run));
  return {
    version: 1 as const,
    status: hookStatusOf(state),
    pending: { ...pending },
    step,
    metaStep: metaStepOf(state) ?? 0,
    steps: config.steps,
    backend: environment?.backend ?? config.backend,
    task: config.task,
    seed: config.seed,
    batchSize: config.batchSize,
    taskOptions: { ...config.taskOptions },
    csv: config.csv && { ...config.csv, use: state.csv.use },
    preset,
    speed,
    focusRun,
    retraining: state.retraining && withoutName(state.retraining),
    interventions: interventions.map(({ step: at, run, name, from, value }) => ({ step: at, run, name, from, value })),
    effects: effectsOf(state),
    scheduled: config.interventions.map((move) => ({ ...move })),
    ideal: testIdealOf(state),
    runs: named.map((run) => ({ ...testRunOf(run, columns ?? COLUMN_NAMES), lookahead: testLookaheadOf(state, run) })),
    environment: environment && { ...environment },
    tensors: state.tensors,
    progress: { ...progress },
    notices: notices.map(({ id, level, title, detail, remedy, action }) => ({
      id,
      level,
      title,
      detail,
      remedy,
      action,
    })),
    view: {
      ...display,
      hiddenRuns: [...display.hiddenRuns],
      openViews: [...display.openViews],
      landscape: structuredClone(display.landscape),
    },
    ledger: structuredClone(
      selectLedger(state).rows.map(({ run, every, meta, total, counted, times }) => ({
        run,
        every,
        meta,
        total,
        counted,
        times: { ...times },
      })),
    ),
    sweepMap: testSweepOf(state),
    seedBand: testSeedsOf(state),
    landscape: display.openViews.includes("landscape") ? testLandscapeOf(state) : null,
  };
}

/** The landscape as drawn, and whether the worker has answered for what the page shows now. */
function testLandscapeOf(state: ExperimentState) {
  const { problem, theta, step } = state.display.landscape;
  const { lambdaFsd, lambdaWsd, surfaces, balls, proximalPoint } = selectLandscape(state);
  return structuredClone({
    status: state.landscape.status,
    problem,
    theta,
    step,
    lambdaFsd,
    lambdaWsd,
    lossAtTheta: surfaces?.lossAtTheta ?? null,
    leastLoss: surfaces?.leastLoss ?? null,
    balls,
    proximalPoint,
    paths: state.landscape.steps?.paths ?? [],
  });
}

/** The further seeds: how far they are, and the mean of each run over them. */
function testSeedsOf({ seedBand: { status, trained, bands } }: ExperimentState) {
  const means = bands.map(({ run, mean }) => ({ run, trainLoss: columnValues(mean.columns, "trainLoss") }));
  return { status, trained: [...trained], means };
}

/** The map with what it was made for, and how it stands to the page now. */
function testSweepOf(state: ExperimentState) {
  const { status, purpose, cells, done, total, backend, shows, isRecorded } = state.sweepMap;
  return {
    status,
    made: purpose && {
      task: purpose.config.task,
      seed: purpose.config.seed,
      optimizer: purpose.optimizer,
      steps: purpose.steps,
      lambdaFsd: [...purpose.grid.lambdaFsd],
      lambdaWsd: [...purpose.grid.lambdaWsd],
    },
    isRecorded,
    stale: staleOf(state),
    cells: cells.map((cell) => ({ ...cell })),
    done,
    total,
    backend,
    shows,
  };
}

function testRunOf(run: RunState, columns: readonly ColumnName[]) {
  return {
    run: run.run,
    optimizer: run.optimizer,
    isGrid: isGridRun(run.run),
    status: run.status,
    ...(run.message === null ? {} : { message: run.message }),
    metaSteps: run.metaSteps,
    hyperparams: { ...run.hyperparams },
    columns: mergedColumns(run, columns),
    evaluations: run.evaluations.map(({ step, trainLoss, testLoss, testMetric }) => ({
      step,
      trainLoss: finite(trainLoss),
      testLoss: finite(testLoss),
      testMetric: finite(testMetric),
    })),
    spectra: run.spectra.map(({ step, layers }) => ({ step, layers: layers.map(spectrumRange) })),
    spectrum: structuredClone(run.spectra.at(-1) ?? null),
    cost: run.cost && { ...run.cost },
    layers: run.layers.map(({ name, shape }) => ({ name, shape: [...shape] })),
  };
}

/** The latest lookahead of a run with what it comes to, null where there is none. */
function testLookaheadOf(state: ExperimentState, run: RunState) {
  const latest = run.lookaheads.at(-1);
  if (!latest) return null;
  const { batch, fsdBatch, before, after, fsdBefore, fsdAfter, slopes, ...numbers } = latest;
  return {
    ...numbers,
    ...termsOf(state, run, latest),
    counts: { batch: batch.length, fsdBatch: fsdBatch.length },
    rows: { batch: [...batch], fsdBatch: [...fsdBatch] },
    slopes: { ...slopes },
    before: [...before],
    after: [...after],
    fsdBefore: [...fsdBefore],
    fsdAfter: [...fsdAfter],
  };
}

/** A spectrum in short, so that asking for the state stays cheap; the latest stands in full in `spectrum`. */
function spectrumRange(spectrum: LayerSpectrum) {
  const { name, method, dimension } = spectrum;
  return { name, method, dimension, ...spectrumNumbers(spectrum) };
}

/** Eigenvalues of the best preconditioner, ascending, in both forms, at the λ of the step shown. */
function testIdealOf(state: ExperimentState) {
  const { run, lambdas, layers, why } = selectIdeal(state);
  const values = (spectrum: LayerSpectrum | null) => spectrum && [...spectrum.eigenvalues];
  return {
    run,
    ...(lambdas ?? { lambdaFsd: null, lambdaWsd: null }),
    why,
    layers: layers.map(({ name, exact, linearised }) => ({
      name,
      exact: values(exact),
      linearised: values(linearised),
    })),
  };
}

/**
 * The columns in full, of equal length, with the test measurements at their steps. An evaluation after the last step has no
 * row; it stands in `evaluations` only.
 */
function mergedColumns(
  { columns, evaluations }: Pick<RunState, "columns" | "evaluations">,
  names: readonly ColumnName[],
): Columns {
  const merged = {} as Columns;
  for (const name of COLUMN_NAMES.filter((one) => names.includes(one)))
    merged[name] = columnValues(columns, name).map(finite);
  for (const { step, testLoss, testMetric } of evaluations) {
    const row = rowOfStep(columns, step);
    if (cell(columns, "step", row) !== step) continue;
    if (merged.testLoss) merged.testLoss[row] = finite(testLoss);
    if (merged.testMetric) merged.testMetric[row] = finite(testMetric);
  }
  return merged;
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

/** What the schema of states names. */
const withoutName = ({ forkOf: _, ...counts }: NonNullable<ExperimentState["retraining"]>) => counts;
