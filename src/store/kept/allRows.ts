import type { ExperimentState } from "../experiment/state";

/** The state with every row of its runs, those among them that only storage has; where nothing is kept, with those in memory. */
export async function withAllRows(state: ExperimentState): Promise<ExperimentState> {
  if (state.runs.every(({ columns }) => !columns.thinned)) return state;
  const { keeperOfPage } = await import("./keepRuns");
  return (await keeperOfPage()?.withAllRows(state)) ?? state;
}
