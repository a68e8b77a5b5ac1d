import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { TaskId } from "../../config/tables/tasks";
import type { ReportProgress, TaskData } from "../../core/tasks/task";
import type { CsvFile } from "../../protocol/messages";
import type { CsvShelf } from "./csvShelf";
import type { Workshop } from "./loadExperiment";

/** What a task is made of: the experiment, and the person's file where the task is made of one. */
export interface TaskWish {
  config: ExperimentConfig & { task: TaskId };
  csv: CsvFile | undefined;
}

/** Data, model and start of an experiment's task. Throws `TaskError` where a file cannot be read or trained on. */
export async function loadTask(
  { config: { task, seed, taskOptions, csv: choice }, csv }: TaskWish,
  shelf: CsvShelf,
  { createTask, readFile }: Pick<Workshop, "createTask" | "readFile">,
  report: ReportProgress,
): Promise<TaskData> {
  const source = csv && choice && { table: await shelf.tableOf(csv), choice };
  return createTask[task](seed, taskOptions, { readFile, report, csv: source });
}
