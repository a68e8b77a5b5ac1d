import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeOut } from "../outFile";
import { LONG_RUN_IDS, type LongRecord, type LongRecords, type LongRunId, longRunsOf } from "./longRuns";

const pathOf = (root: string, id: LongRunId): string => join(root, `docs/runs/${id}.json`);

/** What is recorded of long runs, in docs/runs. */
export function readLongRuns(root: string): LongRecords {
  const recorded = LONG_RUN_IDS.filter((id) => existsSync(pathOf(root, id)));
  return Object.fromEntries(recorded.map((id) => [id, JSON.parse(readFileSync(pathOf(root, id), "utf8"))]));
}

/** Writes the records of a long run, in the order of its race. */
export function writeLongRun(root: string, id: LongRunId, records: readonly LongRecord[]): void {
  mkdirSync(join(root, "docs/runs"), { recursive: true });
  const ordered = longRunsOf(id).flatMap(({ run }) => records.find((record) => record.run === run) ?? []);
  writeOut(pathOf(root, id), `${JSON.stringify(ordered, null, 1)}\n`);
}
