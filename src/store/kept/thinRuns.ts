import { isGridRun } from "../../config/experiment/learningRateGrid";
import { COLUMN_NAMES, type ColumnName } from "../../config/tables/metrics";
import type { ColumnLog } from "../experiment/columns";
import type { ExperimentState, RunState } from "../experiment/state";
import { rowsToThin, thinTogether } from "./thinLog";

/** What is drawn of the runs of a grid. */
const GRID_COLUMNS: readonly ColumnName[] = ["trainLoss", "learningRate", "seconds"];
/** The latest moves of a run whose effect is still shown. */
const MOVES = 16;

/** Whether older rows of a run are no longer in memory. */
export const isThinned = ({ runs }: Pick<ExperimentState, "runs">): boolean =>
  runs.some(({ columns }) => columns.thinned !== undefined);

/**
 * The state with long logs thinned, each of which is stored so far (`isStored`); the same state where there are none. Runs of a grid
 * keep rows of the same steps, since their band is of all of them.
 */
export function thinRuns(
  state: ExperimentState,
  isStored: (run: string, log: ColumnLog, rows: number) => boolean,
): ExperimentState {
  const thinned = new Map<string, ColumnLog>();
  for (const group of groupsOf(state.runs)) {
    const rows = Math.min(...group.map(({ columns }) => rowsToThin(columns)));
    if (rows === 0 || !group.every(({ run, columns }) => isStored(run, columns, rows))) continue;
    const isGrid = isGridRun(group[0]?.run ?? "");
    const around = state.interventions.filter(({ run }) => group.some((one) => one.run === run)).slice(-MOVES);
    const logs = thinTogether(
      group.map(({ columns }) => columns),
      rows,
      { columns: isGrid ? GRID_COLUMNS : COLUMN_NAMES, around: around.map(({ step }) => step) },
    );
    for (const [index, { run }] of group.entries()) thinned.set(run, logs[index] as ColumnLog);
  }
  if (thinned.size === 0) return state;
  return { ...state, runs: state.runs.map((run) => ({ ...run, columns: thinned.get(run.run) ?? run.columns })) };
}

/** Runs of a grid that are as far as each other, together; every other run alone. */
function groupsOf(runs: readonly RunState[]): RunState[][] {
  const groups = new Map<string, RunState[]>();
  for (const run of runs) {
    const { length, thinned } = run.columns;
    const key = isGridRun(run.run) ? `${length} ${thinned?.rows} ${thinned?.of}` : run.run;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()];
}
