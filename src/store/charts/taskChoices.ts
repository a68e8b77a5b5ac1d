import { TASKS } from "../../config/tables/tasks";
import type { ExperimentState, LossSplit } from "../experiment/state";

/** Whether the task's runs classify, so that there is an accuracy to draw. */
export const hasAccuracy = ({ config }: Pick<ExperimentState, "config">): boolean =>
  config.task !== "given" && TASKS[config.task].metric === "accuracy";

/** What the first chart draws: what was chosen, or the test loss where the task has no accuracy. */
export const splitDrawn = (state: Pick<ExperimentState, "config" | "display">): LossSplit =>
  state.display.lossSplit === "accuracy" && !hasAccuracy(state) ? "test" : state.display.lossSplit;

/** Whether running averages are drawn: as chosen, else as the task has it. */
export function isSmoothed({ config, display }: Pick<ExperimentState, "config" | "display">): boolean {
  const ofTask = config.task === "given" ? "off" : TASKS[config.task].smoothing;
  return (display.smoothing ?? ofTask) === "on";
}
