import { CHUNK_LENGTH, type ColumnLog } from "../experiment/columns";
import type { ExperimentState } from "../experiment/state";
import type { KeptDatabase } from "./keptDatabase";
import { logOfChunks, unpackChunk } from "./keptRecords";

type StoredChunks = NonNullable<Awaited<ReturnType<KeptDatabase["read"]>>>["chunks"];

/** The state with the stored rows in place of what is left of them in memory. A run that not all are stored of stays as it is. */
export function withStoredRows(state: ExperimentState, chunks: StoredChunks): ExperimentState {
  const runs = state.runs.map((run) => {
    const own = chunks.filter((one) => one.run === run.run);
    const columns = wholeLog(run.columns, own);
    return columns === run.columns ? run : { ...run, columns };
  });
  return { ...state, runs };
}

function wholeLog(log: ColumnLog, stored: StoredChunks): ColumnLog {
  const { chunks, thinned } = log;
  if (!thinned) return log;
  const older = stored.filter(({ index }) => index * CHUNK_LENGTH < thinned.of).toSorted((a, b) => a.index - b.index);
  const rows = older.reduce((sum, { chunk }) => sum + chunk.rows, 0);
  if (rows !== thinned.of) return log;
  return logOfChunks([...older.map(({ chunk }) => unpackChunk(chunk)), ...chunks.slice(thinned.rows / CHUNK_LENGTH)]);
}
