import { hyperparamRange } from "../tables/hyperparamRange";
import { OPTIMIZERS, type OptimizerId } from "../tables/optimizers";
import type { Report } from "./checks";
import type { ExperimentConfig } from "./experiment";
import { quote } from "./notes";
import { defaultHyperparams, MOST_RUNS } from "./resolveRuns";

type Run = ExperimentConfig["optimizers"][number];

/** Fixed learning rates behind APO-η. */
const GRID_SIZE = 8;

/** No name that a person can give a run holds a slash. */
const PREFIX = "grid/";

/** The grid as one series of the charts and the table. */
export const GRID_SERIES = `${PREFIX}all`;

/** Tells the runs of the grid from those of the race. */
export const isGridRun = (run: string): boolean => run.startsWith(PREFIX);

/** `count` values from low to high, equal factors apart, to two digits. */
export function logSpaced(low: number, high: number, count: number): number[] {
  const ratio = Math.log(high / low) / (count - 1);
  return Array.from({ length: count }, (_, i) => Number((low * Math.exp(i * ratio)).toPrecision(2)));
}

/** APO-η whose base the grid runs with fixed rates: the first in the race. */
function adaptedRun(optimizers: readonly Run[]): Run | undefined {
  return optimizers.find(({ id }) => OPTIMIZERS[id].learns === "learningRate");
}

/** The method that the grid runs: the base of APO-η. Null where no grid is asked for. */
function gridMethod({ learningRateGrid, optimizers }: Pick<ExperimentConfig, "learningRateGrid" | "optimizers">) {
  const adapted = learningRateGrid ? adaptedRun(optimizers) : undefined;
  return adapted ? (adapted.hyperparams.baseOptimizer satisfies OptimizerId) : null;
}

/** Eight runs of APO-η's base over the range of its own slider, with APO-η's momentum, β, ε and precision; none where no grid is asked for. */
export function gridRuns(
  config: Pick<ExperimentConfig, "learningRateGrid" | "optimizers" | "task" | "taskOptions">,
): Run[] {
  const id = gridMethod(config);
  const adapted = adaptedRun(config.optimizers);
  if (id === null || !adapted) return [];
  const { momentum, beta1, beta2, epsilon, precision } = adapted.hyperparams;
  const { min, max } = hyperparamRange(id, "learningRate");
  return logSpaced(min, max, GRID_SIZE).map((learningRate, i) => ({
    id,
    run: `${PREFIX}${i + 1}`,
    hyperparams: { ...defaultHyperparams(config, id), momentum, beta1, beta2, epsilon, precision, learningRate },
  }));
}

/** All runs that train: those of the race, then those of the grid. */
export const trainingRuns = (
  config: Pick<ExperimentConfig, "learningRateGrid" | "optimizers" | "task" | "taskOptions">,
): Run[] => [...config.optimizers, ...gridRuns(config)];

/** Whether the experiment has a grid: only behind APO-η, and only where the race leaves room for its runs. */
export function resolveGrid(value: unknown, optimizers: readonly Run[], report: Report): boolean {
  if (value === undefined || value === false) return false;
  const taken = "The grid is left out.";
  if (value !== true) {
    report({
      title: `The band of fixed learning rates is ${quote(value)}`,
      allowed: "Allowed: true, false.",
      taken,
      remedy: "Give true for fixed learning rates behind APO-η.",
    });
    return false;
  }
  if (!adaptedRun(optimizers)) {
    report({
      title: "Fixed learning rates have no APO-η to stand behind",
      allowed: "Allowed: with apo-lr among the optimizers.",
      taken,
      remedy: "Add apo-lr to the race.",
    });
    return false;
  }
  if (optimizers.length + GRID_SIZE > MOST_RUNS) {
    report({
      title: `${optimizers.length} runs leave no room for ${GRID_SIZE} fixed learning rates`,
      allowed: `Allowed: at most ${MOST_RUNS} runs in all.`,
      taken,
      remedy: `Take at most ${MOST_RUNS - GRID_SIZE} runs with the grid.`,
    });
    return false;
  }
  return true;
}
