import type { LayerCurvature } from "../../../tables/metrics";
import type { ExperimentConfig } from "../../experiment";
import type { Trace } from "../../trace";

type TracedRun = Trace["runs"][number];

/** A trained race as the checks of a preset read it: a trace, with its config complete, and the curvature where that is the same at every θ. */
export interface SeenRace {
  config: ExperimentConfig;
  runs: readonly Pick<TracedRun, "run" | "status" | "message" | "columns" | "evaluations" | "spectra">[];
  curvature: readonly LayerCurvature[] | null;
}

/** What holds a part of a preset's sentence: a number of the trained race, and what it must be on every seed. */
export interface Check {
  /** The words of the sentence, as they stand in it. */
  says: string;
  /** What is measured, for who reads a failure. */
  of: string;
  measure: (race: SeenRace) => number;
  atLeast?: number;
  atMost?: number;
  /** The words alone say the bound ("is lower than"): it is none of `boundOf`. */
  isOfWords?: true;
  /** What is measured is not the same on all seeds. */
  changes?: true;
}

/** What a preset's sentence rests on, and the runs that it reads; absent: all. A run's numbers do not depend on who else races. */
export interface PresetChecks {
  reads?: readonly string[];
  /** The last step that is read; absent: the race's own. */
  until?: number;
  checks: readonly Check[];
}

/** The run of this name; throws where the race has none. */
export function seenRun(race: SeenRace, name: string): SeenRace["runs"][number] {
  const run = race.runs.find((one) => one.run === name);
  if (!run) throw new Error(`The race has no run ${name}.`);
  return run;
}

/** Train loss, test loss or metric of a run at its last evaluation up to a step; NaN where it has diverged or was not measured. */
export function evaluated(
  race: SeenRace,
  name: string,
  what: "trainLoss" | "testLoss" | "testMetric",
  step: number = race.config.steps,
): number {
  const { status, evaluations } = seenRun(race, name);
  if (status === "diverged") return Number.NaN;
  return evaluations[what][evaluations.step.findLastIndex((at) => at <= step)] ?? Number.NaN;
}

/** η of a run in its last step before `step`; of APO-P the mean eigenvalue of P. */
export const rateBefore = (race: SeenRace, name: string, step: number = race.config.steps): number =>
  seenRun(race, name).columns.learningRate[step - 1] ?? Number.NaN;

/** The highest η that a run came to. */
export const highestRate = (race: SeenRace, name: string): number =>
  Math.max(...seenRun(race, name).columns.learningRate.map((rate) => rate ?? 0));

/** λ_FSD·FSD/Q and λ_WSD·WSD/Q of a run at its meta-updates of some steps, in order. */
export function sharesOfQ(
  race: SeenRace,
  name: string,
  from = 0,
  to: number = race.config.steps,
): { fsd: number; wsd: number }[] {
  const { columns } = seenRun(race, name);
  return columns.objective.flatMap((objective, step) => {
    if (objective === null || step < from || step >= to) return [];
    const price = (lambda: "lambdaFsd" | "lambdaWsd", distance: number | null | undefined) =>
      (lambdaAt(race, name, lambda, step) * (distance ?? 0)) / objective;
    return [{ fsd: price("lambdaFsd", columns.fsd[step]), wsd: price("lambdaWsd", columns.wsd[step]) }];
  });
}

/** λ that acts in a step: as set, or as the last move up to it left it. */
function lambdaAt({ config }: SeenRace, name: string, lambda: "lambdaFsd" | "lambdaWsd", step: number): number {
  const moves = config.interventions.filter(
    (move) => move.name === lambda && move.step <= step && (move.run ?? name) === name,
  );
  const start = config.optimizers.find(({ run }) => run === name)?.hyperparams[lambda];
  return Number(moves.at(-1)?.value ?? start);
}

/** The middle one of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The share of items of which something is so; NaN of none. */
export const shareOf = <T>(items: readonly T[], isSo: (item: T) => boolean): number =>
  items.filter(isSo).length / items.length;
