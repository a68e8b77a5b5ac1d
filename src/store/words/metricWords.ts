import type { ExperimentConfig } from "../../config/experiment/experiment";
import { type Metric, TASKS } from "../../config/tables/tasks";
import { formatBleu, formatNumber, formatPercent } from "./format";

/** How the metric of a task is told. */
interface MetricWords {
  /** By itself, and behind another word. */
  title: string;
  word: string;
  /** The higher the better: it is drawn in a chart of its own in the place of the loss. */
  isScore: boolean;
  text: (value: number) => string;
}

/** The words for each metric. */
export const METRIC_WORDS: Record<Metric, MetricWords> = {
  rmse: { title: "RMSE", word: "RMSE", isScore: false, text: (value) => formatNumber(value) },
  accuracy: { title: "Accuracy", word: "accuracy", isScore: true, text: formatPercent },
  bleu: { title: "BLEU", word: "BLEU", isScore: true, text: formatBleu },
};

/** The metric of an experiment's task; of a given one RMSE. */
export const metricOf = ({ task }: Pick<ExperimentConfig, "task">): Metric =>
  task === "given" ? "rmse" : TASKS[task].metric;

/** Its words. */
export const metricWords = (config: Pick<ExperimentConfig, "task">): MetricWords => METRIC_WORDS[metricOf(config)];
