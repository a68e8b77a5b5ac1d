import { TASKS } from "../../config/tables/tasks";
import type { ExperimentState, LossSplit } from "../experiment/state";
import { metricWords } from "../words/metricWords";

/** What the first chart draws: what was chosen, or the test loss where the task has neither accuracy nor BLEU. */
export const splitDrawn = ({ config, display }: Pick<ExperimentState, "config" | "display">): LossSplit =>
  display.lossSplit === "accuracy" && !metricWords(config).isScore ? "test" : display.lossSplit;

/** Whether running averages are drawn: as chosen, else as the task has it. */
export function isSmoothed({ config, display }: Pick<ExperimentState, "config" | "display">): boolean {
  const ofTask = config.task === "given" ? "off" : TASKS[config.task].smoothing;
  return (display.smoothing ?? ofTask) === "on";
}
