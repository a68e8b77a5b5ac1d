import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import type { KeptChunk, KeptRun } from "./keptRecords";

/** A spectrum, a prediction or a lookahead of a run at a step, by the name of its list in `RunState`. */
export type SnapshotKind = "spectra" | "predictions" | "lookaheads";

type RowsKey = [id: string, run: string, chunk: number];
type SnapshotKey = [id: string, run: string, kind: SnapshotKind, step: number];
type CheckpointKey = [id: string, step: number];

interface KeptSchema extends DBSchema {
  runs: { key: string; value: KeptRun };
  rows: { key: RowsKey; value: KeptChunk };
  snapshots: { key: SnapshotKey; value: unknown };
  checkpoints: { key: CheckpointKey; value: RaceCheckpoint };
}

const NAME = "apo-lab";
const VERSION = 1;

/** What one save writes. Each list is of keys with their values. */
export interface KeptWrite {
  record: KeptRun;
  rows: readonly (readonly [RowsKey, KeptChunk])[];
  snapshots: readonly (readonly [SnapshotKey, unknown])[];
  checkpoint: RaceCheckpoint | null;
  /** Steps of checkpoints that are let go. */
  dropped: readonly number[];
}

/** What keeps runs: the browser's database, or a test's own. */
export type KeptStorage = Pick<KeptDatabase, "list" | "write" | "mark" | "remove" | "read" | "checkpointAt">;

/** The runs that this browser keeps. Each call is one transaction; it rejects with what the browser says. */
export class KeptDatabase {
  private constructor(private readonly db: IDBPDatabase<KeptSchema>) {}

  /** Rejects where storage is forbidden, as in a sandboxed frame, or does not open. */
  static async open(name = NAME): Promise<KeptDatabase> {
    const db = await openDB<KeptSchema>(name, VERSION, {
      upgrade(fresh) {
        for (const store of fresh.objectStoreNames) fresh.deleteObjectStore(store);
        fresh.createObjectStore("runs", { keyPath: "id" });
        for (const store of ["rows", "snapshots", "checkpoints"] as const) fresh.createObjectStore(store);
      },
      // another tab has a newer page: it may upgrade, and this one keeps nothing more
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new KeptDatabase(db);
  }

  close(): void {
    this.db.close();
  }

  /** All records, the oldest first. */
  async list(): Promise<KeptRun[]> {
    return (await this.db.getAll("runs")).toSorted((a, b) => a.createdAt - b.createdAt);
  }

  async write({ record, rows, snapshots, checkpoint, dropped }: KeptWrite): Promise<void> {
    const change = this.db.transaction(["runs", "rows", "snapshots", "checkpoints"], "readwrite", {
      durability: "relaxed", // it outlives the page and the browser; only a power cut could lose the last seconds
    });
    const stored = [
      change.objectStore("runs").put(record),
      ...rows.map(([key, chunk]) => change.objectStore("rows").put(chunk, key)),
      ...snapshots.map(([key, snapshot]) => change.objectStore("snapshots").put(snapshot, key)),
      ...dropped.map((step) => change.objectStore("checkpoints").delete([record.id, step])),
      ...(checkpoint ? [change.objectStore("checkpoints").put(checkpoint, [record.id, checkpoint.step])] : []),
      change.done,
    ];
    await Promise.all(stored);
  }

  /** Changes what a person says of a run; nothing where it is gone. Null deletes nothing else. */
  async mark(
    id: string,
    marks: Partial<Pick<KeptRun, "name" | "isPinned" | "isHidden" | "isDeclined">>,
  ): Promise<void> {
    const change = this.db.transaction("runs", "readwrite");
    const record = await change.store.get(id);
    if (record) await change.store.put({ ...record, ...marks });
    await change.done;
  }

  async remove(id: string): Promise<void> {
    const change = this.db.transaction(["runs", "rows", "snapshots", "checkpoints"], "readwrite");
    const all = IDBKeyRange.bound([id], [id, []]); // a list comes after every number and string
    await Promise.all([
      change.objectStore("runs").delete(id),
      change.objectStore("rows").delete(all),
      change.objectStore("snapshots").delete(all),
      change.objectStore("checkpoints").delete(all),
      change.done,
    ]);
  }

  /** A record with its chunks by run, in order, and its snapshots; null where it is gone. */
  async read(id: string) {
    const view = this.db.transaction(["runs", "rows", "snapshots"]);
    const all = IDBKeyRange.bound([id], [id, []]);
    const [record, rowKeys, chunks, snapshotKeys, snapshots] = await Promise.all([
      view.objectStore("runs").get(id),
      view.objectStore("rows").getAllKeys(all),
      view.objectStore("rows").getAll(all),
      view.objectStore("snapshots").getAllKeys(all),
      view.objectStore("snapshots").getAll(all),
    ]);
    if (!record) return null;
    return {
      record,
      chunks: rowKeys.map(([, run, index], place) => ({ run, index, chunk: chunks[place] as KeptChunk })),
      snapshots: snapshotKeys.map(([, run, kind, step], place) => ({ run, kind, step, value: snapshots[place] })),
    };
  }

  /** The last checkpoint at or before a step; null where there is none. */
  async checkpointAt(id: string, step: number): Promise<RaceCheckpoint | null> {
    const cursor = await this.db
      .transaction("checkpoints")
      .store.openCursor(IDBKeyRange.bound([id, 0], [id, step]), "prev");
    return cursor?.value ?? null;
  }
}
