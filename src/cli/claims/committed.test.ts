import { statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { CRITERIA } from "../../config/claims/criteria";
import type { ClaimRun, ClaimsRecord } from "../../config/claims/record";
import { CHOOSING_SEED, HELD_OUT_SEEDS } from "../../config/claims/rules";
import { STUDY_IDS } from "../../config/claims/studies";
import { startNodeBackend } from "../nodeBackend";
import { STUDY_METHODS } from "./boxes/studyMethods";
import { recordsOf } from "./plan/methodJobs";
import { settled } from "./plan/methodRecord";
import { fileName, readRecords, recordPath } from "./recordFiles";
import { RecordStore } from "./recordStore";
import { FULL, studyAt } from "./scale";
import { EARLY_LOSSES, trainClaim } from "./trainClaim";

const FOLDER = join(import.meta.dirname, "../../../docs/claims");
const LARGEST_BYTES = 200_000;

const records = readRecords(FOLDER);
const methodRecords = records.filter((record) => record.kind === "method");

/** Of how many records of methods, evenly spread, the first steps are trained again. */
const RETRAINED = 8;

beforeAll(() => startNodeBackend("wasm"));

describe("the records in docs/claims", () => {
  it("are small, and of the studies and boxes that are written down", () => {
    const store = new RecordStore(FOLDER);
    for (const record of records)
      expect(statSync(recordPath(FOLDER, record.study, fileName(record))).size).toBeLessThan(LARGEST_BYTES);
    for (const study of STUDY_IDS) {
      const own = recordsOf(studyAt(study, FULL), STUDY_METHODS[study], store); // throws where a box is another one
      expect(own.map(({ method }) => method)).toEqual(Object.keys(STUDY_METHODS[study]));
    }
  });

  it("chose by their criterion, on one seed, and report on others", () => {
    for (const record of methodRecords) {
      expect(settled(record)).toEqual(record);
      expect(new Set(record.candidates.map(({ seed }) => seed))).toEqual(new Set([CHOOSING_SEED]));
      for (const { seed } of record.heldOut) expect(HELD_OUT_SEEDS).toContain(seed);
    }
  });

  it("begin as they are recorded", async () => {
    const stride = Math.max(1, Math.floor(methodRecords.length / RETRAINED));
    for (const record of methodRecords.filter((_, i) => i % stride === 0)) {
      const [run] = record.heldOut.length > 0 ? record.heldOut : record.candidates;
      if (run) await expectSameBeginning(record, run, record.heldOut.length === 0);
    }
  });
});

/** Of the last bit nothing is said: kernels may come to add up in another order. */
async function expectSameBeginning(record: ClaimsRecord & { kind: "method" }, run: ClaimRun, isCandidate: boolean) {
  const { early } = await trainClaim({
    ...{ trained: record.trained, optimizer: record.optimizer, settings: run.settings, seed: run.seed },
    isHeldApart: isCandidate && CRITERIA[record.criterion].isHeldApart,
    ...{ evaluations: 0, until: EARLY_LOSSES },
  });
  expect(early).toHaveLength(run.early.length);
  for (const [step, loss] of early.entries()) expect(loss / (run.early[step] ?? 0)).toBeCloseTo(1, 4);
}
