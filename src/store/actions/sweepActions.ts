import { defaultSweepSteps, sweepGrid, sweepStepChoices } from "../../config/experiment/sweepGrid";
import type { NumericHyperparamName } from "../../config/tables/hyperparams";
import type { ExperimentStore } from "../experiment/experimentStore";
import { metaRunOf } from "../experiment/metaRun";
import type { ExperimentState } from "../experiment/state";
import { type SweepMapState, type SweepPurpose, sweepBegun } from "../views/sweepMap/sweepMap";
import type { Actions } from "./actions";
import type { Host } from "./host";

type SweepName = "startSweep" | "cancelSweep" | "setSweepSteps" | "setSweepShows" | "pickSweepCell";

/** The actions of the sweep map. `setHyperparam` is the one of the sliders. */
export function createSweepActions(
  store: ExperimentStore,
  host: Pick<Host, "sweep" | "endSweep">,
  setHyperparam: (run: string, name: NumericHyperparamName, value: number) => void,
): Pick<Actions, SweepName> {
  const state = () => store.getState();
  const change = (part: Partial<SweepMapState>) => store.setState({ sweepMap: { ...state().sweepMap, ...part } });
  return {
    startSweep() {
      const { config, csv, sweepMap } = state();
      const purpose = purposeOf(state());
      if (!purpose) return;
      host.endSweep();
      const begun = sweepBegun(sweepMap, purpose);
      store.setState({ sweepMap: begun });
      const { optimizer, hyperparams, grid, steps } = purpose;
      const request = { sweep: begun.sweep, config, optimizer, hyperparams, grid, steps };
      host.sweep(config.task === "csv" && csv.file ? { ...request, csv: csv.file.source } : request);
    },
    cancelSweep() {
      if (state().sweepMap.status !== "running") return;
      host.endSweep();
      change({ status: "cancelled" });
    },
    setSweepSteps: (steps) => change({ steps }),
    setSweepShows: (shows) => change({ shows }),
    pickSweepCell(lambdaFsd, lambdaWsd) {
      const run = metaRunOf(state())?.run;
      if (run === undefined) return;
      setHyperparam(run, "lambdaFsd", lambdaFsd);
      setHyperparam(run, "lambdaWsd", lambdaWsd);
    },
  };
}

/** What a map of the page as it stands would be made for; null where no APO run races or its file is missing. */
export function purposeOf(state: ExperimentState): SweepPurpose | null {
  const { config, csv, status } = state;
  const run = metaRunOf(state);
  if (!run || status === "needsFile") return null;
  const { task, taskOptions, seed, batchSize, steps } = config;
  return {
    config: { task, taskOptions, seed, batchSize, steps },
    csv: task === "csv" ? JSON.stringify([csv.file?.source.id, config.csv]) : null,
    optimizer: run.optimizer,
    hyperparams: run.hyperparams,
    grid: sweepGrid(run.optimizer),
    steps: sweepStepsOf(state),
  };
}

/** Steps per cell of the next map: as chosen, where the run is long enough for that. */
export function sweepStepsOf({ config, sweepMap }: Pick<ExperimentState, "config" | "sweepMap">): number {
  const { steps } = sweepMap;
  const isOffered = steps !== null && sweepStepChoices(config.steps).includes(steps);
  return isOffered ? steps : defaultSweepSteps(config.task, config.steps);
}
