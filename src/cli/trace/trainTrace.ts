import { readFileSync } from "node:fs";
import type { ExperimentConfig } from "../../config/experiment/experiment";
import { trainingRuns } from "../../config/experiment/learningRateGrid";
import { scheduleStepsOf } from "../../config/experiment/raceLength";
import { defaultHyperparams } from "../../config/experiment/resolveRuns";
import { readsHyperparam } from "../../config/tables/hyperparamRange";
import { chooseColumns } from "../../core/data/csv/chooseColumns";
import { readCsv } from "../../core/data/csv/readCsv";
import { requireFit } from "../../core/estimate/requireFit";
import { TaskError } from "../../core/taskError";
import { createGiven } from "../../core/tasks/given";
import { CREATE_TASK } from "../../core/tasks/registry";
import type { CsvSource, Feed, TaskData } from "../../core/tasks/task";
import { averagesToTraceOrder, toTraceOrder } from "../../core/tasks/traceOrder";
import type { Race } from "../../core/training/contract";
import { createRace } from "../../core/training/race";
import { APP_VERSION } from "../appFolder";
import { startNodeBackend } from "../nodeBackend";
import { readPublicFile } from "../readPublicFile";
import { loadArchive } from "./loadArchive";
import { tableWords } from "./tableWords";
import type { TraceRequest } from "./traceArgs";
import { type Recorded, recordTrace, type TraceOptions } from "./traceDocument";

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
  const { choice: taken } = chooseColumns(table, choice, "strict");
  process.stderr.write(`${tableWords(table, taken, choice.inputs === null).join("\n")}\n`);
  return { table, choice: taken };
}

/** The task of an experiment, with the file's own batches for `given`. */
async function loadTask(
  config: ExperimentConfig,
  csv: CsvSource | undefined,
  archiveFile: string | undefined,
): Promise<LoadedTask> {
  if (config.task !== "given") {
    const report = (_fraction: number, detail: string) => void process.stderr.write(`${detail}\n`);
    const archive =
      archiveFile === undefined ? undefined : await loadArchive(archiveFile, config.taskOptions.trainImages, report);
    const io = { readFile: readPublicFile, report, csv, archive };
    return { task: await CREATE_TASK[config.task](config.seed, config.taskOptions, io) };
  }
  if (!config.given)
    throw new TaskError(
      'The task "given" needs a problem',
      'It is the field "given" of a config.',
      "Pass --config FILE.",
    );
  const { given, steps, optimizers } = config;
  return createGiven(given, {
    steps,
    fsdBatches: optimizers.some(({ id }) => readsHyperparam(id, "lambdaFsd")),
    targetNoise: optimizers.some(({ id }) => readsHyperparam(id, "curvatureEma")),
  });
}

/** An experiment, and what its trace holds beside the columns; `until` ends it early, with the schedules of the whole. */
type TrainedExperiment = Pick<TraceRequest, "config"> &
  Partial<TraceRequest> &
  Pick<TraceOptions, "until" | "rowsOnly"> & {
    /** `TraceOptions.watch`, with the task that is trained on. */
    watch?: (race: Race, task: TaskData) => Promise<void>;
  };

/** Trains an experiment in Node and returns its trace. Throws `TaskError`, and `ConfigError` for a device that Node does not have. */
export async function trainTrace(experiment: TrainedExperiment): Promise<Recorded> {
  const {
    config: given,
    csv: file,
    archive,
    params = false,
    paramsEvery,
    gap = false,
    until,
    rowsOnly,
    watch,
  } = experiment;
  const csv = loadCsv(given, file);
  const config = csv ? { ...given, csv: csv.choice } : given;
  const backend = await startNodeBackend(config.backend);
  const { task, feed } = await loadTask(config, csv, archive);
  const runs = trainingRuns(config).map(({ id, run: name, hyperparams }) => ({
    run: name,
    optimizer: id,
    hyperparams,
  }));
  const { seed, batchSize } = config;
  const steps = scheduleStepsOf(config);
  const objectiveSettings = defaultHyperparams(config, "apo-p");
  await requireFit(task, { batchSize, runs }, config);
  const race = createRace(task, { seed, batchSize, steps, runs, feed, objectiveSettings });
  const environment = { app: APP_VERSION, backend, adapter: null, runtime: `node ${process.versions.node}` };
  const inTraceOrder = (weights: Float32Array[]) => toTraceOrder(task, weights);
  const statisticsOf = async (run: string) => averagesToTraceOrder(task, race.norms, await race.averages(run));
  try {
    return await recordTrace(race, config, environment, {
      finalParams: params ? inTraceOrder : undefined,
      finalStatistics: params && race.norms.length > 0 ? statisticsOf : undefined,
      paramsEvery,
      solveGaps: gap,
      until,
      rowsOnly,
      watch: watch && ((racing) => watch(racing, task)),
    });
  } finally {
    race.dispose();
  }
}
