import { TASKS } from "../../tables/tasks";
import { atBest, atEnd, atTime, lateChange } from "../curve";
import type { ClaimRun, LedgerRecord, MethodRecord } from "../record";
import type { Study } from "../studies";
import { bestRival, type SeedValue, seedRange } from "../verdict";
import type { ClaimComparison, ClaimEntrant } from "./finding";

/** What a comparison is made by. */
export type Measure = Pick<ClaimComparison, "quantity" | "isHigherBetter">;

/** The metric of a study's task on test rows. */
export const testMeasure = ({ task }: Pick<Study, "task">): Measure => ({
  quantity: "testMetric",
  isHigherBetter: TASKS[task].metric !== "rmse",
});

export const TRAIN_MEASURE: Measure = { quantity: "trainLoss", isHigherBetter: false };

/** An entrant with its runs, before a time is known that all are given. */
export interface Draft {
  entrant: Omit<ClaimEntrant, "end" | "best" | "inTime">;
  /** Of each seed one, or several, of which the best is taken at each time. */
  runs: readonly ClaimRun[];
  /** In a seed with fewer runs than this nothing is taken. */
  runsPerSeed: number;
  /** Milliseconds of a step; null where no ledger has it. */
  msPerStep: number | null;
}

/** The chosen settings of a method on the held-out seeds. */
export function draftOfMethod(
  name: string,
  optimizer: MethodRecord["optimizer"],
  record: MethodRecord | null,
  ledger: LedgerRecord | null,
  { quantity }: Measure,
): Draft {
  const runs = record?.heldOut ?? [];
  const changes = runs.map((run) => lateChange(run, quantity));
  const choice = record && {
    candidates: record.candidates.length,
    edges: record.edges,
    lateChange: seedRange(changes)?.median ?? null,
  };
  return {
    entrant: { name, optimizer, settings: record?.chosen ?? null, ...(choice && { choice }) },
    runs,
    runsPerSeed: 1,
    msPerStep: ledger?.methods.find(({ method }) => method === name)?.msPerStep ?? null,
  };
}

/** Entrants of one comparison, within the time that the cheapest of them takes for so many steps. */
export function entrantsOf(
  drafts: readonly Draft[],
  steps: number,
  measure: Measure,
  isTimed: boolean,
): ClaimEntrant[] {
  const times = drafts.map(({ msPerStep }) => msPerStep);
  const known = times.filter((ms) => ms !== null);
  const budget = isTimed && known.length === times.length ? steps * Math.min(...known) : null;
  return drafts.map((draft) => entrantOf(draft, budget, measure));
}

function entrantOf(
  { entrant, runs, runsPerSeed, msPerStep }: Draft,
  budget: number | null,
  measure: Measure,
): ClaimEntrant {
  const { quantity, isHigherBetter } = measure;
  const seeds = [...new Set(runs.map(({ seed }) => seed))].toSorted((a, b) => a - b);
  const bySeed = (take: (run: ClaimRun) => number | null): SeedValue[] =>
    seeds.flatMap((seed) => {
      const own = runs.filter((run) => run.seed === seed);
      if (own.length < runsPerSeed) return [];
      return bestRival(
        own.map((run) => [{ seed, value: take(run) }]),
        isHigherBetter,
      );
    });
  const within = (run: ClaimRun) => (msPerStep && budget ? (atTime(run, msPerStep, budget)?.[quantity] ?? null) : null);
  return {
    ...entrant,
    end: bySeed((run) => atEnd(run, quantity)),
    best: bySeed((run) => atBest(run, quantity, isHigherBetter)),
    inTime: budget === null ? null : bySeed(within),
  };
}
