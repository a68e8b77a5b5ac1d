import { type ClaimsTable, TABLE_FORMAT } from "../../config/claims/findings/finding";

const ADDRESS = "./claims.json";

/** What the records of the claims come to, as it ships. Rejects where it is not to be had, or of another format than this page reads. */
export async function fetchPosterTable(): Promise<ClaimsTable> {
  const answer = await fetch(ADDRESS);
  if (!answer.ok) throw new Error(`${ADDRESS} is answered with status ${answer.status}.`);
  const table: ClaimsTable = await answer.json();
  if (table.format !== TABLE_FORMAT) throw new Error(`${ADDRESS} has the format ${table.format}.`);
  return table;
}
