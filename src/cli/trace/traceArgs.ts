import path from "node:path";
import { isRecord } from "../../config/experiment/checks";
import { parseNames } from "../../config/experiment/csv";
import { type ExperimentConfig, givenSchema, readGiven } from "../../config/experiment/experiment";
import { jsonIn } from "../../config/experiment/jsonFile";
import { ConfigError, type Note } from "../../config/experiment/notes";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { issueNotes } from "../../config/experiment/schemaIssues";
import { parseIntervention, parseOptimizers, parseSetting } from "../../config/experiment/shorthand";
import { ARCHIVE_IDS } from "../../config/tables/archive/archives";
import { DataError } from "../exitCodes";
import { readNames, readOptions } from "../options";
import { unpackedFile } from "../unpackedFile";

export interface TraceRequest {
  config: ExperimentConfig;
  /** Path of the file that the task csv trains on. */
  csv: string | undefined;
  /** Path of the archive that the images of cifar100, or all of cifar10, come from. */
  archive: string | undefined;
  /** Add the final weights. */
  params: boolean;
  /** And the weights before each step of a multiple of so many. */
  paramsEvery: number | undefined;
  /** Ends with a status of its own where a run diverges. */
  failOnDiverged: boolean;
  /** Solve for the exact proximal step of a network. */
  gap: boolean;
  /** Losses only, as a recording for the page. */
  brief: boolean;
  /** File to write; standard output where undefined. */
  out: string | undefined;
}

const OPTIONS = {
  task: { type: "string" },
  optimizers: { type: "string" },
  steps: { type: "string" },
  seed: { type: "string" },
  "batch-size": { type: "string" },
  "condition-number": { type: "string" },
  "train-images": { type: "string" },
  network: { type: "string" },
  width: { type: "string" },
  norm: { type: "string" },
  augment: { type: "string" },
  size: { type: "string" },
  csv: { type: "string" },
  archive: { type: "string" },
  target: { type: "string" },
  inputs: { type: "string" },
  without: { type: "string" },
  backend: { type: "string" },
  set: { type: "string", multiple: true },
  at: { type: "string", multiple: true },
  preset: { type: "string" },
  config: { type: "string" },
  params: { type: "string" },
  "fail-on": { type: "string" },
  gap: { type: "boolean" },
  brief: { type: "boolean" },
  template: { type: "string" },
  out: { type: "string" },
  help: { type: "boolean" },
} as const;

/** Reads the command line; null asks for the usage text. Throws `ConfigError` listing every problem. */
export function readTraceArgs(argv: string[]): TraceRequest | null {
  const values = readOptions(withParams(argv), OPTIONS);
  if (values.help) return null;
  const file = startOf(values);
  const notes: Note[] = [];
  const parsed = <T>(results: readonly ({ value: T; note: null } | { value: null; note: Note })[]): T[] =>
    results.flatMap(({ value, note }) => {
      if (note) notes.push(note);
      return value === null ? [] : [value];
    });
  const settings = parsed((values.set ?? []).map(parseSetting));
  const interventions = parsed((values.at ?? []).map(parseIntervention));
  if (notes.length > 0) throw new ConfigError(notes);

  const input = {
    version: 1,
    ...file,
    ...withoutUndefined({
      task: values.task,
      steps: toNumber(values.steps),
      seed: toNumber(values.seed),
      batchSize: toNumber(values["batch-size"]),
      backend: values.backend,
      optimizers: values.optimizers === undefined ? undefined : chooseOptimizers(values.optimizers, file.optimizers),
      csv: over(file.csv, {
        file: values.csv === undefined ? undefined : path.basename(values.csv),
        target: values.target,
        ...columnsIn(values),
      }),
      taskOptions: over(file.taskOptions, {
        conditionNumber: toNumber(values["condition-number"]),
        trainImages: toNumber(values["train-images"]),
        network: values.network,
        width: values.width,
        norm: values.norm,
        augment: values.augment,
        size: values.size,
      }),
      interventions: behind(file.interventions, interventions),
    }),
  };
  const { config } = resolveExperiment(input, { settings, readGiven });
  if (config.task === "csv" && values.csv === undefined) throw new ConfigError([missingFile]);
  if (values.archive !== undefined && !isArchive(config.task)) throw new ConfigError([unusedArchive(config.task)]);
  const { csv, archive, params, gap = false, brief = false, out } = values;
  const failOnDiverged = readNames("end to fail on", values["fail-on"]?.split(",") ?? [], ["diverged"]).length > 0;
  const files = { csv, archive };
  return {
    config,
    ...files,
    params: params !== undefined,
    paramsEvery: everyOf(params),
    failOnDiverged,
    gap,
    brief,
    out,
  };
}

/** The name after `--template`, and where to write it; null where there is no such option. Throws `ConfigError` for all that it has no use for. */
export function readTemplateArgs(argv: string[]): { name: string; out: string | undefined } | null {
  if (!argv.some((word) => /^--template(=|$)/.test(word))) return null;
  const { template: name = "", out, help: _, ...others } = readOptions(withParams(argv), OPTIONS);
  const unused = Object.keys(others).map((option) => `--${option}`);
  if (unused.length === 0) return { name, out };
  const detail = "Allowed beside it: --out.";
  const remedy = "Write --template mlp --out problem.json, then --task given --config problem.json with the rest.";
  throw new ConfigError([{ title: `--template has no use for ${unused.join(", ")}`, detail, remedy }]);
}

/** `--params` stands alone, or before every:N. */
const withParams = (argv: readonly string[]): string[] =>
  argv.flatMap((word, index) => {
    if (word !== "--params") return argv[index - 1] === "--params" && word.startsWith("every:") ? [] : [word];
    const next = argv[index + 1];
    return [`--params=${next?.startsWith("every:") ? next : "final"}`];
  });

function everyOf(params: string | undefined): number | undefined {
  if (params === undefined || params === "final") return undefined;
  const [, steps] = /^every:(\d{1,6})$/.exec(params) ?? [];
  if (Number(steps) > 0) return Number(steps);
  const detail = "Allowed: nothing behind it, or every:N with a whole number of steps from 1.";
  throw new ConfigError([{ title: `--params is "${params}"`, detail, remedy: "Write --params every:10, say." }]);
}

/** What the other options change: a file's experiment, a preset's, or nothing. */
function startOf({ config, preset: id }: { config?: string; preset?: string }): Record<string, unknown> {
  if (id === undefined) return config === undefined ? {} : readConfigFile(config);
  const preset = PRESETS.find((candidate) => candidate.id === id);
  if (preset && config === undefined) return { ...preset.experiment };
  const title = preset ? "Both --preset and --config are given" : `There is no preset "${id}"`;
  const detail = `Allowed: one of ${PRESETS.map((candidate) => candidate.id).join(", ")}, without --config.`;
  throw new ConfigError([{ title, detail, remedy: "Name one preset, or leave it out." }]);
}

const missingFile: Note = {
  title: "The task csv needs a file",
  detail: "Allowed: --csv FILE, a table with a header line.",
  remedy: "Add --csv FILE, and --target NAME for a target other than the last column.",
};

const isArchive = (task: string): boolean => (ARCHIVE_IDS as readonly string[]).includes(task);

const unusedArchive = (task: string): Note => ({
  title: `The task ${task} reads no archive`,
  detail: `Allowed: --archive FILE with the tasks ${ARCHIVE_IDS.join(", ")}.`,
  remedy: "Leave out --archive, or choose one of these tasks.",
});

/** Inputs by their names or by those that are left out; either takes the place of both in a file. */
function columnsIn({ inputs, without }: { inputs?: string; without?: string }): Record<string, unknown> {
  if (inputs === undefined && without === undefined) return {};
  const namesIn = (text: string | undefined) => (text === undefined ? null : parseNames(text));
  return { inputs: namesIn(inputs), without: namesIn(without) };
}

/** A field of a file with what the command line sets of it; one that is no object stays, for the resolver to name. */
function over(inFile: unknown, own: Record<string, unknown>): unknown {
  const set = withoutUndefined(own);
  if (Object.keys(set).length === 0) return inFile;
  return inFile === undefined || isRecord(inFile) ? { ...inFile, ...set } : inFile;
}

/** A list of a file with what the command line adds; what is no list stays, for the resolver to name. */
function behind(inFile: unknown, own: readonly unknown[]): unknown {
  if (own.length === 0) return inFile;
  return inFile === undefined || Array.isArray(inFile) ? [...(inFile ?? []), ...own] : inFile;
}

/** The experiment in a file: itself, or under "config". */
function readConfigFile(path: string): Record<string, unknown> {
  try {
    const value = jsonIn(unpackedFile(path), path);
    const inner = typeof value === "object" && value !== null && "config" in value ? value.config : value;
    if (isRecord(inner)) return withCheckedProblem(inner, path);
    throw new Error("it holds no object");
  } catch (error) {
    if (error instanceof ConfigError) throw new DataError(error.notes);
    throw new DataError([
      {
        title: `The file ${path} cannot be read as an experiment`,
        detail: `Reason: ${error instanceof Error ? error.message : String(error)}.`,
        remedy: "Give the path of a JSON file with a field task.",
      },
    ]);
  }
}

/** A file's experiment, whose own problem fits the schema. Throws `ConfigError` that names each place where it does not. */
function withCheckedProblem(experiment: Record<string, unknown>, path: string): Record<string, unknown> {
  const { given } = experiment;
  const problem = given === undefined ? null : givenSchema.safeParse(given);
  if (problem?.success === false) {
    const remedy = "Correct it: schema/apo-given-1.json says what a problem is, --template mlp prints one.";
    throw new ConfigError(issueNotes(problem.error, given, `${path} is wrong at given.`, remedy));
  }
  return { ...experiment };
}

/** Without a file: one run of each. With one: the file's runs of these methods, with their settings. */
function chooseOptimizers(text: string, inFile: unknown): unknown[] {
  const wanted = parseOptimizers(text);
  if (!Array.isArray(inFile)) return wanted;
  return wanted.flatMap(({ id }) => {
    const runs = inFile.filter((run) => run?.id === id || run?.run === id);
    return runs.length > 0 ? runs : [{ id }];
  });
}

/** NaN for what is no number, so that the range check reports it. */
const toNumber = (text: string | undefined) =>
  text === undefined ? undefined : text.trim() === "" ? Number.NaN : Number(text);

const withoutUndefined = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
