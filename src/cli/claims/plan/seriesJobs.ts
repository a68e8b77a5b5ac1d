import { isDeepStrictEqual } from "node:util";
import { CLAIMS_FORMAT, type ClaimRun, type MethodRecord, type SeriesRecord } from "../../../config/claims/record";
import type { Study } from "../../../config/claims/studies";
import { fileName } from "../recordFiles";
import type { RecordStore } from "../recordStore";
import type { ClaimScale } from "../scale";
import { trainClaim } from "../trainClaim";
import { type Job, trainingOf } from "./job";
import { checkSame } from "./methodRecord";
import type { Series } from "./series";

/** Series have many runs: a part of the evaluations. */
const SERIES_SHARE = 1 / 3;

/** A series of a study before its first run. */
function emptySeries(study: Study, { claim, series, optimizer, varied, steps }: Series): SeriesRecord {
  const trained = { ...trainingOf(study), ...(steps === undefined ? {} : { steps }) };
  return {
    format: CLAIMS_FORMAT,
    kind: "series",
    study: study.id,
    trained,
    claim,
    series,
    optimizer,
    varied,
    runs: [],
  };
}

/** The runs of a series that are left, seed by seed; none while it waits for a method's settings. Throws `DataError`. */
export function seriesJobs(
  study: Study,
  series: Series,
  records: readonly MethodRecord[],
  store: RecordStore,
  scale: ClaimScale,
): Job[] {
  const wanted = series.settings((name) => records.find(({ method }) => method === name)?.chosen ?? null);
  if (!wanted) return [];
  const empty = emptySeries(study, series);
  const { optimizer, trained } = empty;
  const file = fileName(empty);
  const record = store.series(study.id, file) ?? empty;
  checkSame(`${study.id}/${file}.json`, record, empty);
  const isThere = (seed: number, settings: ClaimRun["settings"]) =>
    record.runs.some((run) => run.seed === seed && isDeepStrictEqual(run.settings, settings));
  const all = scale.seeds.flatMap((seed) => wanted.map((settings) => ({ seed, settings })));
  return all
    .filter(({ seed, settings }) => !isThere(seed, settings))
    .map(({ seed, settings }) => ({
      ...{ study, file, optimizer, steps: trained.steps },
      label: `seed ${seed} ${series.varied.map((name) => `${name} ${settings[name as keyof typeof settings]}`).join(" ")}`,
      train: async () => {
        const { pricedFrom } = series;
        const evaluations = pricedFrom === undefined ? scale.evaluations * SERIES_SHARE : 1;
        const run = await trainClaim({
          ...{ trained, optimizer, settings, seed, isHeldApart: false, evaluations },
          ...(pricedFrom === undefined ? {} : { pricedFrom }),
        });
        const before = store.series(study.id, file) ?? empty;
        return { ...before, runs: inOrder([...before.runs, run], wanted) };
      },
    }));
}

/** By their settings as wanted, then by seed; runs with settings that are wanted no more are gone. */
const inOrder = (runs: readonly ClaimRun[], wanted: readonly ClaimRun["settings"][]): ClaimRun[] =>
  wanted.flatMap((settings) =>
    runs.filter((run) => isDeepStrictEqual(run.settings, settings)).toSorted((a, b) => a.seed - b.seed),
  );
