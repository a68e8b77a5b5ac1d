import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { OptimizerId } from "../../config/tables/optimizers";
import { configured } from "../experiment/configure";
import { keepSnapshot, type Snapshot } from "../experiment/history";
import { rowsTaken } from "../experiment/rows/takenRows";
import type { ExperimentState, RunState } from "../experiment/state";
import type { KeptDatabase, SnapshotKind } from "./keptDatabase";
import { type KeptRun, type KeptSeries, logOfChunks, unpackChunk } from "./keptRecords";

export const SNAPSHOT_KINDS: readonly SnapshotKind[] = ["spectra", "predictions", "lookaheads"];

type KeptContent = NonNullable<Awaited<ReturnType<KeptDatabase["read"]>>>;

/** What a record says of a state. */
export function recordOf(
  state: ExperimentState,
): Omit<
  KeptRun,
  "id" | "name" | "isPinned" | "isHidden" | "isDeclined" | "createdAt" | "savedAt" | "bytes" | "checkpoints"
> {
  const { config, preset, interventions, environment, sizes, focusRun, display, csv, runs, step } = state;
  return {
    ...{ step, config, preset, interventions, environment, sizes, focusRun },
    hiddenRuns: display.hiddenRuns,
    csv: config.task === "csv" ? { file: csv.file, use: csv.use } : null,
    series: runs.map(
      ({ run, optimizer, status, message, end, hyperparams, evaluations, metaSteps, cost, layers, columns }) => ({
        ...{ run, optimizer, status, message, end, hyperparams, evaluations, metaSteps, cost, layers },
        rows: rowsTaken(columns),
      }),
    ),
  };
}

/** The state that a kept run had, before its worker is there; view, speed, overlays and the like are those of the page. */
export function keptState(now: ExperimentState, { record, chunks, snapshots }: KeptContent): ExperimentState {
  const { preset, csv, step } = record;
  const optimizers = record.config.optimizers.map((entry) => ({
    ...entry,
    hyperparams: completed(entry.id, entry.hyperparams),
  }));
  const config = { ...record.config, optimizers };
  const before: ExperimentState = csv?.file ? { ...now, csv: { ...now.csv, file: csv.file } } : now;
  const next = configured(before, { config, preset });
  const logOf = (run: string) =>
    logOfChunks(chunks.filter((one) => one.run === run).map(({ chunk }) => unpackChunk(chunk)));
  return {
    ...next,
    kept: record.id,
    step,
    environment: record.environment,
    sizes: record.sizes,
    focusRun: record.focusRun,
    interventions: record.interventions,
    csv: { ...next.csv, use: csv?.use ?? null },
    display: { ...next.display, hiddenRuns: record.hiddenRuns },
    runs: next.runs.map((run) => {
      const kept = record.series.find((one) => one.run === run.run);
      if (!kept) return run;
      const series = { ...kept, hyperparams: completed(kept.optimizer, kept.hyperparams) };
      const own = snapshots.filter((one) => one.run === run.run);
      return { ...withSeries(run, series), columns: logOf(run.run), ...histories(own, config.steps) };
    }),
  };
}

/** Settings that there were not when a run was kept are at their defaults, which change nothing. */
const completed = (optimizer: OptimizerId, hyperparams: Partial<Hyperparams>): Hyperparams => ({
  ...hyperparamDefaults(optimizer),
  ...hyperparams,
});

const withSeries = (run: RunState, { rows: _, ...series }: KeptSeries): RunState => ({ ...run, ...series });

function histories(snapshots: KeptContent["snapshots"], planned: number): Pick<RunState, SnapshotKind> {
  const of = (wanted: SnapshotKind) =>
    snapshots
      .filter(({ kind }) => kind === wanted)
      .map(({ value }) => value as Snapshot)
      .toSorted((a, b) => a.step - b.step)
      .reduce<readonly Snapshot[]>((list, one) => keepSnapshot(list, one, planned), []);
  return Object.fromEntries(SNAPSHOT_KINDS.map((kind) => [kind, of(kind)])) as unknown as Pick<RunState, SnapshotKind>;
}
