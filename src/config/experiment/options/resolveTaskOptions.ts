import { NETWORK_INFO, NETWORKS } from "../../tables/networks/networks";
import { isSetupOption, networkOf, SETUP_OPTIONS, type TaskSetup, taskOption } from "../../tables/networks/taskSetup";
import type { TaskId } from "../../tables/taskIds";
import {
  DEFAULT_TASK_OPTIONS,
  TASK_OPTION_NAMES,
  TASK_OPTIONS,
  type TaskOptionName,
  type TaskOptions,
} from "../../tables/taskOptions";
import { TASKS } from "../../tables/tasks";
import { checkChoice, checkNumber, isRecord, type Report } from "../checks";
import { quote } from "../notes";

/** Every option of a task: those that choose the network first, as words and defaults of the others depend on it. */
export function readTaskOptions(task: TaskId | "given", value: unknown, report: Report): TaskOptions {
  const given = isRecord(value) ? value : {};
  if (value !== undefined && !isRecord(value))
    report({
      title: `taskOptions is ${quote(value)}`,
      allowed: `Allowed: an object of ${TASK_OPTION_NAMES.join(", ")}.`,
      taken: "Using the defaults.",
      remedy: 'Write {"conditionNumber": 100}, say.',
    });
  const allowed = `Allowed: ${TASK_OPTION_NAMES.join(", ")}.`;
  for (const name of Object.keys(given).filter((key) => !Object.hasOwn(TASK_OPTIONS, key)))
    report({ title: `There is no task option ${name}`, allowed, taken: "It is left out.", remedy: "Check the name." });
  const options = withoutOldNetwork(task, given);
  const read: Partial<TaskOptions> = {};
  const others = TASK_OPTION_NAMES.filter((name) => !isSetupOption(name));
  for (const name of [...SETUP_OPTIONS, ...others])
    Object.assign(read, { [name]: readTaskOption({ task, taskOptions: read }, name, options[name], report) });
  return Object.fromEntries(TASK_OPTION_NAMES.map((name) => [name, read[name]])) as unknown as TaskOptions;
}

function readTaskOption(setup: TaskSetup, name: TaskOptionName, value: unknown, report: Report): number | string {
  const info = taskOption(setup, name);
  if (value === undefined) return info.default;
  const thing = `The setting "${info.label}"`;
  if (info.kind === "number") {
    const { min, max, integer } = info;
    return checkNumber(thing, value, { min, max, integer }, info.default, report);
  }
  // a link and a command line have "1" and "0.5" as numbers
  const word = typeof value === "number" ? String(value) : value;
  const elsewhere = placesOf(setup, name, word);
  if (info.choices.includes(word as string) || elsewhere === null)
    return checkChoice(thing, word, info.choices, info.default, report);
  report({
    title: `${thing} is ${quote(word)}, which ${elsewhere.here} has not`,
    allowed: `Allowed: ${info.choices.join(", ")}.`,
    taken: `Using ${info.default}.`,
    remedy: `Choose one of these, or ${elsewhere.others}.`,
  });
  return info.default;
}

/** Who has not the word of an option that others have, and who has it; null where nobody has. */
function placesOf(setup: TaskSetup, name: TaskOptionName, word: unknown): { here: string; others: string } | null {
  const network = networkOf(setup);
  const { task } = setup;
  if (task === "given" || network === null) return null;
  const has = (info: { choices: readonly string[] } | undefined) => info?.choices.includes(word as string) ?? false;
  if (name === "network") {
    const tasks = Object.values(TASKS).filter(({ networks }) => (networks as readonly unknown[])?.includes(word));
    if (tasks.length === 0) return null;
    return { here: TASKS[task].name, others: `one of the tasks ${tasks.map(({ id }) => id).join(", ")}` };
  }
  const ofNetwork = (id: (typeof NETWORKS)[number]) =>
    (NETWORK_INFO[id].options as Partial<Record<TaskOptionName, { choices: readonly string[] }>>)[name];
  const ids = NETWORKS.filter((id) => (TASKS[task].networks ?? []).includes(id) && has(ofNetwork(id)));
  if (ids.length === 0) return null;
  return { here: NETWORK_INFO[network].name, others: `a network that has it: ${ids.join(", ")}` };
}

/**
 * Files and cited links from before `cifar10` had a choice of networks name the first of another task, which said nothing there, and no
 * width. They mean LeNet-5.
 */
function withoutOldNetwork(task: TaskId | "given", options: Record<string, unknown>): Record<string, unknown> {
  const { network, ...others } = options;
  const isComplete = options.conditionNumber !== undefined && options.width === undefined;
  const isForeign = task !== "given" && TASKS[task].networks?.includes(DEFAULT_TASK_OPTIONS.network) === false;
  return isComplete && isForeign && network === DEFAULT_TASK_OPTIONS.network ? others : options;
}
