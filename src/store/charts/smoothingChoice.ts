import { TASKS } from "../../config/tables/tasks";
import type { ExperimentState } from "../experiment/state";

/** Whether running averages are drawn: as chosen, else as the task has it. */
export function isSmoothed({ config, display }: Pick<ExperimentState, "config" | "display">): boolean {
  const ofTask = config.task === "given" ? "off" : TASKS[config.task].smoothing;
  return (display.smoothing ?? ofTask) === "on";
}
