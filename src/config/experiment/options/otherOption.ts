import { NETWORK_INFO, NETWORKS } from "../../tables/networks/networks";
import { isSetupOption, SETUP_OPTIONS, taskOption } from "../../tables/networks/taskSetup";
import { TASK_OPTION_NAMES, type TaskOptionName, type TaskOptions } from "../../tables/taskOptions";
import type { ExperimentConfig } from "../experiment";
import { resolveExperiment } from "../resolveExperiment";
import { setByHand } from "../setByHand";

/** The task and its network with their own settings, for the runs that race. */
export function defaultsOf({ task, optimizers, taskOptions }: ExperimentConfig): ExperimentConfig {
  const chosen = Object.fromEntries(SETUP_OPTIONS.map((name) => [name, taskOptions[name]]));
  const runs = optimizers.map(({ id, run }) => ({ id, run }));
  return resolveExperiment({ version: 1, task, taskOptions: chosen, optimizers: runs }).config;
}

/**
 * The experiment with another choice of an option, to be resolved. With another network, what was left at the settings of the one before
 * is left out, so that it becomes the next one's; what a person has set stays, where the next network has it. On a GPU the width is the
 * one for GPUs.
 */
export function withTaskOption(
  config: ExperimentConfig,
  name: TaskOptionName,
  value: number | string,
  isOnGpu: boolean,
): object {
  const taskOptions = { ...config.taskOptions, [name]: value };
  if (!isSetupOption(name)) return { ...config, taskOptions };
  const usual = defaultsOf(config);
  const network = NETWORKS.find((known) => known === value);
  const gpuWidth = isOnGpu && network ? { width: NETWORK_INFO[network].gpuWidth } : {};
  const isUsual = config.steps === usual.steps;
  return {
    ...config,
    steps: isUsual ? undefined : config.steps,
    scheduleSteps: isUsual ? undefined : config.scheduleSteps,
    batchSize: config.batchSize === usual.batchSize ? undefined : config.batchSize,
    taskOptions: { ...ownOptions({ ...config, taskOptions }, usual.taskOptions), ...gpuWidth, [name]: value },
    optimizers: config.optimizers.map(({ id, run, hyperparams }) => {
      const own = setByHand(config, { id, hyperparams });
      return { id, run, hyperparams: Object.fromEntries(own.map((setting) => [setting, hyperparams[setting]])) };
    }),
  };
}

/** Options other than the usual ones, of words that the network has. */
function ownOptions(config: ExperimentConfig, usual: TaskOptions): Partial<TaskOptions> {
  const { taskOptions } = config;
  const kept = TASK_OPTION_NAMES.filter((name) => {
    const info = taskOption(config, name);
    const isThere = info.kind === "number" || info.choices.includes(String(taskOptions[name]));
    return isThere && (isSetupOption(name) || taskOptions[name] !== usual[name]);
  });
  return Object.fromEntries(kept.map((name) => [name, taskOptions[name]]));
}
