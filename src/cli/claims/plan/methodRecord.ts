import { isDeepStrictEqual } from "node:util";
import {
  type CandidateRun,
  CLAIMS_FORMAT,
  type ClaimRun,
  type ClaimTraining,
  type MethodRecord,
} from "../../../config/claims/record";
import type { Study } from "../../../config/claims/studies";
import { DataError } from "../../exitCodes";
import type { StudyMethod } from "../boxes/ranges";
import { bestCandidate, edgesOf } from "../search/edges";
import { trainingOf } from "./job";

/** A method of a study before its first run. */
export const emptyMethod = (study: Study, method: string, { optimizer, box }: StudyMethod): MethodRecord => ({
  format: CLAIMS_FORMAT,
  kind: "method",
  study: study.id,
  method,
  optimizer,
  trained: trainingOf(study),
  criterion: study.criterion,
  box,
  candidates: [],
  chosen: null,
  edges: [],
  heldOut: [],
});

/** The record with what follows from its runs: the settings chosen and the edges they lie at, and only held-out runs of these. */
export function settled(record: MethodRecord): MethodRecord {
  const chosen = bestCandidate(record)?.settings ?? null;
  const heldOut = record.heldOut
    .filter(({ settings }) => isDeepStrictEqual(settings, chosen))
    .toSorted((a, b) => a.seed - b.seed);
  return { ...record, chosen, heldOut, edges: edgesOf({ ...record, heldOut }) };
}

export const withCandidate = (record: MethodRecord, run: CandidateRun): MethodRecord =>
  settled({ ...record, candidates: [...record.candidates, run] });

export const withHeldOut = (record: MethodRecord, run: ClaimRun): MethodRecord =>
  settled({ ...record, heldOut: [...record.heldOut, run] });

/** Throws `DataError` where a record's box or data set is another than what is written down now: its runs would not go together. */
export function checkSame(
  file: string,
  found: { trained: ClaimTraining; box?: unknown },
  wanted: { trained: ClaimTraining; box?: unknown },
): void {
  const field = (["trained", "box"] as const).find((name) => !isDeepStrictEqual(found[name], wanted[name]));
  if (field === undefined) return;
  throw new DataError([
    {
      title: `The record ${file} has another ${field === "box" ? "box" : "task or length"} than is written down now`,
      detail: `Found ${JSON.stringify(found[field])}. Now: ${JSON.stringify(wanted[field])}.`,
      remedy: "Boxes stay as they are once a run was made; take the record away to begin anew.",
    },
  ]);
}
