import type { ExperimentConfig } from "../../config/experiment/experiment";
import { networkName } from "../../config/tables/networks/networks";
import { networkOf, openOptions, taskOption, taskTitle } from "../../config/tables/networks/taskSetup";
import { type TaskOptionName, taskOptionText } from "../../config/tables/taskOptions";
import { TASKS } from "../../config/tables/tasks";

/** Options that the name of a network tells. */
const TOLD_BY_NAME: readonly TaskOptionName[] = ["network", "width", "norm"];

/** Task and network of an experiment: "CIFAR-10, ResNet-18 ×1/8". */
export const raceTitle = (config: Pick<ExperimentConfig, "task" | "taskOptions">): string =>
  taskTitle(config) ?? "A given problem";

/** The network of an experiment by its name and width: "ResNet-18 ×1/8"; of a task with one network its model; "" of a given problem. */
export function modelText({ task, taskOptions }: Pick<ExperimentConfig, "task" | "taskOptions">): string {
  const network = networkOf({ task, taskOptions });
  if (network !== null) return networkName({ ...taskOptions, network });
  return task === "given" ? "" : TASKS[task].model;
}

/** Those of an experiment that its title does not tell, in words: "Training images 3000". */
export const optionWords = (config: Pick<ExperimentConfig, "task" | "taskOptions">): string[] =>
  openOptions(config)
    .filter((name) => !TOLD_BY_NAME.includes(name))
    .map((name) => optionWord(config, name));

/** One option in words: what it is called, and its value. */
function optionWord(
  config: Pick<ExperimentConfig, "task" | "taskOptions">,
  name: TaskOptionName,
  between = " ",
): string {
  const info = taskOption(config, name);
  return info.label + between + taskOptionText(info, config.taskOptions[name]);
}

/** Options in which two experiments of one task differ, as the first has them: a network by its name. */
export function optionDifferences(
  config: Pick<ExperimentConfig, "task" | "taskOptions">,
  other: Pick<ExperimentConfig, "task" | "taskOptions">,
): string[] {
  const own = config.task === "given" ? [] : TASKS[config.task].options;
  const names = own.filter((name) => config.taskOptions[name] !== other.taskOptions[name]);
  const isNamed = (name: TaskOptionName) => networkOf(config) !== null && TOLD_BY_NAME.includes(name);
  return [
    ...(names.some(isNamed) ? [modelText(config)] : []),
    ...names.filter((name) => !isNamed(name)).map((name) => optionWord(config, name)),
  ];
}

/** What a person is told of an option that is now another: "Network: ResNet-18 ×1/8." */
export const optionTold = (config: ExperimentConfig, name: TaskOptionName): string =>
  TOLD_BY_NAME.includes(name) ? `Network: ${modelText(config)}.` : `${optionWord(config, name, ": ")}.`;
