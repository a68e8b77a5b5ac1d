import { formatNames } from "../../config/experiment/csv";
import type { ExperimentConfig } from "../../config/experiment/experiment";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { formatInterventions, parseSettingName, type TimedSetting } from "../../config/experiment/shorthand";
import { chooseFocusRun } from "../experiment/initialState";
import { foldStepZero } from "../experiment/interventions";
import { writeLinkView } from "./linkDisplay";
import { entriesOf, type LinkState, NUMBERS, TASK_PARAMETERS } from "./linkParameters";
import { changedSettings, nameRuns } from "./linkRuns";

/** The shortest link that reads back as this state: "" for the first view, else `?…`. `moves` are all that act, by step. */
export function writeLink(state: LinkState, moves: readonly TimedSetting[]): string {
  const { config } = state;
  const preset = PRESETS.find(({ id }) => id === state.preset) ?? null;
  const presetBase = preset && foldStepZero(resolveExperiment(preset.experiment).config);
  const isPreset = presetBase !== null && presetBase.task === config.task && sameRuns(presetBase, config);
  const base = isPreset ? presetBase : defaultsOf(config);
  const entries: [string, string][] = [];
  const add = (key: string, value: string | number, fallback: string | number) => {
    if (value !== fallback) entries.push([key, String(value)]);
  };
  if (!isPreset) {
    entries.push(["task", config.task]);
    add(
      "opt",
      nameRuns(config.optimizers),
      nameRuns(resolveExperiment({ version: 1, task: config.task }).config.optimizers),
    );
  }
  for (const [key, field] of entriesOf(NUMBERS)) add(key, config[field], base[field]);
  if (config.scheduleSteps !== undefined) entries.push(["schedule", String(config.scheduleSteps)]);
  for (const [key, field] of entriesOf(TASK_PARAMETERS)) add(key, config.taskOptions[field], base.taskOptions[field]);
  add("csv", config.csv?.file ?? "", "");
  add("target", config.csv?.target ?? "", "");
  add("inputs", formatNames(config.csv?.inputs ?? []), "");
  add("grid", Number(config.learningRateGrid), Number(base.learningRateGrid));
  add("backend", config.backend, base.backend);
  for (const [key, value] of changedSettings(config.optimizers, base.optimizers)) entries.push([key, String(value)]);
  add("at", formatInterventions(moves), formatInterventions(timed(base.interventions)));
  if (isPreset && (entries.length > 0 || preset !== PRESETS[0])) entries.unshift(["preset", preset?.id ?? ""]);
  if (entries.length > 0) entries.unshift(["v", "1"]);
  return asQuery([...entries, ...writeLinkView(state, chooseFocusRun(config, null))]);
}

/** Scheduled moves as a link holds them. */
export function timed(moves: ExperimentConfig["interventions"]): TimedSetting[] {
  return moves.flatMap(({ step, run, name, value }) => {
    const target = parseSettingName(name);
    return target ? [{ step, ...(run === undefined ? {} : { run }), name: target.name, value }] : [];
  });
}

/** The task with its own settings for the runs that race here. */
function defaultsOf({ task, optimizers }: ExperimentConfig): ExperimentConfig {
  return resolveExperiment({ version: 1, task, optimizers: optimizers.map(({ id, run }) => ({ id, run })) }).config;
}

function sameRuns(a: ExperimentConfig, b: ExperimentConfig): boolean {
  const namesOf = ({ optimizers }: ExperimentConfig) => optimizers.map(({ id, run }) => `${id} ${run}`).join();
  return namesOf(a) === namesOf(b);
}

/** Characters that may stand in a query stay readable. */
function asQuery(entries: readonly [string, string][]): string {
  const query = new URLSearchParams(entries.map(([key, value]) => [key, value])).toString();
  const readable = { "%3A": ":", "%2C": ",", "%3B": ";", "%3D": "=" } as const;
  const text = query.replace(/%3A|%2C|%3B|%3D/g, (code) => readable[code as keyof typeof readable]);
  return text === "" ? "" : `?${text}`;
}
