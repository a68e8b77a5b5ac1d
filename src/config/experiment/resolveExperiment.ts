import { BACKENDS } from "../tables/backends";
import { taskInfo } from "../tables/networks/taskSetup";
import { TASK_IDS, type TaskId } from "../tables/taskIds";
import { checkChoice, checkNumber, isRecord, type Report } from "./checks";
import { readCsvChoice } from "./csv";
import type { ExperimentConfig, GivenProblem, ReadGiven } from "./experiment";
import { resolveGrid } from "./learningRateGrid";
import { ConfigError, type Note, quote } from "./notes";
import { readTaskOptions } from "./options/resolveTaskOptions";
import { resolveInterventions } from "./resolveInterventions";
import { resolveRuns } from "./resolveRuns";
import type { Setting } from "./shorthand";

/** Where nothing else is asked for. */
export const DEFAULT_TASK: TaskId = "sine";
const DEFAULT_SEED = 7;

const refuseGiven: ReadGiven = () => ({ problem: null, place: "given" });

/** What a notice calls the experiment's own fields. */
const FIELD_WORDS = {
  task: "The task",
  seed: "The seed",
  steps: "The number of steps",
  scheduleSteps: "The schedule's number of steps",
  batchSize: "The batch size",
  backend: "The device",
} as const;

/** What a whole experiment accepts beyond its hyperparameters; both ends included. */
export const EXPERIMENT_LIMITS = {
  seed: { min: 0, max: 4294967295, integer: true },
  steps: { min: 1, max: 1_000_000, integer: true },
  batchSize: { min: 1, max: 4096, integer: true },
} as const;

const FIELDS =
  "version task seed steps scheduleSteps batchSize backend taskOptions optimizers learningRateGrid interventions csv given".split(
    " ",
  );

export interface ResolveOptions {
  /** "strict": throws `ConfigError` with every problem. "lenient" (links): clamps or leaves out, one note each. */
  mode?: "strict" | "lenient";
  /** Settings from link or command line, applied after those of the runs themselves. */
  settings?: readonly Setting[];
  /** Where a problem of one's own may be given. Absent: none is taken, as on the page, which comes without the schema of one. */
  readGiven?: ReadGiven;
}

/**
 * Fills an experiment: a method's defaults, then the task's, then what is given; names runs (id, id-2, id-3); checks every
 * name and range. Resolving a resolved experiment changes nothing.
 */
export function resolveExperiment(
  input: unknown,
  { mode = "strict", settings = [], readGiven = refuseGiven }: ResolveOptions = {},
): { config: ExperimentConfig; notes: Note[] } {
  const notes: Note[] = [];
  const config = resolve(input, { mode, settings, readGiven }, ({ title, allowed, taken, remedy }) => {
    notes.push({ title, detail: mode === "lenient" ? `${allowed} ${taken}` : allowed, remedy });
  });
  if (mode === "strict" && notes.length > 0) throw new ConfigError(notes);
  return { config, notes };
}

function resolve(
  input: unknown,
  { mode, settings, readGiven }: Required<ResolveOptions>,
  report: Report,
): ExperimentConfig {
  const raw = readFields(input, report);
  const given = givenIn(raw, readGiven, report);
  const task = given ? "given" : readTask(raw.task, mode, report);
  const taskOptions = readTaskOptions(task, raw.taskOptions, report);
  const info = taskInfo({ task, taskOptions });
  const limits = given
    ? { ...EXPERIMENT_LIMITS, steps: { min: 1, max: given.batches.length, integer: true } }
    : EXPERIMENT_LIMITS;
  const number = (name: keyof typeof EXPERIMENT_LIMITS, fallback: number) =>
    raw[name] === undefined ? fallback : checkNumber(FIELD_WORDS[name], raw[name], limits[name], fallback, report);
  if (raw.csv !== undefined && task !== "csv") reportUnusedCsv(task, report);
  if (raw.given !== undefined && raw.task !== "given") reportUnusedProblem(task, report);
  const steps = number("steps", info?.steps ?? given?.batches.length ?? 1);
  const scheduleSteps =
    raw.scheduleSteps === undefined
      ? steps
      : checkNumber(FIELD_WORDS.scheduleSteps, raw.scheduleSteps, { ...limits.steps, max: steps }, steps, report);
  const optimizers = resolveRuns({ task, taskOptions }, raw.optimizers, settings, report);
  return {
    version: 1,
    task,
    seed: number("seed", DEFAULT_SEED),
    steps,
    ...(scheduleSteps === steps ? {} : { scheduleSteps }),
    batchSize: number("batchSize", info?.batchSize ?? given?.batches[0]?.length ?? 1),
    backend:
      raw.backend === undefined ? "auto" : checkChoice(FIELD_WORDS.backend, raw.backend, BACKENDS, "auto", report),
    taskOptions,
    optimizers,
    learningRateGrid: resolveGrid(raw.learningRateGrid, optimizers, report),
    interventions: resolveInterventions(raw.interventions, optimizers, steps, report),
    ...(task === "csv" ? { csv: readCsvChoice(raw.csv, report) } : {}),
    ...(given ? { given } : {}),
  };
}

function readFields(input: unknown, report: Report): Record<string, unknown> {
  if (!isRecord(input)) {
    report({
      title: `The experiment is ${quote(input)}`,
      allowed: 'Allowed: an object such as {"version": 1, "task": "sine"}.',
      taken: "Using the defaults.",
      remedy: "Give an object with a task.",
    });
    return { task: DEFAULT_TASK };
  }
  for (const name of Object.keys(input).filter((key) => !FIELDS.includes(key))) {
    report({
      title: `An experiment has no field ${quote(name)}`,
      allowed: `Allowed: ${FIELDS.join(", ")}.`,
      taken: "It is left out.",
      remedy: "Check the name.",
    });
  }
  if (input.version !== undefined && input.version !== 1) {
    report({
      title: `The experiment's version is ${quote(input.version)}`,
      allowed: "Allowed: 1.",
      taken: "Reading it as version 1.",
      remedy: "Open it with the release that wrote it.",
    });
  }
  return input;
}

/** A link may leave the task out; a command line or file names it. A bad `given` has been reported by now. */
function readTask(value: unknown, mode: "strict" | "lenient", report: Report): TaskId {
  const isSettled = value === "given" || (value === undefined && mode === "lenient");
  return isSettled ? DEFAULT_TASK : checkChoice(FIELD_WORDS.task, value, TASK_IDS, DEFAULT_TASK, report);
}

function reportUnusedCsv(task: TaskId | "given", report: Report): void {
  report({
    title: `The task ${task} reads no file of yours`,
    allowed: "Allowed: a field csv with the task csv.",
    taken: "It is left out.",
    remedy: "Choose the task csv, or leave out csv, target and inputs.",
  });
}

function reportUnusedProblem(task: TaskId | "given", report: Report): void {
  report({
    title: `The task ${task} brings its own problem`,
    allowed: "Allowed: a field given with the task given.",
    taken: "It is left out.",
    remedy: "Choose the task given, or leave out given.",
  });
}

function givenIn(raw: Record<string, unknown>, read: ReadGiven, report: Report): GivenProblem | null {
  if (raw.task !== "given") return null;
  const { problem, place } = read(raw.given);
  if (problem) return problem;
  report({
    title: 'The task "given" comes without a usable problem',
    allowed: "Allowed: a field given with layers, loss, x, xShape, y, initialParams and at least one batch.",
    taken: `Using ${DEFAULT_TASK}.`,
    remedy: `Look at ${place}, or choose one of ${TASK_IDS.join(", ")}.`,
  });
  return null;
}
