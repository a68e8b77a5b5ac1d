import { HYPERPARAM_NAMES, HYPERPARAMS, type HyperparamName, isNumericHyperparam } from "../tables/hyperparams";
import { type Note, quote } from "./notes";

/** A value for one run, or for every run that has the setting. */
export interface Setting {
  run?: string;
  name: HyperparamName;
  value: number | string;
}

/** A setting that takes effect in the step of that number. */
export interface TimedSetting extends Setting {
  step: number;
}

/** What a text says, or why it says nothing. */
export type Parsed<T> = { value: T; note: null } | { value: null; note: Note };

/** Short and full names, in lower case: lf, lw, k, alpha and every name of TRACE.md. */
const NAMES = new Map<string, HyperparamName>(
  HYPERPARAM_NAMES.flatMap((name) => [name.toLowerCase(), shortName(name).toLowerCase()].map((key) => [key, name])),
);

/** The name in links: lf, lw, k, alpha where there is one, else the full name. */
export function shortName(name: HyperparamName): string {
  const info = HYPERPARAMS[name];
  return info.kind === "number" && info.link !== undefined ? info.link : name;
}

/** "lf", "lambdaFsd", "apo-p.lf", "apo-p.lambdaFsd"; case does not matter in the name. null: no setting is called so. */
export function parseSettingName(text: string): Pick<Setting, "run" | "name"> | null {
  const dot = text.lastIndexOf(".");
  const name = NAMES.get(
    text
      .slice(dot + 1)
      .trim()
      .toLowerCase(),
  );
  if (name === undefined || dot === 0) return null;
  return dot < 0 ? { name } : { run: text.slice(0, dot).trim(), name };
}

function refuse<T>(title: string, detail: string, remedy: string): Parsed<T> {
  return { value: null, note: { title, detail, remedy } };
}

/** A setting from its name and its value as text, as a link's parameters hold them. Ranges are checked when it is applied. */
export function parseSettingPair(key: string, text: string): Parsed<Setting> {
  const target = parseSettingName(key);
  if (target === null) {
    const names = HYPERPARAM_NAMES.join(", ");
    return refuse(`There is no setting ${quote(key)}`, `Allowed: lf, lw, k, alpha, ${names}.`, "Check the name.");
  }
  const word = text.trim();
  if (!isNumericHyperparam(target.name)) return { value: { ...target, value: word }, note: null };
  const value = word === "" ? Number.NaN : Number(word);
  if (Number.isFinite(value)) return { value: { ...target, value }, note: null };
  return refuse(`${key} is ${quote(text)}`, "Allowed: a finite number, such as 0.3 or 1e-3.", `Write ${key}=0.3, say.`);
}

/** "apo-p.lambdaFsd=3" or "lf=3". */
export function parseSetting(text: string): Parsed<Setting> {
  const equals = text.indexOf("=");
  if (equals > 0) return parseSettingPair(text.slice(0, equals).trim(), text.slice(equals + 1));
  return refuse(`${quote(text)} is not a setting`, "Allowed: name=value or run.name=value.", "Write lambdaFsd=3, say.");
}

/** "120:lambdaFsd=3" or "120:apo-p.lf=3". */
export function parseIntervention(text: string): Parsed<TimedSetting> {
  const [, digits, rest] = /^\s*(\d+)\s*:(.*)$/s.exec(text) ?? [];
  if (digits === undefined || rest === undefined) {
    const detail = "Allowed: step:name=value or step:run.name=value.";
    return refuse(`${quote(text)} is not an intervention`, detail, "Write 120:lambdaFsd=3, say.");
  }
  const setting = parseSetting(rest);
  return setting.value === null ? setting : { value: { step: Number(digits), ...setting.value }, note: null };
}

/** A link's `at`: interventions separated by semicolons; "121=0.4" moves the setting of the one before it. */
export function parseInterventions(text: string): { interventions: TimedSetting[]; notes: Note[] } {
  let before: Setting | null = null;
  const results = text
    .split(";")
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const equals = part.indexOf("=");
      const isShort = before !== null && equals > 0 && /^\s*\d+\s*$/.test(part.slice(0, equals));
      const whole: string = isShort
        ? `${part.slice(0, equals).trim()}:${settingPath(before as Setting)}=${part.slice(equals + 1)}`
        : part;
      const result = parseIntervention(whole);
      before = result.value ?? before;
      return result;
    });
  return {
    interventions: results.flatMap(({ value }) => (value === null ? [] : [value])),
    notes: results.flatMap(({ note }) => (note === null ? [] : [note])),
  };
}

/** "apo-p.lf" */
const settingPath = ({ run, name }: Setting) => `${run === undefined ? "" : `${run}.`}${shortName(name)}`;

/** "apo-p.lf=3"; `parseSetting` gives the same setting back. */
export function formatSetting(setting: Setting): string {
  return `${settingPath(setting)}=${setting.value}`;
}

/**
 * "120:lf=3;180:apo-p.k=5;181=6": the moves of one setting follow each other and name it once. `parseInterventions` gives the
 * same moves back, setting by setting; those of one setting of one run stay in their order.
 */
export function formatInterventions(interventions: readonly TimedSetting[]): string {
  // a move of all runs and one of a single run may meet in a step, where the later one wins: they stay together
  const ofAll = new Set(interventions.filter(({ run }) => run === undefined).map(({ name }) => name));
  const groups = new Map<string, TimedSetting[]>();
  for (const move of interventions) {
    const key = ofAll.has(move.name) ? move.name : settingPath(move);
    const group = groups.get(key);
    if (group) group.push(move);
    else groups.set(key, [move]);
  }
  let before = "";
  return [...groups.values()]
    .flat()
    .map((move) => {
      const path = settingPath(move);
      const text = path === before ? `${move.step}=${move.value}` : `${move.step}:${path}=${move.value}`;
      before = path;
      return text;
    })
    .join(";");
}

/** "apo-p,sgdm" as entries of an experiment's `optimizers`; ids are checked by `resolveExperiment`. */
export function parseOptimizers(text: string): { id: string }[] {
  return text
    .split(",")
    .map((id) => ({ id: id.trim() }))
    .filter(({ id }) => id !== "");
}
