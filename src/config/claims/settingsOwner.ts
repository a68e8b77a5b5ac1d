import { type NetworkForm, networkForm } from "../tables/networks/networkStarts";
import { type TaskSetup, taskOption } from "../tables/networks/taskSetup";
import type { TaskId } from "../tables/taskIds";
import { STUDIES, type StudyId } from "./studies";

/** By what tables of chosen settings name an experiment: of a network with settings of its own that, else its task; null of a given problem. */
export function settingsOwner({ task, taskOptions = {} }: TaskSetup): TaskId | NetworkForm | null {
  const { network } = taskOptions;
  if (task === "given") return null;
  if (task !== "cifar10" || network === undefined) return task;
  const norm = taskOption({ task, taskOptions }, "norm").default as "none" | "batch";
  return networkForm({ network, norm: taskOptions.norm ?? norm }) ?? task;
}

/** Whose default a study gives: a task's or a network's; null of one with other data than the task starts with. */
export const studyOwner = (study: StudyId): TaskId | NetworkForm | null =>
  study === "linear-1e4" ? null : settingsOwner(STUDIES[study]);
