import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ClaimsRecord, claimsRecordSchema } from "../../config/claims/record";
import { jsonIn } from "../../config/experiment/jsonFile";
import { ConfigError } from "../../config/experiment/notes";
import { issueNotes } from "../../config/experiment/schemaIssues";
import { DataError, ofData } from "../exitCodes";
import { writeOut } from "../outFile";

/** What a file of a study is called: "sgdm", "claim-2-start-adam", "ledger", "defaults". */
export function fileName(record: ClaimsRecord): string {
  if (record.kind === "method") return record.method;
  return record.kind === "series" ? `claim-${record.claim}-${record.series}` : record.kind;
}

/** Where a record lies below a folder of records: "lenet/sgdm.json". */
export const recordPath = (folder: string, study: string, name: string): string => join(folder, study, `${name}.json`);

/** A record by its path; null where there is none yet. Throws `DataError` where the file does not fit. */
export function readRecordFile(path: string): ClaimsRecord | null {
  if (!existsSync(path)) return null;
  const value = ofData(() => jsonIn(readFileSync(path), path));
  const { data, error } = claimsRecordSchema.safeParse(value);
  if (error)
    throw new DataError(
      issueNotes(error, value, `The record ${path} does not fit at `, "Write it anew: npm run claims."),
    );
  return data;
}

/** All records below a folder, by study and name. Throws `DataError`. */
export function readRecords(folder: string): ClaimsRecord[] {
  if (!existsSync(folder)) throw new ConfigError([NO_FOLDER(folder)]);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: study }) => readdirSync(join(folder, study)).map((name) => join(folder, study, name)))
    .filter((path) => path.endsWith(".json"))
    .toSorted()
    .flatMap((path) => readRecordFile(path) ?? []);
}

const NO_FOLDER = (folder: string) => ({
  title: `There is no folder ${folder}`,
  detail: "Records lie in a folder for each study.",
  remedy: "Check the path, or train them: npm run claims.",
});

/** Writes a record at once: beside its place first, so that what is ended in the middle leaves the one before. */
export function writeRecordFile(folder: string, record: ClaimsRecord): void {
  const path = recordPath(folder, record.study, fileName(record));
  mkdirSync(dirname(path), { recursive: true });
  writeOut(`${path}.part`, recordText(record));
  renameSync(`${path}.part`, path);
}

/** JSON with a line for each run, so that a change shows which run it is of. */
function recordText(record: ClaimsRecord): string {
  const fields = Object.entries(record).map(([name, value]) => {
    const isList = Array.isArray(value) && value.length > 0 && typeof value[0] === "object";
    const text = isList
      ? `[\n${value.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n ]`
      : JSON.stringify(value);
    return ` ${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}
