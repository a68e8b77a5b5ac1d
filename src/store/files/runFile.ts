import type { ExperimentConfig } from "../../config/experiment/experiment";
import { TRACE_COLUMNS, type Trace } from "../../config/experiment/trace";
import { withEffects } from "../../config/experiment/traceMoves";
import type { LayerShape } from "../../config/formulas/preconditionerState";
import type { HyperparamName } from "../../config/tables/hyperparams";
import { appendRows, cell, columnValues, EMPTY_LOG } from "../experiment/columns";
import { configured } from "../experiment/configure";
import { scheduleOf, withHyperparam } from "../experiment/interventions";
import { rowsTaken, valueAtStep } from "../experiment/rows/takenRows";
import type { ExperimentState, Intervention, RunState } from "../experiment/state";

type TraceRun = Trace["runs"][number];

/** The run of a state as `apo-trace/1`: its config with every move, and all that was logged. Null before there is any. */
export function traceOf(state: ExperimentState): Trace | null {
  const { config, interventions, environment, runs } = state;
  if (!environment || runs.every(({ columns }) => columns.length === 0)) return null;
  const { app, backend, adapter, runtime } = environment;
  return {
    format: "apo-trace/1",
    config: {
      ...config,
      taskOptions: { ...config.taskOptions },
      interventions: scheduleOf(config, interventions),
    },
    environment: { app, backend, adapter, runtime },
    interventions: withEffects(interventions, (run) => {
      const log = runs.find((candidate) => candidate.run === run)?.columns ?? EMPTY_LOG;
      return { read: (name, step) => valueAtStep(log, name, step), taken: rowsTaken(log) };
    }),
    runs: runs.map(runOf),
  };
}

const ENDED: Record<RunState["status"], TraceRun["status"]> = {
  running: "stopped",
  failed: "stopped",
  finished: "finished",
  diverged: "diverged",
};

function runOf({ run, optimizer, status, message, columns, evaluations, spectra, layers }: RunState): TraceRun {
  const last = spectra.at(-1);
  const values = (name: "step" | "trainLoss" | "testLoss" | "testMetric") => evaluations.map((one) => one[name]);
  return {
    run,
    optimizer,
    status: ENDED[status],
    ...(message === null ? {} : { message }),
    columns: Object.fromEntries(
      TRACE_COLUMNS.map((name) => [name, columnValues(columns, name).map(finiteOrNull)]),
    ) as TraceRun["columns"],
    evaluations: {
      step: values("step"),
      trainLoss: values("trainLoss").map(finiteOrNull),
      testLoss: values("testLoss").map(finiteOrNull),
      testMetric: values("testMetric").map(finiteOrNull),
    },
    spectra: last ? [{ step: last.step, layers: last.layers.map((layer) => ({ ...layer })) }] : [],
    layers: layers.map(({ name, shape }) => ({ name, shape })),
  };
}

/** JSON has no other numbers. */
const finiteOrNull = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);

/**
 * The state that shows a saved run: its log, its moves and its end, with nothing behind it that trains. `file` is named where
 * the page says where it ran.
 */
export function stateOfRun(
  before: ExperimentState,
  { config, trace, file }: { config: ExperimentConfig; trace: Trace; file: string },
): ExperimentState {
  const next = configured(before, { config, preset: null });
  const runs = next.runs.map((run) => restored(run, trace));
  const { environment } = trace;
  const interventions = trace.interventions.map(
    ({ effect: _, gesture, ...move }, index): Intervention => ({
      ...move,
      name: move.name as HyperparamName,
      gesture: gesture ?? -(index + 1),
    }),
  );
  return {
    ...next,
    status: "saved",
    step: Math.max(0, ...runs.map(({ columns }) => 1 + (cell(columns, "step", columns.length - 1) ?? -1))),
    environment: {
      ...environment,
      backend: environment.backend === "auto" ? "wasm" : environment.backend,
      reason: `Read from ${file}, trained on ${environment.runtime}; nothing trains here.`,
    },
    csv: { ...next.csv, isAsking: false },
    archives: { ...next.archives, asking: null },
    interventions,
    runs,
  };
}

function restored(run: RunState, { runs, interventions }: Trace): RunState {
  const saved = runs.find((candidate) => candidate.run === run.run);
  if (!saved) return run;
  const { columns, evaluations, spectra, status, message } = saved;
  const ended = status === "stopped" ? "running" : status;
  const moves = interventions.filter((move) => move.run === run.run);
  return {
    ...run,
    status: ended,
    message: message ?? null,
    hyperparams: moves.reduce(
      (values, { name, value }) => withHyperparam(values, name as HyperparamName, value),
      run.hyperparams,
    ),
    columns: appendRows(EMPTY_LOG, columns),
    evaluations: evaluations.step.map((step, row) => ({
      step,
      trainLoss: evaluations.trainLoss[row] ?? Number.NaN,
      testLoss: evaluations.testLoss[row] ?? Number.NaN,
      testMetric: evaluations.testMetric[row] ?? Number.NaN,
    })),
    metaSteps: columns.objective.filter((value) => value !== null).length,
    spectra,
    layers: saved.layers ?? shapesIn(saved),
  };
}

/** Of a trace without shapes: each layer as one column. */
function shapesIn({ spectra }: TraceRun): LayerShape[] {
  return (spectra.at(-1)?.layers ?? []).map(({ name, dimension }) => ({ name, shape: [dimension, 1] }));
}
