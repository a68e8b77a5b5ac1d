import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { TaskId } from "../../config/tables/taskIds";

/** The task that a worker of the page trains. Throws for the one that brings its own problem: only the command line has it. */
export function taskOfPage({ task }: Pick<ExperimentConfig, "task">): TaskId {
  if (task === "given") throw new Error("The task `given` is for the command line; the page has no file for it.");
  return task;
}
