import type { NumericHyperparamName } from "../../config/tables/hyperparamNames";
import { filesFor } from "../experiment/archive/archiveState";
import type { ExperimentStore } from "../experiment/experimentStore";
import { metaRunOf } from "../experiment/metaRun";
import type { SweepMapState } from "../experiment/sweepMapState";
import { sweepBegun } from "../views/sweepMap/applySweepEvent";
import { purposeOf } from "../views/sweepMap/sweepPurpose";
import type { Actions } from "./actions";
import type { Host } from "./host";

type SweepName = "startSweep" | "openSweepMap" | "cancelSweep" | "setSweepSteps" | "setSweepShows" | "pickSweepCell";

/** The actions of the sweep map. `setHyperparam` is the one of the sliders. */
export function createSweepActions(
  store: ExperimentStore,
  host: Pick<Host, "sweeps">,
  setHyperparam: (run: string, name: NumericHyperparamName, value: number) => void,
): Pick<Actions, SweepName> {
  const state = () => store.getState();
  const change = (part: Partial<SweepMapState>) => store.setState({ sweepMap: { ...state().sweepMap, ...part } });
  return {
    startSweep() {
      const { config, sweepMap } = state();
      const purpose = purposeOf(state());
      if (!purpose) return;
      const begun = sweepBegun(sweepMap, purpose);
      store.setState({ sweepMap: begun });
      const { optimizer, hyperparams, grid, steps } = purpose;
      const request = { sweep: begun.sweep, config, optimizer, hyperparams, grid, steps };
      const files = filesFor(config, state());
      host.sweeps(({ start }) => start({ ...request, ...files }));
    },
    openSweepMap() {
      void import("../views/sweepMap/recordedSweep").then(({ openRecordedMap }) => openRecordedMap(store));
    },
    cancelSweep() {
      if (state().sweepMap.status !== "running") return;
      host.sweeps(({ end }) => end());
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
