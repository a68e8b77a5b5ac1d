import type { Evaluation } from "../../../config/tables/metrics";
import type { SeedRun } from "../../../protocol/seeds";
import { appendRows, EMPTY_LOG } from "../../experiment/columns";
import type { SeedBand, SeedValues } from "../../experiment/seedBandState";

type Fold = (values: readonly number[]) => number;

const FOLDS = {
  mean: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  low: (values) => Math.min(...values),
  high: (values) => Math.max(...values),
} satisfies Record<string, Fold>;

/** Mean and range of each run over its seeds: at every step over those that have a finite value there. */
export function seedBands(seeds: readonly (readonly SeedRun[])[]): SeedBand[] {
  return (seeds[0] ?? []).map(({ run }) => {
    const own = seeds.flatMap((runs) => runs.find((candidate) => candidate.run === run) ?? []);
    const over = (fold: Fold): SeedValues => ({
      columns: appendRows(EMPTY_LOG, {
        step: Array.from({ length: longest(own) }, (_, step) => step),
        trainLoss: folded(own, "trainLoss", fold),
        learningRate: folded(own, "learningRate", fold),
      }),
      evaluations: foldedEvaluations(own, fold),
    });
    const diverged = own.filter(({ isDiverged }) => isDiverged).length;
    return { run, count: own.length, diverged, mean: over(FOLDS.mean), low: over(FOLDS.low), high: over(FOLDS.high) };
  });
}

const longest = (runs: readonly SeedRun[]) => Math.max(0, ...runs.map(({ columns }) => columns.step.length));

function folded(runs: readonly SeedRun[], name: "trainLoss" | "learningRate", fold: Fold): (number | null)[] {
  return Array.from({ length: longest(runs) }, (_, row) => {
    const values = runs.flatMap(({ columns }) => finite(columns[name][row]));
    return values.length > 0 ? fold(values) : null;
  });
}

function foldedEvaluations(runs: readonly SeedRun[], fold: Fold): Evaluation[] {
  const steps = [...new Set(runs.flatMap(({ evaluations }) => evaluations.map(({ step }) => step)))];
  return steps
    .toSorted((a, b) => a - b)
    .map((step) => {
      const here = runs.flatMap(({ evaluations }) => evaluations.find((one) => one.step === step) ?? []);
      const over = (name: Exclude<keyof Evaluation, "step">) => {
        const values = here.flatMap((one) => finite(one[name]));
        return values.length > 0 ? fold(values) : Number.NaN;
      };
      return { step, trainLoss: over("trainLoss"), testLoss: over("testLoss"), testMetric: over("testMetric") };
    });
}

const finite = (value: number | null | undefined): number[] =>
  value !== null && value !== undefined && Number.isFinite(value) ? [value] : [];
