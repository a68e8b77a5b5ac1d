import { type RecordedSettings, recordedSettings } from "../../config/claims/recordedSettings";
import type { ExperimentConfig } from "../../config/experiment/experiment";
import { taskInfo } from "../../config/tables/networks/taskSetup";
import { settingsIn } from "../../config/tables/taskSettings";
import { createSelector, createStableSelector } from "../experiment/memo";
import type { ExperimentState, RunState } from "../experiment/state";
import { settingDifferences } from "../words/settingDifferences";
import { settingText } from "../words/settingWords";
import type { RateModel } from "./knobModels";
import { selectRates } from "./knobSelectors";

/** The best fixed η on record for a run. */
interface Optimum {
  value: number;
  text: string;
}

/** A learning rate set by hand, beside the best one on record. */
export interface OptimumModel extends RateModel {
  /** null: there is no record. */
  optimum: Optimum | null;
  /** Where it is from, and what was otherwise there; or why there is none. */
  says: string;
}

const recordsOf = createSelector(
  ({ config }) => ({ config }),
  ({ config }): ReadonlyMap<string, RecordedSettings | null> =>
    new Map(config.optimizers.map((entry) => [entry.run, recordedSettings(config, entry)])),
);

/** The learning rates set by hand, each with what the records of its task have found best. */
export const selectOptima = createStableSelector((state): readonly OptimumModel[] =>
  selectRates(state).flatMap((rate) => {
    const run = state.runs.find((candidate) => candidate.run === rate.series.run);
    return run ? [{ ...rate, ...optimumOf(state, run) }] : [];
  }),
);

function optimumOf(state: ExperimentState, run: RunState): Pick<OptimumModel, "optimum" | "says"> {
  const record = recordsOf(state).get(run.run) ?? null;
  const value = record?.config.optimizers[0]?.hyperparams.learningRate;
  if (record === null || value === undefined) return { optimum: null, says: whyNone(state.config, run) };
  return {
    optimum: { value, text: settingText("learningRate", value) },
    says: [`On record: ${record.tuned}.`, ...apart(record.config, here(state.config, run, value))].join(" "),
  };
}

function whyNone(config: ExperimentConfig, { optimizer }: RunState): string {
  const info = taskInfo(config);
  const tuned = info ? settingsIn(info.settings, optimizer).tuned : "given with its data";
  return `No best η is on record for this race; its start is ${tuned}.`;
}

/** The run as it trains, but for η. */
const here = (config: ExperimentConfig, { run, optimizer, hyperparams }: RunState, learningRate: number) => ({
  ...config,
  optimizers: [{ id: optimizer, run, hyperparams: { ...hyperparams, learningRate } }],
  interventions: [],
});

function apart(record: ExperimentConfig, own: ExperimentConfig): string[] {
  const differences = settingDifferences(record, own);
  return differences.length === 0
    ? []
    : [`That was with ${differences.join(", ")}: another η may be better with the settings here.`];
}
