import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { claimsTable } from "../../config/claims/findings/claimsTable";
import type { ClaimsTable } from "../../config/claims/findings/finding";
import { readRecords } from "../claims/recordFiles";
import { writeOut } from "../outFile";
import { readLongRuns } from "../sweep/longRecords";
import { readSweeps } from "../sweep/publish";
import { heldTests } from "./heldTests";
import { resultsPage } from "./resultsPage";

/** What is written from the records: docs/results.md for people, and the data of the page's panel "The poster, here". */
export interface PublishedResults {
  page: string;
  panel: string;
}

/** Both as they follow from the records of a checkout. Throws `DataError` where a record does not fit. */
export function resultsOf(root: string): PublishedResults {
  const table = tableOf(root);
  const page = resultsPage(table, readSweeps(join(root, "docs/sweeps")), readLongRuns(root));
  return { page, panel: `${JSON.stringify(table)}\n` };
}

function tableOf(root: string): ClaimsTable {
  const folder = join(root, "docs/claims");
  const records = existsSync(folder) ? readRecords(folder) : [];
  return claimsTable(records, heldTests(readFileSync(join(root, "docs/numerics.md"), "utf8")));
}

/** Where they lie below the project's folder. */
export const RESULT_FILES: Record<keyof PublishedResults, string> = {
  page: "docs/results.md",
  panel: "public/claims.json",
};

/** Writes both. */
export function publishResults(root: string): void {
  const results = resultsOf(root);
  writeOut(join(root, RESULT_FILES.page), results.page);
  writeOut(join(root, RESULT_FILES.panel), results.panel);
}
