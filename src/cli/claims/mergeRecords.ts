import { isDeepStrictEqual } from "node:util";
import type { CandidateRun, ClaimRun, ClaimsRecord } from "../../config/claims/record";
import { DataError } from "../exitCodes";
import { checkSame, settled } from "./plan/methodRecord";
import { fileName, readRecords } from "./recordFiles";
import { RecordStore } from "./recordStore";

/** Joins the records of some folders into another one, and says how many they were. Throws `ConfigError` and `DataError`. */
export function mergeRecords(into: string, folders: readonly string[]): number {
  const store = new RecordStore(into);
  const parts = folders.flatMap(readRecords);
  for (const part of parts) {
    const file = `${part.study}/${fileName(part)}`;
    const there = store.all().find((one) => one.study === part.study && fileName(one) === fileName(part));
    store.put(there ? joinedRecord(file, there, part) : part);
  }
  return parts.length;
}

/** One record with the runs of two. Throws `DataError` where they are of different studies, or where a run came to two ends. */
export function joinedRecord(file: string, one: ClaimsRecord, other: ClaimsRecord): ClaimsRecord {
  checkSame(file, one, other);
  if (one.kind === "method" && other.kind === "method") {
    const byRound = (a: CandidateRun, b: CandidateRun) => a.round - b.round;
    const candidates = union(file, one.candidates, other.candidates).toSorted(byRound);
    return settled({ ...one, candidates, heldOut: union(file, one.heldOut, other.heldOut) });
  }
  if (one.kind === "series" && other.kind === "series") return { ...one, runs: union(file, one.runs, other.runs) };
  if (one.kind === "defaults" && other.kind === "defaults") {
    const fresh = other.runs.filter(({ seed }) => one.runs.every((run) => run.seed !== seed));
    return { ...one, runs: [...one.runs, ...fresh].toSorted((a, b) => a.seed - b.seed) };
  }
  return one; // two ledgers are two measurements of one thing: the first stays
}

function union<Run extends ClaimRun>(file: string, ours: readonly Run[], theirs: readonly Run[]): Run[] {
  const isSame = (a: Run, b: Run) => a.seed === b.seed && isDeepStrictEqual(a.settings, b.settings);
  const fresh = theirs.filter((run) => {
    const known = ours.find((own) => isSame(own, run));
    if (known && !isDeepStrictEqual(untimed(known), untimed(run)))
      throw new DataError([
        {
          title: `A run of ${file} came to two ends`,
          detail: `Seed ${run.seed} with ${JSON.stringify(run.settings)} is in two folders, with other numbers.`,
          remedy: "Take away the record that another program wrote.",
        },
      ]);
    return !known;
  });
  return [...ours, ...fresh];
}

const untimed = ({ evaluations, ...run }: ClaimRun) => ({
  ...run,
  evaluations: evaluations.map(({ seconds: _, ...measured }) => measured),
});
