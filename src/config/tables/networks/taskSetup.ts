import { OPTIMIZERS, type OptimizerId } from "../optimizers";
import type { TaskId } from "../taskIds";
import {
  type ChoiceOptionInfo,
  type NumberOptionInfo,
  TASK_OPTIONS,
  type TaskOptionName,
  type TaskOptions,
} from "../taskOptions";
import { settingsOnNetwork } from "../taskSettings";
import { TASKS, type TaskInfo } from "../tasks";
import { networkForm } from "./networkStarts";
import { NETWORK_INFO, type Network, networkName } from "./networks";

/** What an experiment's defaults depend on: its task, and the options that choose the network. What is left out is the task's first. */
export interface TaskSetup {
  task: TaskId | "given";
  taskOptions?: Partial<Pick<TaskOptions, SetupOption>>;
}

/** Options that settings depend on. */
export const SETUP_OPTIONS = ["network", "norm"] as const satisfies readonly TaskOptionName[];
export const isSetupOption = (name: TaskOptionName): boolean =>
  (SETUP_OPTIONS as readonly TaskOptionName[]).includes(name);
type SetupOption = (typeof SETUP_OPTIONS)[number];

/** The network of an experiment; null of a task that has no choice of one. */
export function networkOf({ task, taskOptions }: TaskSetup): Network | null {
  const networks = task === "given" ? undefined : TASKS[task].networks;
  if (!networks) return null;
  return networks.find((known) => known === taskOptions?.network) ?? (networks[0] as Network);
}

/**
 * The card of a task with the network that was chosen for it: length, batch and settings are the network's where it has its own. null
 * of a problem that was given.
 */
export function taskInfo({ task, taskOptions }: TaskSetup): TaskInfo | null {
  if (task === "given") return null;
  const info = TASKS[task];
  const network = networkOf({ task, taskOptions });
  if (network === null) return info;
  const { race, options } = NETWORK_INFO[network];
  const form = networkForm({ network, norm: taskOptions?.norm ?? options.norm.default });
  return { ...info, ...race, ...(form && { settings: settingsOnNetwork(task, form) }) };
}

/** Why a method is not offered on an experiment's network; null where it is. */
export const refusalOf = (setup: TaskSetup, optimizer: OptimizerId): string | null =>
  OPTIMIZERS[optimizer].isFactored ? (taskInfo(setup)?.withoutFactors ?? null) : null;

/** An option as the task has it with the network that was chosen: with its own words and default, and of images as many as there can be. */
export function taskOption(setup: TaskSetup, name: TaskOptionName): NumberOptionInfo | ChoiceOptionInfo {
  const info: NumberOptionInfo | ChoiceOptionInfo = TASK_OPTIONS[name];
  const { task } = setup;
  if (task === "given" || !TASKS[task].options.includes(name)) return info;
  const { defaultOptions, mostImages, networks, augmentation } = TASKS[task];
  if (info.kind === "number") {
    const max = name === "trainImages" ? (mostImages ?? info.max) : info.max;
    return { ...info, max, default: Number(defaultOptions[name]) };
  }
  const network = networkOf(setup);
  const ofNetwork: Partial<Record<TaskOptionName, Pick<ChoiceOptionInfo, "choices" | "default">>> =
    network === null ? {} : NETWORK_INFO[network].options;
  const ofTask = {
    default: String(defaultOptions[name]),
    ...(name === "network" && networks && { choices: networks }),
    ...(name === "augment" && augmentation && { names: { ...info.names, on: augmentation } }),
  };
  return { ...info, ...ofTask, ...ofNetwork[name] };
}

/** Options of which there is something to choose. */
export const openOptions = (setup: TaskSetup): TaskOptionName[] =>
  setup.task === "given" ? [] : TASKS[setup.task].options.filter((name) => isOpen(taskOption(setup, name)));

const isOpen = (info: NumberOptionInfo | ChoiceOptionInfo): boolean =>
  info.kind === "number" || info.choices.length > 1;

/** Task and network: "CIFAR-10, ResNet-18 ×1/8"; of a task that has no choice of one its name; null of a problem that was given. */
export function taskTitle({ task, taskOptions }: { task: TaskSetup["task"]; taskOptions: TaskOptions }): string | null {
  if (task === "given") return null;
  const { name } = TASKS[task];
  const network = networkOf({ task, taskOptions });
  return network === null ? name : `${name}, ${networkName({ ...taskOptions, network })}`;
}

/** The networks of a task by their names and widths: the chosen one's own, the others' first. Empty where there is no choice. */
export function networkChoices(
  { task, taskOptions }: { task: TaskSetup["task"]; taskOptions: TaskOptions },
  isOnGpu: boolean,
): { network: Network; name: string }[] {
  const networks = task === "given" ? [] : (TASKS[task].networks ?? []);
  return networks.map((network) => {
    if (network === taskOptions.network) return { network, name: networkName(taskOptions) };
    const { gpuWidth, options } = NETWORK_INFO[network];
    const width = isOnGpu ? gpuWidth : options.width.default;
    return { network, name: networkName({ network, width, norm: options.norm.default }) };
  });
}
