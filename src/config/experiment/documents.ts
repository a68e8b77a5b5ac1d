import * as z from "zod/mini";
import { HYPERPARAM_NAMES, isNumericHyperparam } from "../tables/hyperparams";
import { isRecord } from "./checks";
import { type ExperimentConfig, readGiven } from "./experiment";
import { checkForeign, type ForeignTrace, foreignTraceSchema, isForeign } from "./foreignTrace";
import { jsonIn } from "./jsonFile";
import { trainingRuns } from "./learningRateGrid";
import { ConfigError, type Note, quote } from "./notes";
import { resolveExperiment } from "./resolveExperiment";
import { issueNotes } from "./schemaIssues";
import { type Trace, traceSchema } from "./trace";

/** Files that the page saves and opens. */
const EXPERIMENT_FORMAT = "apo-experiment/1";
const RUN_FORMAT = "apo-trace/1";

const experimentFileSchema = z.looseObject({
  format: z.literal(EXPERIMENT_FORMAT),
  /** Version of the app that wrote it. */
  app: z.optional(z.string()),
  /** As resolved, with its moves; its own checks are those of `resolveExperiment`. */
  config: z.looseObject({ version: z.literal(1), task: z.string() }),
});

/** What a file holds: an experiment with its moves, a run with its log, or the log of another program's run. */
export type OpenedDocument =
  | { kind: "experiment"; config: ExperimentConfig }
  | { kind: "run"; config: ExperimentConfig; trace: Trace }
  | { kind: "foreign"; trace: ForeignTrace };

/** An experiment as a file. */
export function experimentDocument(config: ExperimentConfig, app: string | null): string {
  return `${JSON.stringify({ format: EXPERIMENT_FORMAT, ...(app === null ? {} : { app }), config }, null, 2)}\n`;
}

/**
 * Reads an experiment (`apo-experiment/1`, or the bare config that the command line takes) or a run (`apo-trace/1`). Throws
 * `ConfigError` with a note for each thing that is wrong, by its place in the file.
 */
export function openDocument(bytes: Uint8Array, file: string): OpenedDocument {
  const value = jsonIn(bytes, file);
  if (!isRecord(value)) throw notOurs(file, `It holds ${quote(value)}.`);
  if (value.format === RUN_FORMAT && isForeign(value))
    return openForeign(parsed(foreignTraceSchema, value, file), file);
  if (value.format === RUN_FORMAT) return openRun(parsed(traceSchema, value, file), file);
  if (value.format === EXPERIMENT_FORMAT) {
    const { config } = parsed(experimentFileSchema, value, file);
    return { kind: "experiment", config: configOf(config, file) };
  }
  if (value.format === "apo-scenes/1") throw notOurs(file, "It holds scenes.", "Open it under Scenes, beside Present.");
  if (value.format !== undefined) throw notOurs(file, `Its format is ${quote(value.format)}.`);
  if (value.task === undefined) throw notOurs(file, "It has neither a format nor a task.");
  return { kind: "experiment", config: configOf(value, file) };
}

function configOf(value: unknown, file: string): ExperimentConfig {
  const { config } = resolveExperiment(value, { readGiven });
  if (config.task !== "given") return config;
  throw new ConfigError([
    {
      title: `${file} is a problem for the command line`,
      detail: "The task given brings its own data and batches, which the page does not train on.",
      remedy: `Run it there: npm run -s trace -- --task given --config ${file}`,
    },
  ]);
}

function openForeign(trace: ForeignTrace, file: string): OpenedDocument {
  const notes: Note[] = [];
  checkForeign(trace, (place, detail) =>
    notes.push({
      title: `${file} does not fit together at ${place}`,
      detail,
      remedy: "Each column has a value, or null, for each step.",
    }),
  );
  if (notes.length > 0) throw new ConfigError(notes);
  return { kind: "foreign", trace };
}

function openRun(trace: Trace, file: string): OpenedDocument {
  const config = configOf(trace.config, file);
  const notes: Note[] = [];
  const wrong = (place: string, detail: string) =>
    notes.push({ title: `${file} does not fit together at ${place}`, detail, remedy: "Save the run again." });
  const wanted = trainingRuns(config).map(({ run }) => run);
  const found = trace.runs.map(({ run }) => run);
  if (wanted.join() !== found.join())
    wrong("runs", `Its config has the runs ${wanted.join(", ")}; it holds ${found.join(", ") || "none"}.`);
  for (const [index, move] of trace.interventions.entries()) checkMove(move, found, `interventions.${index}`, wrong);
  for (const [index, { columns, evaluations, spectra }] of trace.runs.entries()) {
    const { length } = columns.step;
    if (columns.step.some((step, row) => step !== row))
      wrong(`runs.${index}.columns.step`, "Steps count from 0, one by one.");
    for (const [name, values] of Object.entries(columns))
      if (values.length !== length && values.length > 0)
        wrong(`runs.${index}.columns.${name}`, `It has ${values.length} values for ${length} steps.`);
    for (const [name, values] of Object.entries(evaluations))
      if (values.length !== evaluations.step.length)
        wrong(
          `runs.${index}.evaluations.${name}`,
          `It has ${values.length} values for ${evaluations.step.length} steps.`,
        );
    for (const { layers } of spectra)
      for (const { name, eigenvalues, weights } of layers)
        if (eigenvalues.length !== weights.length)
          wrong(
            `runs.${index}.spectra`,
            `Layer ${name} has ${eigenvalues.length} eigenvalues and ${weights.length} weights.`,
          );
  }
  if (notes.length > 0) throw new ConfigError(notes);
  return { kind: "run", config, trace };
}

/** What of a move that was made is of no run, of no setting, or no value of it. */
function checkMove(
  { run, name, from, value }: Trace["interventions"][number],
  runs: readonly string[],
  place: string,
  wrong: (place: string, detail: string) => void,
): void {
  const known = HYPERPARAM_NAMES.find((one) => one === name);
  if (!runs.includes(run)) wrong(`${place}.run`, `Found ${quote(run)}. Allowed: ${runs.join(", ")}.`);
  if (!known) {
    wrong(`${place}.name`, `Found ${quote(name)}. Allowed: ${HYPERPARAM_NAMES.join(", ")}.`);
    return;
  }
  const isNumber = isNumericHyperparam(known);
  for (const [field, found] of Object.entries({ from, value }))
    if (typeof found !== (isNumber ? "number" : "string"))
      wrong(
        `${place}.${field}`,
        isNumber ? `Found ${quote(found)}. Allowed: a number.` : `Found ${quote(found)}. Allowed: a word.`,
      );
}

/** The value as its schema takes it. */
function parsed<Schema extends z.ZodMiniType>(schema: Schema, value: unknown, file: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ConfigError(issueNotes(result.error, value, `${file} is wrong at `, "Correct it, or save the file again."));
}

function notOurs(
  file: string,
  detail: string,
  remedy = "Choose a file that was saved here, or printed by npm run trace.",
): ConfigError {
  return new ConfigError([
    {
      title: `${file} is no experiment and no run`,
      detail: `${detail} Allowed: the formats ${EXPERIMENT_FORMAT} and ${RUN_FORMAT}, or a config with a task.`,
      remedy,
    },
  ]);
}
