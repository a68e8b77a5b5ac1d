import type { CsvUse } from "../../config/experiment/csv";
import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { Environment } from "../../config/tables/backends";
import { COLUMN_NAMES, type ColumnName } from "../../config/tables/metrics";
import { CHUNK_LENGTH, type ColumnChunk, type ColumnLog, EMPTY_LOG } from "../experiment/columns";
import { sharedEqual } from "../experiment/rows/sharedEqual";
import type { ExperimentState, Intervention, RunState } from "../experiment/state";
import type { CsvState } from "../experiment/stateParts";

/** A run as its record has it, rows and snapshots apart. */
export type KeptSeries = Pick<
  RunState,
  "run" | "optimizer" | "status" | "message" | "end" | "hyperparams" | "evaluations" | "metaSteps" | "cost" | "layers"
> & { rows: number };

/** One experiment that is kept: what the list shows, and all of it but rows, snapshots and checkpoints. */
export interface KeptRun {
  id: string;
  /** Given by a person; null: made of what differs. */
  name: string | null;
  isPinned: boolean;
  /** Out of the list, but not gone. */
  isHidden: boolean;
  /** It was offered once, and not taken. */
  isDeclined: boolean;
  /** Milliseconds since 1970. */
  createdAt: number;
  savedAt: number;
  step: number;
  /** Of rows, snapshots and checkpoints, about. */
  bytes: number;
  config: ExperimentConfig;
  preset: string | null;
  interventions: readonly Intervention[];
  environment: Environment | null;
  sizes: ExperimentState["sizes"];
  focusRun: string | null;
  hiddenRuns: readonly string[];
  series: readonly KeptSeries[];
  csv: { file: CsvState["file"]; use: CsvUse | null } | null;
  /** Steps of its checkpoints, ascending, with their bytes. */
  checkpoints: readonly { step: number; bytes: number }[];
}

/** Rows of a chunk: the columns that have values, null as NaN with a bit that says so. */
export interface KeptChunk {
  rows: number;
  columns: Partial<Record<ColumnName, { values: Float64Array; nulls: Uint8Array | null }>>;
}

export function packChunk(chunk: ColumnChunk): KeptChunk {
  const rows = chunk.step.length;
  const columns: KeptChunk["columns"] = {};
  for (const name of COLUMN_NAMES) {
    const cells = chunk[name];
    if (cells.every((value) => value === null)) continue;
    const nulls = cells.some((value) => value === null)
      ? Uint8Array.from(cells, (value) => Number(value === null))
      : null;
    columns[name] = { values: Float64Array.from(cells, (value) => value ?? Number.NaN), nulls };
  }
  return { rows, columns };
}

export function unpackChunk({ rows, columns }: KeptChunk): ColumnChunk {
  const nothing = sharedEqual(Array.from({ length: rows }, () => null));
  const entries = COLUMN_NAMES.map((name) => {
    const column = columns[name];
    if (!column) return [name, nothing] as const;
    const { values, nulls } = column;
    return [name, sharedEqual(Array.from(values, (value, row) => (nulls?.[row] ? null : value)))] as const;
  });
  return Object.fromEntries(entries) as unknown as ColumnChunk;
}

/** A log of chunks as they were stored, all but the last full. */
export function logOfChunks(chunks: readonly ColumnChunk[]): ColumnLog {
  const last = chunks.at(-1);
  return last ? { chunks, length: (chunks.length - 1) * CHUNK_LENGTH + last.step.length } : EMPTY_LOG;
}

/** Bytes of a packed chunk. */
export function chunkBytes({ columns }: KeptChunk): number {
  return Object.values(columns).reduce(
    (sum, { values, nulls }) => sum + values.byteLength + (nulls?.byteLength ?? 0),
    0,
  );
}
