import { checkpointBytes, type RaceCheckpoint } from "../../config/experiment/checkpoint";
import { snapshotStride } from "../../config/formulas/snapshotSchedule";
import { CHUNK_LENGTH, type ColumnChunk, type ColumnLog } from "../experiment/columns";
import type { ExperimentState } from "../experiment/state";
import { withCheckpoint } from "./keptCheckpoints";
import type { KeptWrite, SnapshotKind } from "./keptDatabase";
import { chunkBytes, type KeptRun, packChunk } from "./keptRecords";
import { recordOf, SNAPSHOT_KINDS } from "./keptState";

/** Bytes of a snapshot, about: a spectrum has a few hundred numbers. */
const SNAPSHOT_BYTES = 4000;

/** What is stored of one run already, so that a save writes only what is new. */
export class KeptSaver {
  private chunks: ReadonlyMap<string, ReadonlyMap<number, ColumnChunk>> = new Map();
  private readonly sizes = new Map<string, number>();
  private readonly snapshots = new Set<string>();

  constructor(private record: KeptRun | Pick<KeptRun, "id" | "createdAt">) {}

  /** What a save of this state has to write: all that no write that ended (`wrote`) had. */
  next(state: ExperimentState, checkpoint: RaceCheckpoint | null, savedAt: number): KeptWrite {
    const { id } = this.record;
    const rows = state.runs.flatMap(({ run, columns }) => {
      const known = this.chunks.get(run);
      return [...fullChunks(columns)].flatMap(([index, chunk]) => {
        if (known?.get(index) === chunk) return [];
        const packed = packChunk(chunk);
        this.sizes.set(`${index} ${run}`, chunkBytes(packed));
        return [[[id, run, index] as [string, string, number], packed] as const];
      });
    });
    const { kept, dropped } = checkpoint
      ? withCheckpoint(this.checkpoints, { step: checkpoint.step, bytes: checkpointBytes(checkpoint) })
      : { kept: this.checkpoints, dropped: [] };
    const snapshots = this.newSnapshots(state);
    const count = this.snapshots.size + snapshots.length;
    const bytes =
      [...this.sizes.values()].reduce((sum, size) => sum + size, 0) +
      kept.reduce((sum, one) => sum + one.bytes, 0) +
      count * SNAPSHOT_BYTES;
    const marks = { name: null, isPinned: false, isHidden: false, isDeclined: false };
    this.record = { ...marks, ...this.record, ...recordOf(state), savedAt, bytes, checkpoints: kept };
    return { record: this.record as KeptRun, rows, snapshots, checkpoint, dropped };
  }

  /** The marks of a person, which the next save writes too. */
  mark(marks: Partial<KeptRun>): void {
    this.record = { ...this.record, ...marks };
  }

  /** A write has ended: what it had of this state is stored. */
  wrote({ snapshots }: KeptWrite, state: ExperimentState): void {
    this.chunks = chunksByRun(state);
    for (const [[, run, kind, step]] of snapshots) this.snapshots.add(snapshotKey(kind, step, run));
  }

  /** Whether the first rows in memory are stored as they are, or all that they were thinned from. */
  holds(run: string, log: ColumnLog, rows: number): boolean {
    const until = (rows - (log.thinned?.rows ?? 0) + (log.thinned?.of ?? 0)) / CHUNK_LENGTH;
    const known = this.chunks.get(run);
    return [...fullChunks(log)].every(([index, chunk]) => index >= until || known?.get(index) === chunk);
  }

  /** The state is what is stored. */
  learn(state: ExperimentState): void {
    const { runs } = state;
    this.chunks = chunksByRun(state);
    for (const { run, columns } of runs) {
      for (const [index, chunk] of fullChunks(columns)) this.sizes.set(`${index} ${run}`, chunkBytes(packChunk(chunk)));
    }
    for (const { run, ...histories } of runs)
      for (const kind of SNAPSHOT_KINDS)
        for (const { step } of histories[kind]) this.snapshots.add(snapshotKey(kind, step, run));
  }

  private get checkpoints(): KeptRun["checkpoints"] {
    return "checkpoints" in this.record ? this.record.checkpoints : [];
  }

  /** Those of the schedule alone: the ones between are of the moment. */
  private newSnapshots({ runs, config, step: latest }: ExperimentState): KeptWrite["snapshots"] {
    const stride = snapshotStride(config.steps, latest);
    return runs.flatMap(({ run, ...histories }) =>
      SNAPSHOT_KINDS.flatMap((kind) =>
        histories[kind].flatMap((snapshot) => {
          const isKnown = this.snapshots.has(snapshotKey(kind, snapshot.step, run));
          if (snapshot.step % stride !== 0 || isKnown) return [];
          return [[[this.record.id, run, kind, snapshot.step] as never, snapshot] as const];
        }),
      ),
    );
  }
}

const chunksByRun = ({ runs }: ExperimentState) => new Map(runs.map(({ run, columns }) => [run, fullChunks(columns)]));

/** Chunks in which no row is missing, by their place in the whole log: those that were thinned are never written. */
function fullChunks({ chunks, thinned = { rows: 0, of: 0 } }: ColumnLog): ReadonlyMap<number, ColumnChunk> {
  const [first, before] = [thinned.rows / CHUNK_LENGTH, thinned.of / CHUNK_LENGTH];
  return new Map(chunks.slice(first).map((chunk, at) => [before + at, chunk]));
}

const snapshotKey = (kind: SnapshotKind, step: number, run: string) => `${kind} ${step} ${run}`;
