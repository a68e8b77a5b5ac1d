import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import { interventionRuns } from "../../config/experiment/resolveInterventions";
import type { Remedy } from "../../config/formulas/likelyCause";
import { addNotice } from "../experiment/applyEvent";
import { settingKey, withHyperparam, withSetting } from "../experiment/interventions";
import type { ExperimentState } from "../experiment/state";
import { runName } from "../words/runName";
import { settingPhrase, settingText } from "../words/settingWords";
import { branchFrom, type KeptRuns } from "./fork";
import { remedyFor } from "./remedies";

/**
 * A branch of the race before a run of it ended, with the setting changed that the likely cause names; the race as it was stays as an
 * overlay. Null where there is nothing to change, or another experiment has taken its place meanwhile (`now`).
 */
export async function rewound(
  state: ExperimentState,
  run: string,
  kept: KeptRuns | null,
  now: () => ExperimentState,
): Promise<{ state: ExperimentState; checkpoint: RaceCheckpoint | null } | null> {
  const remedy = remedyFor(state, run);
  const branch = remedy && (await branchFrom(state, remedy.step, kept, now));
  const end = state.runs.find((one) => one.run === run)?.end;
  if (!remedy || !branch || !end) return null;
  const changed = withChange(withoutMoves(branch.state, run, remedy, end.step), run, remedy);
  return { ...branch, state: tellRewind(changed, runName(state.config.optimizers, run), run, remedy) };
}

/** The setting changed: where the branch starts at step 0 in what it starts with, else by a move that acts in its next step. */
function withChange(state: ExperimentState, run: string, { step, name, value }: Remedy): ExperimentState {
  const from = state.runs.find((one) => one.run === run)?.hyperparams[name];
  const runs = state.runs.map((one) =>
    one.run === run ? { ...one, hyperparams: withHyperparam(one.hyperparams, name, value) } : one,
  );
  if (step === 0) return { ...state, runs, config: withSetting(state.config, run, name, value) };
  if (from === undefined || from === value) return state;
  const gesture = -(state.interventions.length + 1);
  return { ...state, runs, pending: { ...state.pending, [settingKey(run, name)]: { from, value, gesture } } };
}

/** Without the moves of that setting that its config still has in store for the steps that led to the end. */
function withoutMoves(state: ExperimentState, run: string, { step, name }: Remedy, end: number): ExperimentState {
  const { config } = state;
  const interventions = config.interventions.flatMap((move) => {
    if (move.name !== name || move.step < step || move.step > end) return [move];
    const runs = interventionRuns(config.optimizers, move);
    return runs.includes(run) ? runs.filter((one) => one !== run).map((one) => ({ ...move, run: one })) : [move];
  });
  return { ...state, config: { ...config, interventions } };
}

/** `called`: the name that the run had. */
function tellRewind(
  state: ExperimentState,
  called: string,
  run: string,
  { step, name, from, value }: Remedy,
): ExperimentState {
  const id = state.config.optimizers.find((entry) => entry.run === run)?.id;
  if (!id) return state;
  return addNotice(state, {
    level: "info",
    title: step === 0 ? "Rewound to the start" : `Rewound to step ${step}`,
    detail: `${called} goes on with ${settingPhrase(id, name, value)} in place of ${settingText(name, from)}. The race as it was stays as dashed curves.`,
    remedy: "Should it diverge again, the same button changes it further.",
  });
}
