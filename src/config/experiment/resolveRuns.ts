import { hyperparamDefaults, readsHyperparam } from "../tables/hyperparamRange";
import type { HyperparamName, Hyperparams } from "../tables/hyperparams";
import { refusalOf, type TaskSetup, taskInfo } from "../tables/networks/taskSetup";
import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../tables/optimizers";
import { settingKeys, settingSymbol } from "../tables/settingWords";
import { settingsIn } from "../tables/taskSettings";
import { checkHyperparam, isHyperparamName } from "./checkHyperparam";
import { hasOnly, isRecord, type Report } from "./checks";
import type { ExperimentConfig } from "./experiment";
import { quote } from "./notes";
import type { Setting } from "./shorthand";

/** More runs than a race of lockstep steps can serve. */
export const MOST_RUNS = 32;

type Run = ExperimentConfig["optimizers"][number];

const RUN_NAME = /^[\w-]{1,40}$/;

/** Hyperparameters of a method on a task before anything is overridden: the method's defaults, then those of the task's network. */
export function defaultHyperparams(setup: TaskSetup, optimizer: OptimizerId): Hyperparams {
  const own = settingsIn(taskInfo(setup)?.settings ?? {}, optimizer).hyperparams;
  return { ...hyperparamDefaults(optimizer), ...own };
}

/** The runs of a race, named and complete. Absent: the task's own race. */
export function resolveRuns(setup: TaskSetup, input: unknown, settings: readonly Setting[], report: Report): Run[] {
  const race = taskInfo(setup)?.race ?? [];
  const read = readEntries(input, race, report);
  const offered = read.filter(({ id }) => isOffered(setup, id, report));
  const entries: Entry[] = offered.length > 0 ? offered : race.map((id) => ({ id }));
  const runs: Run[] = [];
  for (const entry of entries) {
    const run = nameRun(entry.id, entry.run, runs, report);
    const hyperparams = defaultHyperparams(setup, entry.id);
    override(hyperparams, entry.id, run, entry.hyperparams, report);
    runs.push({ id: entry.id, run, hyperparams });
  }
  for (const setting of settings) applySetting(runs, setting, report);
  return runs;
}

/** Whether a method can race on the network; one that cannot is reported. */
function isOffered(setup: TaskSetup, id: OptimizerId, report: Report): boolean {
  const why = refusalOf(setup, id);
  if (why === null) return true;
  const others = OPTIMIZER_IDS.filter((other) => refusalOf(setup, other) === null);
  report({
    title: `${OPTIMIZERS[id].name} is not offered on the task ${setup.task}`,
    allowed: `${why} Allowed: ${others.join(", ")}.`,
    taken: "It is left out.",
    remedy: "Name one of these.",
  });
  return false;
}

const ENTRY_FIELDS = ["id", "run", "hyperparams"];

interface Entry {
  id: OptimizerId;
  run?: string;
  hyperparams?: unknown;
}

function readEntries(input: unknown, race: readonly OptimizerId[], report: Report): Entry[] {
  const fallback = race.map((id) => ({ id }));
  const taken = `Using ${race.join(", ")}.`;
  const allowed = `Allowed: a list of ${OPTIMIZER_IDS.join(", ")}.`;
  const remedy = "Name the optimizers that shall race.";
  if (input === undefined && race.length > 0) return fallback;
  if (!Array.isArray(input) || input.length === 0) {
    const isEmpty = input === undefined || Array.isArray(input);
    const title = isEmpty ? "The list of optimizers is missing or empty" : `optimizers is ${quote(input)}`;
    report({ title, allowed, taken, remedy });
    return fallback;
  }
  if (input.length > MOST_RUNS) {
    report({
      title: `${input.length} runs are too many`,
      allowed: `Allowed: at most ${MOST_RUNS}.`,
      taken: `Using the first ${MOST_RUNS}.`,
      remedy: "Split them over several experiments.",
    });
  }
  const entries = input.slice(0, MOST_RUNS).flatMap((entry) => readEntry(entry, report));
  return entries.length > 0 ? entries : fallback;
}

function readEntry(entry: unknown, report: Report): Entry[] {
  const fields = isRecord(entry) ? entry : {};
  const given = isRecord(entry) ? entry.id : entry;
  const id = OPTIMIZER_IDS.find((known) => known === fields.id);
  if (id === undefined) {
    report({
      title: `Unknown optimizer ${quote(given)}`,
      allowed: `Allowed: ${OPTIMIZER_IDS.join(", ")}.`,
      taken: "It is left out.",
      remedy: "Name one of these.",
    });
    return [];
  }
  const { run, hyperparams } = fields;
  if ((run === undefined || typeof run === "string") && hasOnly(fields, ENTRY_FIELDS))
    return [{ id, run, hyperparams }];
  report({
    title: `The entry of optimizer ${id} is ${quote(entry)}`,
    allowed: 'Allowed: {"id", "run", "hyperparams"}, where run is a text.',
    taken: "Using its defaults.",
    remedy: "Check the entry's fields.",
  });
  return [{ id }];
}

function nameRun(id: OptimizerId, wanted: string | undefined, before: readonly Run[], report: Report): string {
  const isFree = (name: string) => before.every(({ run }) => run !== name);
  const free = [id, ...before.map((_, i) => `${id}-${i + 2}`)].find(isFree) as string;
  if (wanted === undefined) return free;
  if (RUN_NAME.test(wanted) && isFree(wanted)) return wanted;
  report({
    title: `The run name ${quote(wanted)} cannot be used`,
    allowed: "Allowed: 1 to 40 letters, digits, - and _, each name once.",
    taken: `Using ${free}.`,
    remedy: "Give the run another name, or none.",
  });
  return free;
}

function override(values: Hyperparams, id: OptimizerId, run: string, input: unknown, report: Report): void {
  if (input === undefined) return;
  if (!isRecord(input)) {
    report({
      title: `hyperparams of run ${run} is ${quote(input)}`,
      allowed: 'Allowed: an object such as {"learningRate": 0.01}.',
      taken: "Using the defaults.",
      remedy: "Write the settings as an object.",
    });
    return;
  }
  for (const [name, value] of Object.entries(input)) {
    // An unread setting at its default is part of a resolved file, which must resolve again without complaint.
    const known = isHyperparamName(name) && (readsHyperparam(id, name) || value === values[name]);
    if (known) setValue(values, id, name, value, run, report);
    else reportUnread(quote(name), `Run ${run}`, OPTIMIZERS[id].hyperparams, report);
  }
}

function setValue(
  values: Hyperparams,
  id: OptimizerId,
  name: HyperparamName,
  value: unknown,
  run: string,
  report: Report,
): void {
  Object.assign(values, { [name]: checkHyperparam(id, name, value, values[name], `run ${run}`, report) });
}

function reportUnread(setting: string, owner: string, allowed: readonly HyperparamName[], report: Report): void {
  report({
    title: `${owner} has no setting ${setting}`,
    allowed: `Allowed: ${settingKeys(allowed)}.`,
    taken: "It is left out.",
    remedy: "Check the name, or leave it out.",
  });
}

/** A setting from link or command line: on one run, or on every run that has it. */
function applySetting(runs: readonly Run[], { run: only, name, value }: Setting, report: Report): void {
  const named = runs.filter(({ run }) => only === undefined || run === only);
  if (named.length === 0) {
    report({
      title: `There is no run ${quote(only)}`,
      allowed: `Allowed: ${runs.map(({ run }) => run).join(", ")}.`,
      taken: `Its ${settingSymbol(null, name)} is left out.`,
      remedy: "Name a run of this race.",
    });
    return;
  }
  const readers = named.filter(({ id }) => readsHyperparam(id, name));
  const allowed = [...new Set(named.flatMap(({ id }) => OPTIMIZERS[id].hyperparams))];
  const owner = only === undefined ? "This race" : `Run ${only}`;
  if (readers.length === 0) reportUnread(settingSymbol(null, name), owner, allowed, report);
  for (const { id, run, hyperparams } of readers) setValue(hyperparams, id, name, value, run, report);
}
