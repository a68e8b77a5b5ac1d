import { type CsvSummary, defaultInputs, formatNames } from "../../config/experiment/csv";
import type { ExperimentConfig } from "../../config/experiment/experiment";
import { defaultsOf } from "../../config/experiment/options/otherOption";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { formatInterventions, parseSettingName, type TimedSetting } from "../../config/experiment/shorthand";
import { isSetupOption, networkOf, SETUP_OPTIONS } from "../../config/tables/networks/taskSetup";
import { chooseFocusRun } from "../experiment/initialState";
import { foldStepZero } from "../experiment/interventions";
import { writeLinkView } from "./linkDisplay";
import { entriesOf, type LinkState, NUMBERS, TASK_PARAMETERS } from "./linkParameters";
import { changedSettings, nameRuns } from "./linkRuns";

type Entry = [key: string, value: string];

/** What a link writes: a state, and the file whose columns it may leave out by name. */
export interface LinkWritten extends LinkState {
  csvFile: Pick<CsvSummary, "file" | "rows" | "columns"> | null;
  /** It shows the run at an address, or a scene: the link says nothing of its experiment. */
  isOfTrace: boolean;
}

/** A link in its parts. Written with all of them and all moves it reads back as its state. */
export interface LinkParts {
  /** What it says of the experiment, beside version, preset and moves; those that it cannot do without first. */
  experiment: readonly Entry[];
  view: readonly Entry[];
  /** "" for the first view, else `?…`, with those of the parts that are kept. `moves` are all that act, by step. */
  write(moves: readonly TimedSetting[], isKept: (entry: Entry) => boolean): string;
}

/** The shortest parts from which a link reads back as this state. */
export function linkParts(state: LinkWritten): LinkParts {
  const { config } = state;
  const view = writeLinkView(state, chooseFocusRun(config, null));
  if (state.isOfTrace) return { experiment: [], view, write: (_moves, isKept) => asQuery(view.filter(isKept)) };
  const preset = PRESETS.find(({ id }) => id === state.preset) ?? null;
  const presetBase = preset && foldStepZero(resolveExperiment(preset.experiment).config);
  const isPreset =
    presetBase !== null &&
    presetBase.task === config.task &&
    isSameSetup(presetBase, config) &&
    sameRuns(presetBase, config);
  const base = isPreset ? presetBase : defaultsOf(config);
  const experiment: Entry[] = [];
  const add = (key: string, value: string | number, fallback: string | number) => {
    if (value !== fallback) experiment.push([key, String(value)]);
  };
  if (!isPreset) {
    experiment.push(["task", config.task]);
    add(
      "opt",
      nameRuns(config.optimizers),
      nameRuns(resolveExperiment({ version: 1, task: config.task }).config.optimizers),
    );
  }
  for (const [key, field] of entriesOf(NUMBERS)) add(key, config[field], base[field]);
  if (config.scheduleSteps !== undefined) experiment.push(["schedule", String(config.scheduleSteps)]);
  // those that the base took over are written where they are not the task's own
  const untold = isPreset ? base : resolveExperiment({ version: 1, task: config.task }).config;
  for (const [key, field] of entriesOf(TASK_PARAMETERS)) {
    const { taskOptions } = isSetupOption(field) ? untold : base;
    add(key, config.taskOptions[field], taskOptions[field]);
  }
  add("csv", config.csv?.file ?? "", "");
  add("target", config.csv?.target ?? "", "");
  experiment.push(...columnsOf(state));
  add("grid", Number(config.learningRateGrid), Number(base.learningRateGrid));
  add("backend", config.backend, base.backend);
  for (const [key, value] of changedSettings(config.optimizers, base.optimizers)) experiment.push([key, String(value)]);
  const usualMoves = formatInterventions(timed(base.interventions));
  return {
    experiment,
    view,
    write(moves, isKept) {
      const entries = experiment.filter(isKept);
      const at = formatInterventions(moves);
      if (at !== usualMoves) entries.push(["at", at]);
      if (isPreset && (entries.length > 0 || preset !== PRESETS[0])) entries.unshift(["preset", preset?.id ?? ""]);
      if (entries.length > 0) entries.unshift(["v", "1"]);
      return asQuery([...entries, ...view.filter(isKept)]);
    },
  };
}

/** The chosen inputs, or of the usual ones those that are left out, whichever is shorter. */
function columnsOf({ config: { csv }, csvFile }: LinkWritten): Entry[] {
  if (!csv) return [];
  if (csv.without) return [["without", formatNames(csv.without)]];
  if (!csv.inputs) return [];
  const { inputs, file } = csv;
  const kept: Entry = ["inputs", formatNames(inputs)];
  if (csvFile?.file !== file) return [kept];
  const usual = defaultInputs(csvFile, csv.target ?? "");
  const leftOut: Entry = ["without", formatNames(usual.filter((name) => !inputs.includes(name)))];
  const isShorter =
    leftOut[1] !== "" && inputs.every((name) => usual.includes(name)) && lengthOf(leftOut) < lengthOf(kept);
  return [isShorter ? leftOut : kept];
}

/** Characters of an entry in a link, its separator among them. */
export const lengthOf = (entry: Entry): number => asQuery([entry]).length;

/** Scheduled moves as a link holds them. */
export function timed(moves: ExperimentConfig["interventions"]): TimedSetting[] {
  return moves.flatMap(({ step, run, name, value }) => {
    const target = parseSettingName(name);
    return target ? [{ step, ...(run === undefined ? {} : { run }), name: target.name, value }] : [];
  });
}

/** Whether the same network trains; where there is no choice of one, whatever its options say. */
const isSameSetup = (a: ExperimentConfig, b: ExperimentConfig): boolean =>
  networkOf(b) === null || SETUP_OPTIONS.every((name) => a.taskOptions[name] === b.taskOptions[name]);

function sameRuns(a: ExperimentConfig, b: ExperimentConfig): boolean {
  const namesOf = ({ optimizers }: ExperimentConfig) => optimizers.map(({ id, run }) => `${id} ${run}`).join();
  return namesOf(a) === namesOf(b);
}

/** Characters that may stand in a query stay readable. */
export function asQuery(entries: readonly Entry[]): string {
  const query = new URLSearchParams(entries.map(([key, value]) => [key, value])).toString();
  const readable = { "%3A": ":", "%2C": ",", "%3B": ";", "%3D": "=" } as const;
  const text = query.replace(/%3A|%2C|%3B|%3D/g, (code) => readable[code as keyof typeof readable]);
  return text === "" ? "" : `?${text}`;
}
