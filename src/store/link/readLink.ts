import { parseNames } from "../../config/experiment/csv";
import type { ExperimentConfig } from "../../config/experiment/experiment";
import { firstNotes, type Note, quote } from "../../config/experiment/notes";
import { PRESETS } from "../../config/experiment/presets";
import type { Preset } from "../../config/experiment/presets/preset";
import { DEFAULT_TASK, resolveExperiment } from "../../config/experiment/resolveExperiment";
import {
  parseInterventions,
  parseSettingName,
  parseSettingPair,
  type Setting,
} from "../../config/experiment/shorthand";
import { SHIPPED_SCENE_IDS } from "../../config/scenes/shippedIds";
import { seriesIn } from "../experiment/configure";
import { chooseFocusRun } from "../experiment/initialState";
import { foldStepZero } from "../experiment/interventions";
import { whyNoWalk } from "../experiment/walk";
import { type LinkDisplay, OWN_OF_SCENES, readLinkView } from "./linkDisplay";
import { EXPERIMENT_PARAMETERS, entriesOf, type LinkState, NUMBERS, TASK_PARAMETERS, WRITER } from "./linkParameters";
import { parseRuns } from "./linkRuns";
import { FOREIGN, VIEW_PARAMETERS } from "./viewParameters";

/** What a link says, and a note for every part that could not be taken as it is. */
export interface ReadLink extends LinkState {
  notes: Note[];
}

/**
 * Reads the query of a link (`?task=sine&lf=0.3`). Never throws. A link that names nothing of an experiment shows the first
 * preset; one that names a part, but no preset, that part over the defaults of its task.
 */
export function readLink(search: string): ReadLink {
  const notes: Note[] = [];
  const parameters = withoutStates(new URLSearchParams(search), notes);
  const { settings, unknown } = readSettings(parameters, notes);
  const preset = readPreset(parameters, settings.length > 0, notes);
  const base: Record<string, unknown> = preset ? { ...preset.experiment } : { version: 1, task: DEFAULT_TASK };
  const input = { ...base, ...readFields(parameters, base, notes) };
  const resolved = resolveExperiment(input, { mode: "lenient", settings });
  notes.push(...resolved.notes);
  const config = foldStepZero(resolved.config);
  const view = readLinkView(parameters, notes);
  const checked = checkRuns(view, config, notes);
  if (unknown.length > 0) notes.push(unknownParts(unknown));
  return { ...checked, config, preset: preset?.id ?? null, notes: [...firstNotes(notes, MOST_NOTES, countOthers)] };
}

/** Of a link to a talk what is its own; the rest is of its scenes. */
function withoutStates(parameters: URLSearchParams, notes: Note[]): URLSearchParams {
  const isShipped = SHIPPED_SCENE_IDS.some((id) => id === parameters.get("scenes")?.trim());
  if (!isShipped || /^(1|true)?$/i.test(parameters.get("embed")?.trim() ?? "0")) return parameters;
  const own = ["scenes", "scene", WRITER, ...OWN_OF_SCENES];
  const left = [...new Set(parameters.keys())].filter((key) => !own.includes(key) && !FOREIGN.test(key));
  for (const key of left) parameters.delete(key);
  if (left.length > 0) {
    const detail = `${left.map(quote).join(", ")} left out.`;
    notes.push({ title: "A talk brings its own states", detail, remedy: "Leave out scenes to see the rest." });
  }
  return parameters;
}

/** Parts of one link that are named; more are counted. */
const MOST_NOTES = 6;

const countOthers = (others: number): Note => ({
  title: `${others.toLocaleString("en")} more ${others === 1 ? "part" : "parts"} of the link cannot be used as ${others === 1 ? "it is" : "they are"}`,
  detail: `The first ${MOST_NOTES} are named beside this; what each of the others became is in the settings.`,
  remedy: "Check where the link was made.",
});

function readPreset(parameters: URLSearchParams, hasSettings: boolean, notes: Note[]): Preset | null {
  const id = parameters.get("preset");
  const namesPart =
    hasSettings || EXPERIMENT_PARAMETERS.some((key) => key !== "v" && key !== "backend" && parameters.has(key));
  if (id === null) return namesPart ? null : (PRESETS[0] ?? null);
  const preset = PRESETS.find((candidate) => candidate.id === id.trim());
  if (!preset) {
    const detail = `Allowed: ${PRESETS.map((candidate) => candidate.id).join(", ")}. Using the task's defaults.`;
    notes.push({ title: `There is no preset ${quote(id)}`, detail, remedy: "Choose one in the list of presets." });
    return null;
  }
  const task = parameters.get("task");
  if (task === null || task === preset.experiment.task) return preset;
  notes.push({
    title: `The preset ${preset.id} is not of the task ${quote(task)}`,
    detail: `It belongs to ${preset.experiment.task}. Using the task, without the preset.`,
    remedy: "Leave out task or preset.",
  });
  return null;
}

function readFields(
  parameters: URLSearchParams,
  base: Record<string, unknown>,
  notes: Note[],
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const text = (key: string) => parameters.getAll(key).at(-1);
  if (text("v") !== undefined) fields.version = numberOf(text("v") ?? "");
  if (text("task") !== undefined) fields.task = text("task")?.trim();
  if (text("backend") !== undefined) fields.backend = text("backend")?.trim().toLowerCase();
  if (text("opt") !== undefined) fields.optimizers = parseRuns(text("opt") ?? "", base.optimizers);
  for (const [key, field] of entriesOf(NUMBERS)) if (text(key) !== undefined) fields[field] = numberOf(text(key) ?? "");
  if (text("schedule") !== undefined) fields.scheduleSteps = numberOf(text("schedule") ?? "");
  const options = entriesOf(TASK_PARAMETERS).filter(([key]) => text(key) !== undefined);
  const own = options.map(([key, field]) => [field, numberOf(text(key) ?? "")]);
  if (own.length > 0) fields.taskOptions = { ...(base.taskOptions as object | undefined), ...Object.fromEntries(own) };
  const columns = { file: text("csv"), target: text("target") };
  const names = (["inputs", "without"] as const).flatMap((key) => {
    const list = text(key);
    return list === undefined ? [] : [[key, parseNames(list)] as const];
  });
  if (names.length > 0 || Object.values(columns).some((part) => part !== undefined))
    fields.csv = { ...columns, ...Object.fromEntries(names) };
  const grid = text("grid")?.trim();
  if (grid !== undefined) fields.learningRateGrid = GRID_WORDS.get(grid) ?? grid;
  const at = text("at");
  if (at !== undefined) {
    const read = parseInterventions(at);
    fields.interventions = read.interventions;
    notes.push(...read.notes.map((note) => ({ ...note, detail: `${note.detail} It is left out.` })));
  }
  return fields;
}

const GRID_WORDS = new Map([
  ["", true],
  ["1", true],
  ["true", true],
  ["0", false],
  ["false", false],
]);

const KNOWN: readonly string[] = [...EXPERIMENT_PARAMETERS, ...VIEW_PARAMETERS, WRITER];

/** Hyperparameters by short or full name; those of one run come after those of all. And the keys that nobody knows. */
function readSettings(parameters: URLSearchParams, notes: Note[]): { settings: Setting[]; unknown: string[] } {
  const settings: Setting[] = [];
  const unknown: string[] = [];
  for (const [key, text] of parameters) {
    if (KNOWN.includes(key) || FOREIGN.test(key)) continue;
    if (parseSettingName(key) === null) {
      unknown.push(key);
      continue;
    }
    const { value, note } = parseSettingPair(key, text);
    if (value) settings.push(value);
    else notes.push({ ...note, detail: `${note.detail} It is left out.` });
  }
  return { settings: settings.toSorted((a, b) => Number(a.run !== undefined) - Number(b.run !== undefined)), unknown };
}

/** Keys that are named in one note; more are counted. */
const MOST_KEYS = 3;

function unknownParts(keys: readonly string[]): Note {
  const named = keys.slice(0, MOST_KEYS).map(quote).join(", ");
  const others = keys.length - MOST_KEYS;
  const isOne = keys.length === 1;
  return {
    title: `A link has no ${isOne ? "part" : "parts"} ${named}${others > 0 ? ` and ${others.toLocaleString("en")} more` : ""}`,
    detail: `Allowed: ${KNOWN.join(", ")}, lf, lw, k, alpha, and every setting by its name. ${isOne ? "It is" : "They are"} left out.`,
    remedy: `Check the ${isOne ? "name" : "names"}.`,
  };
}

function checkRuns(link: LinkDisplay, config: ExperimentConfig, notes: Note[]): LinkDisplay {
  const runs = config.optimizers.map(({ run }) => run);
  const series = seriesIn(config);
  const focus = link.focusRun === null || runs.includes(link.focusRun) ? [] : [link.focusRun];
  const unknown = [...link.display.hiddenRuns.filter((run) => !series.includes(run)), ...focus];
  for (const run of unknown) {
    const detail = `Allowed: ${runs.join(", ")}. It is left out.`;
    notes.push({ title: `There is no run ${quote(run)}`, detail, remedy: "Name a run of this race." });
  }
  const hiddenRuns = link.display.hiddenRuns.filter((run) => series.includes(run));
  const why = link.display.walkStage === null ? null : whyNoWalk(config);
  if (why !== null) {
    const title = `A walk through one step is not possible on ${config.task}`;
    notes.push({ title, detail: `${why} It is left out.`, remedy: "Write task=sine&opt=apo-lr&walk=fsd, say." });
  }
  const walkStage = why === null ? link.display.walkStage : null;
  return {
    ...link,
    display: { ...link.display, hiddenRuns, walkStage },
    focusRun: chooseFocusRun(config, link.focusRun),
  };
}

/** A text that is no number stays itself: a choice, or an odd one that the resolver can name. */
function numberOf(text: string): number | string {
  return text.trim() === "" || Number.isNaN(Number(text)) ? text.trim() : Number(text);
}
