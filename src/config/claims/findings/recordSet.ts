import type { ClaimsRecord, LedgerRecord, MethodRecord, SeriesRecord } from "../record";
import type { StudyId } from "../studies";

/** Records by what they are of; null where one is not there yet. */
export interface RecordSet {
  method(study: StudyId, name: string): MethodRecord | null;
  series(study: StudyId, claim: number, name: string): SeriesRecord | null;
  ledger(study: StudyId): LedgerRecord | null;
}

/** All records that exist, whichever. */
export function recordSet(records: readonly ClaimsRecord[]): RecordSet {
  const isOf = <Kind extends ClaimsRecord["kind"]>(kind: Kind, study: StudyId) =>
    records.filter((one): one is Extract<ClaimsRecord, { kind: Kind }> => one.kind === kind && one.study === study);
  return {
    method: (study, name) => isOf("method", study).find(({ method }) => method === name) ?? null,
    series: (study, claim, name) =>
      isOf("series", study).find((one) => one.claim === claim && one.series === name) ?? null,
    ledger: (study) => isOf("ledger", study)[0] ?? null,
  };
}
