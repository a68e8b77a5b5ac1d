import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { TaskId } from "../../config/tables/taskIds";
import type { ReportProgress } from "../../core/data/readFile";
import type { TaskData } from "../../core/tasks/task";
import type { OwnFiles } from "../../protocol/messages";
import { sourceOf } from "./archiveSource";
import type { CsvCache } from "./csvCache";
import type { WorkerDeps } from "./loadExperiment";

/** What a task is made of: the experiment, and the person's file where the task is made of one. */
export interface TaskRequest {
  config: ExperimentConfig & { task: TaskId };
  files: OwnFiles;
}

/** Data, model and start of an experiment's task. Throws `TaskError` where a file cannot be read or trained on. */
export async function loadTask(
  { config: { task, seed, taskOptions, csv: choice }, files: { csv, archive } }: TaskRequest,
  cache: CsvCache,
  { createTask, readFile }: Pick<WorkerDeps, "createTask" | "readFile">,
  report: ReportProgress,
): Promise<TaskData> {
  const source = csv && choice && { table: await cache.tableOf(csv), choice };
  return createTask[task](seed, taskOptions, { readFile, report, csv: source, archive: archive && sourceOf(archive) });
}
