import type { ExperimentConfig } from "../../config/experiment/experiment";
import { type Note, quote } from "../../config/experiment/notes";
import { parseSettingName } from "../../config/experiment/shorthand";
import { readsHyperparam } from "../../config/tables/hyperparamRange";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import { settingSymbol } from "../../config/tables/settingWords";
import { TASKS } from "../../config/tables/tasks";
import { settingText } from "../words/settingWords";
import { CHANGED_DEFAULTS, type ChangedDefault } from "./changedDefaults";
import { NUMBERS, WRITER } from "./linkParameters";

/** Changes that are named in one note; more are counted. */
const MOST = 4;

/**
 * What a link says of the version that wrote it (`app=1.0.0`), held against the version that reads it: which defaults of its
 * experiment have changed since, and whether it depends on them. null where it names none, or this one.
 */
export function versionNote(
  search: string,
  config: ExperimentConfig,
  here: string,
  changes: readonly ChangedDefault[] = CHANGED_DEFAULTS,
): Note | null {
  const link = new URLSearchParams(search);
  const written = link.getAll(WRITER).at(-1)?.trim();
  if (written === undefined || written === here) return null;
  const order = compareVersions(written, here);
  if (order === null)
    return {
      title: `app is ${quote(written)}`,
      detail: "Allowed: the version of APO Lab that wrote the link. It is left out.",
      remedy: `Write app=${here}, say.`,
    };
  const title = `This link is of APO Lab ${written}, and this is ${here}`;
  if (order > 0) {
    const detail = "What that version has more, or has other defaults for, is not known here.";
    return { title, detail, remedy: `Where its numbers matter, open it in version ${written}.` };
  }
  const since = changes.filter(({ version }) => (compareVersions(version, written) ?? 0) > 0);
  const own = since.filter((change) => concerns(change, config));
  const open = own.filter((change) => !isWritten(change, link, config));
  if (open.length > 0)
    return {
      title,
      detail: `Defaults that it leaves to the app have changed since: ${namesOf(open)}.`,
      remedy: `It opens with those of ${here}. Write the old ones into the link for the old run.`,
    };
  const detail =
    own.length > 0 ? `Defaults have changed since: ${namesOf(own)}.` : "No default of it has changed since.";
  const remedy =
    own.length > 0
      ? "The link has its own values written out, so it opens the same experiment."
      : "It opens the same experiment.";
  return { title, detail, remedy };
}

/** Whether the link's task and methods read it. */
function concerns({ task, optimizer, name }: ChangedDefault, { task: own, optimizers }: ExperimentConfig): boolean {
  if (task !== null && task !== own) return false;
  if (name === "steps" || name === "batchSize") return true;
  return optimizers.some(({ id }) => (optimizer === null || id === optimizer) && readsHyperparam(id, name));
}

/** Whether the link says itself what every run has that the change is of. */
function isWritten({ optimizer, name }: ChangedDefault, link: URLSearchParams, config: ExperimentConfig): boolean {
  const keys = [...link.keys()];
  if (name === "steps" || name === "batchSize")
    return keys.some((key) => Object.entries(NUMBERS).some(([own, field]) => own === key && field === name));
  const settings = keys.flatMap((key) => parseSettingName(key) ?? []).filter((setting) => setting.name === name);
  return config.optimizers
    .filter(({ id }) => (optimizer === null || id === optimizer) && readsHyperparam(id, name))
    .every(({ run }) => settings.some((setting) => setting.run === undefined || setting.run === run));
}

function namesOf(changes: readonly ChangedDefault[]): string {
  const named = changes.slice(0, MOST).map(textOf).join("; ");
  return changes.length > MOST ? `${named}; and ${changes.length - MOST} more` : named;
}

/** "η of SGDm on Noisy sine 0.050, before 0.10" */
function textOf({ task, optimizer, name, before, now }: ChangedDefault): string {
  const isExperiments = name === "steps" || name === "batchSize";
  const called = isExperiments ? { steps: "steps", batchSize: "batch size" }[name] : settingSymbol(optimizer, name);
  const of = optimizer === null ? "" : ` of ${OPTIMIZERS[optimizer].name}`;
  const on = task === null ? "" : ` on ${TASKS[task].name}`;
  const text = (value: number | string) => (isExperiments ? String(value) : settingText(name, value));
  return `${called}${of}${on} ${text(now)}, before ${text(before)}`;
}

/** Above 0 where a is the later one; null where one of them is no version. */
function compareVersions(a: string, b: string): number | null {
  const [mine, theirs] = [a, b].map((text) => /^(\d+)\.(\d+)\.(\d+)$/.exec(text)?.slice(1).map(Number));
  if (!mine || !theirs) return null;
  return mine.map((part, place) => part - (theirs[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
