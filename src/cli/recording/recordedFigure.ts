import type { ExperimentConfig } from "../../config/experiment/experiment";
import { packNumbers, unpackNumbers } from "../../config/recording/packed";
import type { RecordedFigure, RestRun } from "../../config/recording/recordingFile";
import { hasMetaUpdates, hyperparamRange, readsHyperparam } from "../../config/tables/hyperparamRange";
import { taskTitle } from "../../config/tables/networks/taskSetup";
import { positionOfValue } from "../../store/controls/scale";
import { runName } from "../../store/words/runName";
import { settingText } from "../../store/words/settingWords";

/** The knobs of an embed, by their names in links. */
const KNOBS = { lf: "lambdaFsd", lw: "lambdaWsd", k: "metaUpdateInterval", alpha: "metaLearningRate" } as const;

/** Meta-updates that are drawn. */
const MOST_POINTS = 300;
const UNIT = 2e-4;

/** What stands around the lines of a figure, at the end of the run: title, knobs, and the terms of Q as drawn. */
export function recordedFigure(config: ExperimentConfig, runs: readonly RestRun[]): RecordedFigure {
  const focus = config.optimizers.find(({ id }) => hasMetaUpdates(id));
  const title = taskTitle(config) ?? "A given problem";
  if (!focus) return { title, knobs: [], objective: null };
  const endOf = (name: keyof typeof focus.hyperparams, step: number) =>
    config.interventions
      .filter((move) => move.name === name && move.step <= step && (move.run ?? focus.run) === focus.run)
      .reduce<number | string>((_, { value }) => value, focus.hyperparams[name]);
  const knobs = Object.entries(KNOBS)
    .filter(([, name]) => readsHyperparam(focus.id, name))
    .map(([control, name]) => {
      const range = hyperparamRange(focus.id, name);
      const value = endOf(name, config.steps);
      return {
        control: control as keyof typeof KNOBS,
        symbol: range.symbol,
        text: settingText(name, value),
        position: positionOfValue(range, Number(value)),
      };
    });
  const columns = runs.find(({ run }) => run === focus.run)?.columns;
  const valuesOf = (name: "objective" | "objectiveLoss" | "fsd" | "wsd") =>
    columns?.[name] ? unpackNumbers(columns[name]) : [];
  const [q, loss, fsd, wsd] = [valuesOf("objective"), valuesOf("objectiveLoss"), valuesOf("fsd"), valuesOf("wsd")];
  const steps = extremes(q);
  const drawn = (values: readonly (number | null)[], weight: (step: number) => number) =>
    packNumbers(
      steps.map((step) => (values[step] ?? 0) * weight(step)),
      "log",
      UNIT,
    );
  return {
    title,
    knobs,
    objective: {
      name: runName(config.optimizers, focus.run),
      step: packNumbers(steps, "linear", 1),
      loss: drawn(loss, () => 1),
      fsd: drawn(fsd, (step) => Number(endOf("lambdaFsd", step))),
      wsd: drawn(wsd, (step) => Number(endOf("lambdaWsd", step))),
    },
  };
}

/** Steps of the smallest and the largest value of equal buckets, the first and the last among them. */
function extremes(values: readonly (number | null)[]): number[] {
  const filled = values.flatMap((value, step) => (value === null ? [] : [{ value, step }]));
  const size = Math.max(1, Math.ceil((2 * filled.length) / (MOST_POINTS - 2)));
  const kept = new Set([filled[0]?.step, filled.at(-1)?.step].filter((step) => step !== undefined));
  for (let from = 0; from < filled.length; from += size) {
    const bucket = filled.slice(from, from + size).toSorted((a, b) => a.value - b.value);
    for (const one of [bucket[0], bucket.at(-1)]) if (one) kept.add(one.step);
  }
  return [...kept].toSorted((a, b) => a - b);
}
