import { isDeepStrictEqual } from "node:util";
import { CRITERIA } from "../../../config/claims/criteria";
import type { MethodRecord } from "../../../config/claims/record";
import { CANDIDATE_EVALUATIONS, CHOOSING_SEED } from "../../../config/claims/rules";
import type { Study } from "../../../config/claims/studies";
import type { StudyMethods } from "../boxes/ranges";
import type { RecordStore } from "../recordStore";
import type { ClaimScale } from "../scale";
import { type BoxPoint, firstCandidates } from "../search/firstCandidates";
import { moveCandidates, wantsToMove } from "../search/moves";
import { trainClaim } from "../trainClaim";
import { type Job, trainingOf } from "./job";
import { checkSame, emptyMethod, withCandidate, withHeldOut } from "./methodRecord";

/**
 * The runs of a study's methods that can be trained now: what is left of the first box; then of each move, which all methods make together as
 * long as the best of one lies at an open edge; then the held-out seeds, seed by seed. Empty where all are there. Throws `DataError`.
 */
export function methodJobs(study: Study, methods: StudyMethods, store: RecordStore, scale: ClaimScale): Job[] {
  const records = recordsOf(study, methods, store);
  for (let round = 0; ; round++) {
    const jobs = records.flatMap((record) => candidateJobs(study, record, round, scale, store));
    if (jobs.length > 0) return jobs;
    const isOpen = records.some((record) => wantsToMove(upTo(record, round)));
    if (round >= study.moves || !isOpen) return heldOutJobs(study, records, scale, store);
  }
}

/** The records of a study's methods as they stand. */
export function recordsOf(study: Study, methods: StudyMethods, store: RecordStore): MethodRecord[] {
  return Object.entries(methods).map(([name, method]) => {
    const empty = emptyMethod(study, name, method);
    const record = store.method(study.id, name) ?? empty;
    checkSame(`${study.id}/${name}.json`, record, empty);
    return record;
  });
}

/** A record as it stood after a move, before anything was held out. */
const upTo = (record: MethodRecord, round: number): MethodRecord => ({
  ...record,
  candidates: record.candidates.filter((one) => one.round <= round),
  heldOut: [],
});

function candidateJobs(
  study: Study,
  record: MethodRecord,
  round: number,
  scale: ClaimScale,
  store: RecordStore,
): Job[] {
  const points =
    round === 0
      ? firstCandidates(record.box).slice(0, scale.candidates)
      : moveCandidates(upTo(record, round - 1), scale.perMove);
  const isThere = ({ settings }: BoxPoint) =>
    record.candidates.some((one) => one.round === round && isDeepStrictEqual(one.settings, settings));
  const { method: file, optimizer } = record;
  return points
    .map((point, i) => ({ point, label: `${round === 0 ? "box" : `move ${round}`}, ${i + 1} of ${points.length}` }))
    .filter(({ point }) => !isThere(point))
    .map(({ point: { arm, settings }, label }) => ({
      ...{ study, file, label, optimizer, steps: study.steps },
      train: async () => {
        const run = await trainClaim({
          ...{ trained: trainingOf(study), optimizer, settings, seed: CHOOSING_SEED },
          isHeldApart: CRITERIA[study.criterion].isHeldApart,
          evaluations: CANDIDATE_EVALUATIONS,
        });
        return withCandidate(store.method(study.id, file) ?? record, { ...run, arm, round });
      },
    }));
}

function heldOutJobs(
  study: Study,
  records: readonly MethodRecord[],
  { seeds, evaluations }: ClaimScale,
  store: RecordStore,
): Job[] {
  return seeds.flatMap((seed) =>
    records.flatMap(({ method: file, optimizer, chosen, heldOut }) => {
      if (chosen === null || heldOut.some((run) => run.seed === seed)) return [];
      const spec = { trained: trainingOf(study), optimizer, settings: chosen, seed, isHeldApart: false };
      const job: Job = {
        ...{ study, file, label: `seed ${seed}`, optimizer, steps: study.steps },
        train: async () => {
          const run = await trainClaim({ ...spec, evaluations });
          return withHeldOut(store.method(study.id, file) as MethodRecord, run);
        },
      };
      return job;
    }),
  );
}
