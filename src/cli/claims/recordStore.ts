import { existsSync } from "node:fs";
import type {
  ClaimsRecord,
  DefaultsRecord,
  LedgerRecord,
  MethodRecord,
  SeriesRecord,
} from "../../config/claims/record";
import { fileName, readRecords, writeRecordFile } from "./recordFiles";

/** The records of a folder, in memory and on disk alike. */
export class RecordStore {
  private readonly records = new Map<string, ClaimsRecord>();

  /** Reads all there are. Throws `DataError`. */
  constructor(private readonly folder: string) {
    for (const record of existsSync(folder) ? readRecords(folder) : []) this.keep(record);
  }

  method(study: string, name: string): MethodRecord | null {
    const record = this.records.get(`${study}/${name}`);
    return record?.kind === "method" ? record : null;
  }

  series(study: string, name: string): SeriesRecord | null {
    const record = this.records.get(`${study}/${name}`);
    return record?.kind === "series" ? record : null;
  }

  ledger(study: string): LedgerRecord | null {
    const record = this.records.get(`${study}/ledger`);
    return record?.kind === "ledger" ? record : null;
  }

  defaults(study: string): DefaultsRecord | null {
    const record = this.records.get(`${study}/defaults`);
    return record?.kind === "defaults" ? record : null;
  }

  all(): ClaimsRecord[] {
    return [...this.records.values()];
  }

  /** Keeps a record, in its file too. */
  put(record: ClaimsRecord): void {
    this.keep(record);
    writeRecordFile(this.folder, record);
  }

  private keep(record: ClaimsRecord): void {
    this.records.set(`${record.study}/${fileName(record)}`, record);
  }
}
