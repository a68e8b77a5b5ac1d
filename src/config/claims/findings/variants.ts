import { CHOICES } from "../../tables/hyperparams";
import type { ClaimRun, SeriesRecord } from "../record";
import { STARTS } from "../rules";
import type { Study } from "../studies";
import { seedRange } from "../verdict";
import { studiesOf } from "./contests";
import { type Draft, draftOfMethod, entrantsOf, testMeasure } from "./entrants";
import type { ClaimComparison, ClaimEntrant } from "./finding";
import type { RecordSet } from "./recordSet";

/** Claim 2: APO-η from every start, on every base; each held against the start with the best median. */
export function startComparisons(records: RecordSet): ClaimComparison[] {
  return studiesOf(2).flatMap((study) =>
    CHOICES.baseOptimizer.map((base) => {
      const subject = `start-${base}`;
      const series = records.series(study.id, 2, subject);
      const measure = testMeasure(study);
      const entrants = entrantsOf(
        STARTS.map((start) => draftOfRuns(`η₀ ${start}`, "apo-lr", runsFrom(series, start))),
        study.steps,
        measure,
        false,
      );
      const best = bestByMedian(entrants, measure.isHigherBetter);
      const others = entrants.filter(({ name }) => name !== best);
      const pairings = others.map(({ name }) => ({ ours: name, rivals: best === null ? [] : [best] }));
      return { kind: "comparison", claim: 2, study: study.id, subject, ...measure, entrants, pairings };
    }),
  );
}

const runsFrom = (series: SeriesRecord | null, start: number): readonly ClaimRun[] =>
  series?.runs.filter(({ settings }) => settings.learningRate === start) ?? [];

/** Claim 5: a method in 16 bits against itself in 32. */
export function precisionComparisons(records: RecordSet): ClaimComparison[] {
  const methods = ["sgdm", "kfac", "apo-p"] as const;
  return studiesOf(5).flatMap((study) => methods.map((name) => precisionComparison(study, name, records)));
}

function precisionComparison(study: Study, name: "sgdm" | "kfac" | "apo-p", records: RecordSet): ClaimComparison {
  const measure = testMeasure(study);
  const short = CHOICES.precision.filter((precision) => precision !== "fp32");
  const full = draftOfMethod(name, name, records.method(study.id, name), null, measure);
  const drafts = [
    { ...full, entrant: { ...full.entrant, name: "fp32" } },
    ...short.map((precision) =>
      draftOfRuns(precision, name, records.series(study.id, 5, `${precision}-${name}`)?.runs ?? []),
    ),
  ];
  return {
    kind: "comparison",
    claim: 5,
    study: study.id,
    subject: name,
    ...measure,
    entrants: entrantsOf(drafts, study.steps, measure, false),
    pairings: short.map((precision) => ({ ours: precision, rivals: ["fp32"] })),
  };
}

/** Runs whose settings are the same on every seed. */
const draftOfRuns = (name: string, optimizer: ClaimEntrant["optimizer"], runs: readonly ClaimRun[]): Draft => ({
  entrant: { name, optimizer, settings: runs[0]?.settings ?? null },
  runs,
  runsPerSeed: 1,
  msPerStep: null,
});

/** The entrant with the best median at its end; null before any has run. */
function bestByMedian(entrants: readonly ClaimEntrant[], isHigherBetter: boolean): string | null {
  const worth = ({ end }: ClaimEntrant) => {
    const median = seedRange(end.map(({ value }) => value))?.median;
    return median === undefined ? Number.NEGATIVE_INFINITY : isHigherBetter ? median : -median;
  };
  const [first, ...others] = entrants;
  if (!first) return null;
  const best = others.reduce((a, b) => (worth(b) > worth(a) ? b : a), first);
  return worth(best) === Number.NEGATIVE_INFINITY ? null : best.name;
}
