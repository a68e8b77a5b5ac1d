import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import type { Backend } from "../../config/tables/backends";
import { HYPERPARAM_NAMES } from "../../config/tables/hyperparams";
import { missingArchive } from "../experiment/archive/archiveState";
import { configureCommand } from "../experiment/configure";
import type { ExperimentStore } from "../experiment/experimentStore";
import { scheduleOf, settingKey } from "../experiment/interventions";
import { resumeOf } from "../experiment/shelf";
import type { ExperimentState } from "../experiment/state";
import type { Host } from "./host";

/** Its settings with every move made so far. */
export const withMoves = ({ config, interventions }: ExperimentState) => ({
  ...config,
  interventions: scheduleOf(config, interventions),
});

/**
 * Puts a state with a log on the page, and a new worker behind it that goes on from the log: from its checkpoint, on the device that
 * it was taken on or on `backend`, or from step 0. Moves that waited for their step are made again.
 */
export function takeUp(
  store: ExperimentStore,
  host: Pick<Host, "send">,
  state: ExperimentState,
  checkpoint: RaceCheckpoint | null,
  backend: Backend | null = null,
): void {
  const { archives } = store.getState();
  const archive = missingArchive(state.config, archives);
  if (archive) {
    store.setState({ archives: { ...archives, asking: { archive, waiting: { state, checkpoint } } } });
    return;
  }
  store.setState(state, true);
  const { experiment, runs, pending, environment } = state;
  const command = configureCommand({ ...state, config: withMoves(state) });
  if (command?.type !== "configure") return;
  const device = backend ?? (checkpoint && environment ? environment.backend : null);
  const config = device ? { ...command.config, backend: device } : command.config;
  host.send({ ...command, config, resume: { ...resumeOf(state), ...(checkpoint ? { checkpoint } : {}) } });
  for (const { run, hyperparams } of runs) {
    for (const name of HYPERPARAM_NAMES) {
      const waiting = pending[settingKey(run, name)];
      if (waiting) host.send({ type: "setHyperparam", experiment, run, name, value: hyperparams[name] });
    }
  }
}
