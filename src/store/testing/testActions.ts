import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import type { Command } from "../../protocol/messages";
import type { SweepRequest } from "../../protocol/sweep";
import { createActions } from "../actions/createActions";
import { createExperimentStore } from "../experiment/experimentStore";
import { initialState } from "../experiment/initialState";
import type { ExperimentState } from "../experiment/state";

/** Actions over a store at rest, with what they sent. */
export function setUpActions(part: Partial<ExperimentState> = {}, input: object = {}) {
  const { config } = resolveExperiment({
    version: 1,
    task: "sine",
    optimizers: [{ id: "apo-p" }, { id: "apo-lr" }, { id: "sgdm" }],
    ...input,
  });
  const store = createExperimentStore({ ...initialState(config), experiment: "e1", status: "idle", ...part });
  const sent: Command[] = [];
  const sweeps: (SweepRequest | "end" | "go on")[] = [];
  const saved: { name: string; text: string }[] = [];
  const clock = { now: 0, ended: 0 };
  const actions = createActions(store, {
    send: (command) => sent.push(command),
    trainHere: () => {},
    openSaved: async () => {},
    endWorkers: () => {
      clock.ended += 1;
    },
    sweeps: (act) =>
      act({
        start: (request) => sweeps.push(request),
        goOn: () => sweeps.push("go on"),
        end: () => sweeps.push("end"),
      }),
    seeds: () => {},
    archives: () => {},
    scenes: () => {},
    now: () => clock.now,
    newSeed: () => 4321,
    address: () => "http://localhost/",
    copyText: async () => true,
    saveFile: (name, text) => saved.push({ name, text }),
  });
  return { store, sent, sweeps, saved, clock, actions, state: () => store.getState() };
}

/** Settings of a run as shown. Throws where it does not race. */
export const hyperparamsOf = (state: ExperimentState, run: string) => {
  const found = state.runs.find((candidate) => candidate.run === run);
  if (!found) throw new Error(`no run ${run}`);
  return found.hyperparams;
};
