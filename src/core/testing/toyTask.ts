import type { TaskId } from "../../config/tables/taskIds";
import { TASKS } from "../../config/tables/tasks";
import { CREATE_TASK } from "../tasks/registry";
import type { TaskData } from "../tasks/task";

/** A task that reads no file, drawn from a seed. */
export function toyTask(
  id: Exclude<TaskId, "cars" | "cifar10" | "csv">,
  seed: number,
  conditionNumber = 10,
): Promise<TaskData> {
  return CREATE_TASK[id](
    seed,
    { ...TASKS[id].defaultOptions, conditionNumber },
    {
      readFile: async (path) => {
        throw new Error(`${id} asked for the file ${path}.`);
      },
      report: () => {},
    },
  );
}
