import { formatNames } from "../../config/experiment/csv";
import { formatInterventions } from "../../config/experiment/shorthand";
import { scheduleOf } from "../experiment/interventions";
import type { ExperimentState } from "../experiment/state";
import { entriesOf, NUMBERS, TASK_PARAMETERS } from "./linkParameters";
import { changedSettings, nameRuns } from "./linkRuns";
import { asQuery, timed } from "./writeLink";

/**
 * A link that writes out every default as it was resolved, the device that trained, every move and the app's version, however long it
 * gets: it opens the same experiment where a later version has other defaults or presets.
 */
export function citedLink({ config, interventions, environment }: CitedState): string {
  const { task, csv, scheduleSteps, learningRateGrid, optimizers } = config;
  const unset = optimizers.map((entry) => ({ ...entry, hyperparams: {} as typeof entry.hyperparams }));
  const at = formatInterventions(timed(scheduleOf(config, interventions)));
  return asQuery([
    ["v", "1"],
    ["task", task],
    ["opt", nameRuns(optimizers)],
    ...entriesOf(NUMBERS).map(([key, field]): [string, string] => [key, String(config[field])]),
    ...entriesOf(TASK_PARAMETERS).map(([key, field]): [string, string] => [key, String(config.taskOptions[field])]),
    ...(scheduleSteps === undefined ? [] : [["schedule", String(scheduleSteps)] as [string, string]]),
    ["grid", String(Number(learningRateGrid))],
    ["backend", environment?.backend ?? config.backend],
    ...(csv ? csvEntries(csv) : []),
    ...changedSettings(optimizers, unset).map(([key, value]): [string, string] => [key, String(value)]),
    ...(at === "" ? [] : [["at", at] as [string, string]]),
    ...(environment ? [["app", environment.app] as [string, string]] : []),
  ]);
}

type CitedState = Pick<ExperimentState, "config" | "interventions" | "environment">;

function csvEntries({
  file,
  target,
  inputs,
  without,
}: NonNullable<ExperimentState["config"]["csv"]>): [string, string][] {
  const names: [string, string][] = inputs
    ? [["inputs", formatNames(inputs)]]
    : without
      ? [["without", formatNames(without)]]
      : [];
  return [["csv", file], ...(target === null ? [] : [["target", target] as [string, string]]), ...names];
}
