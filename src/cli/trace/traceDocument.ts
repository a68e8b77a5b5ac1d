import type { ExperimentConfig } from "../../config/experiment/experiment";
import { plannedChanges } from "../../config/experiment/resolveInterventions";
import { TRACE_COLUMNS, type Trace, type TraceColumn } from "../../config/experiment/trace";
import { type AppliedMove, withEffects } from "../../config/experiment/traceMoves";
import { gapColumns } from "../../config/formulas/proximalProblem";
import { isEvaluated } from "../../config/formulas/snapshotSchedule";
import type { Environment } from "../../config/tables/backends";
import type { ColumnName, Columns, Evaluation } from "../../config/tables/metrics";
import { taskInfo } from "../../config/tables/networks/taskSetup";
import { netGap } from "../../core/proximal/netStep";
import { spectrumOf } from "../../core/spectrum/spectrum";
import type { Race, RunRows } from "../../core/training/contract";

/** Rows are read back this often, so that a diverged run stops early and device memory stays small. */
const READ_INTERVAL = 50;

/** A document of TRACE.md, its config as resolved. */
export type Recorded = Omit<Trace, "config"> & { config: ExperimentConfig };

/** What a trace holds beside its columns. */
export interface TraceOptions {
  /** Turns the internal layout of a run's weights into the trace's; undefined leaves them out. */
  finalParams?: (weights: Float32Array[]) => Float32Array[];
  /** Running averages of a run's batch norms; goes with `finalParams`. */
  finalStatistics?: ((run: string) => Promise<NonNullable<Trace["runs"][number]["finalStatistics"]>>) | undefined;
  /** Weights before each step of a multiple of so many, too. */
  paramsEvery?: number | undefined;
  /** On a small network: hold the steps of evaluations against the exact proximal step. */
  solveGaps?: boolean;
  /** Ends the race before its last step. */
  until?: number | undefined;
  /** Leaves out evaluations and spectra, which cost more than many steps. */
  rowsOnly?: boolean | undefined;
  /** Awaited before each step and after the last: may look at the race, and changes nothing. */
  watch?: ((race: Race) => Promise<void>) | undefined;
}

/** Trains a race to its end and returns the document of TRACE.md (`apo-trace/1`). */
export async function recordTrace(
  race: Race,
  config: ExperimentConfig,
  environment: Pick<Environment, "app" | "backend" | "adapter" | "runtime">,
  options: TraceOptions = {},
): Promise<Recorded> {
  const { finalParams, finalStatistics, paramsEvery, solveGaps = false, rowsOnly = false, watch } = options;
  const { until = config.steps } = options;
  const interval = taskInfo(config)?.evaluationInterval ?? config.steps;
  const columns = new Map(race.runs.map(({ run }) => [run, emptyColumns()]));
  const evaluations = new Map(race.runs.map(({ run }) => [run, [] as Evaluation[]]));
  const ended = new Map<string, RunRows>();
  const moves: AppliedMove[] = [];
  const params = new Map(race.runs.map(({ run }) => [run, [] as NonNullable<Trace["runs"][number]["params"]>]));
  const layersOf = async ({ run, layers }: Race["runs"][number]) => {
    const weights = finalParams?.(await race.weights(run));
    return layers.map(({ name, shape }, i) => ({ name, shape, values: Array.from(weights?.[i] ?? []) }));
  };
  const read = async () => {
    for (const rows of await race.readRows()) {
      fillGaps(rows);
      const into = columns.get(rows.run);
      for (const name of TRACE_COLUMNS) into?.[name].push(...rows.columns[name]);
      if (rows.status === "diverged") ended.set(rows.run, rows);
    }
  };
  const evaluate = async () => {
    if (rowsOnly) return;
    for (const { run } of race.runs) if (!ended.has(run)) evaluations.get(run)?.push(await race.evaluate(run));
  };

  while (race.step < until && ended.size < race.runs.length) {
    if (isEvaluated(race.step, interval)) {
      await evaluate();
      if (solveGaps) race.probeNextStep();
    }
    await watch?.(race);
    if (paramsEvery !== undefined && race.step % paramsEvery === 0)
      for (const run of race.runs) params.get(run.run)?.push({ step: race.step, layers: await layersOf(run) });
    for (const { run, name, value } of plannedChanges(config.interventions, config.optimizers, race.step))
      moves.push({ run, name, step: race.step, from: race.setHyperparam(run, name, value), value });
    await race.takeStep();
    if (race.step % READ_INTERVAL === 0) await read();
  }
  await read();
  await evaluate();
  await watch?.(race);

  const runs: Trace["runs"] = [];
  for (const one of race.runs) {
    const { run, optimizer } = one;
    const end = ended.get(run);
    runs.push({
      run,
      optimizer,
      status: end ? "diverged" : "finished",
      ...(end ? { message: end.message } : {}),
      columns: columns.get(run) ?? emptyColumns(),
      evaluations: transpose(evaluations.get(run) ?? []),
      spectra: end || rowsOnly ? [] : [{ step: race.step, layers: spectrumOf(await race.preconditionerState(run)) }],
      ...(paramsEvery === undefined ? {} : { params: params.get(run) }),
      ...(finalParams ? { finalParams: await layersOf(one) } : {}),
      ...(finalStatistics ? { finalStatistics: await finalStatistics(run) } : {}),
    });
  }
  return {
    format: "apo-trace/1",
    config: { ...config, backend: environment.backend },
    environment,
    interventions: withEffects(moves, (run) => {
      const log = columns.get(run) ?? emptyColumns();
      return {
        read: (name, step) => (name in log ? (log[name as TraceColumn][step] ?? null) : null),
        taken: log.step.length,
      };
    }),
    runs,
  };
}

/** Solves for the exact proximal steps that rows have waited with. */
function fillGaps({ columns, probes }: RunRows): void {
  for (const { step, ...probe } of probes) {
    const row = columns.step.indexOf(step);
    for (const [name, value] of Object.entries(gapColumns(netGap(probe)))) columns[name as ColumnName][row] = value;
  }
}

const emptyColumns = () =>
  Object.fromEntries(TRACE_COLUMNS.map((name) => [name, []])) as unknown as Pick<Columns, TraceColumn>;

function transpose(evaluations: readonly Evaluation[]) {
  return {
    step: evaluations.map(({ step }) => step),
    trainLoss: evaluations.map(({ trainLoss }) => trainLoss),
    testLoss: evaluations.map(({ testLoss }) => testLoss),
    testMetric: evaluations.map(({ testMetric }) => testMetric),
  };
}
