import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describeFormat, doubtIn } from "../config/experiment/csv";
import type { ExperimentConfig } from "../config/experiment/experiment";
import { trainingRuns } from "../config/experiment/learningRateGrid";
import { scheduleStepsOf } from "../config/experiment/raceLength";
import { defaultHyperparams } from "../config/experiment/resolveRuns";
import { readsHyperparam } from "../config/tables/hyperparamRange";
import { chooseColumns } from "../core/data/csv/chooseColumns";
import { readCsv } from "../core/data/csv/readCsv";
import { TaskError } from "../core/taskError";
import { createGiven } from "../core/tasks/given";
import { CREATE_TASK } from "../core/tasks/registry";
import type { CsvSource, Feed, TaskData } from "../core/tasks/task";
import { toTraceOrder } from "../core/tasks/traceOrder";
import { createRace } from "../core/training/race";
import { startNodeBackend } from "./nodeBackend";
import { readPublicFile } from "./readPublicFile";
import { briefTrace } from "./trace/briefTrace";
import { readTraceArgs, type TraceRequest, USAGE } from "./trace/traceArgs";
import { recordTrace } from "./trace/traceDocument";

interface LoadedTask {
  task: TaskData;
  feed?: Feed;
}

function readTable(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TaskError(`The file ${file} cannot be read`, `Reason: ${reason}.`, "Check the path after --csv.", {
      cause,
    });
  }
}

/** The table of the task `csv`, and its columns with every default filled in. */
function loadCsv({ csv: choice }: ExperimentConfig, file: string | undefined): CsvSource | undefined {
  if (!choice || file === undefined) return undefined;
  const table = readCsv(readTable(file), choice.file);
  const doubt = doubtIn(table);
  const said = [
    `${table.file}: ${describeFormat(table)}`,
    ...(doubt ? [`${doubt.title}. ${doubt.detail} ${doubt.remedy}`] : []),
  ];
  process.stderr.write(`${said.join("\n")}\n`);
  return { table, choice: chooseColumns(table, choice, "strict").choice };
}

/** The task of an experiment, with the file's own batches for `given`. */
async function loadTask(config: ExperimentConfig, csv: CsvSource | undefined): Promise<LoadedTask> {
  if (config.task !== "given") {
    const report = (_fraction: number, detail: string) => void process.stderr.write(`${detail}\n`);
    const io = { readFile: readPublicFile, report, csv };
    return { task: await CREATE_TASK[config.task](config.seed, config.taskOptions, io) };
  }
  if (!config.given) throw new Error('The task "given" needs a problem: pass --config FILE with a field "given".');
  const { given, steps, optimizers } = config;
  return createGiven(given, {
    steps,
    fsdBatches: optimizers.some(({ id }) => readsHyperparam(id, "lambdaFsd")),
    targetNoise: optimizers.some(({ id }) => readsHyperparam(id, "curvatureEma")),
  });
}

async function run({ config: given, csv: file, params, gap, brief, out }: TraceRequest): Promise<void> {
  const csv = loadCsv(given, file);
  const config = csv ? { ...given, csv: csv.choice } : given;
  const backend = await startNodeBackend(config.backend);
  const { task, feed } = await loadTask(config, csv);
  const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
  const runs = trainingRuns(config).map(({ id, run: name, hyperparams }) => ({
    run: name,
    optimizer: id,
    hyperparams,
  }));
  const { seed, batchSize } = config;
  const steps = scheduleStepsOf(config);
  const objectiveSettings = defaultHyperparams(config.task, "apo-p");
  const race = createRace(task, { seed, batchSize, steps, runs, feed, objectiveSettings });
  const environment = { app: version, backend, adapter: null, runtime: `node ${process.versions.node}` };
  const inTraceOrder = (weights: Float32Array[]) => toTraceOrder(task.layers, task.inputShape, weights);
  const trace = await recordTrace(race, config, environment, {
    finalParams: params ? inTraceOrder : undefined,
    solveGaps: gap,
  });
  race.dispose();
  const text = `${JSON.stringify(brief ? briefTrace(trace) : trace)}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}

try {
  const request = readTraceArgs(process.argv.slice(2));
  if (request) await run(request);
  else process.stdout.write(`${USAGE}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
