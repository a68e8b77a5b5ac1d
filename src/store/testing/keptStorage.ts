import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import type { KeptStorage } from "../kept/keptDatabase";
import type { KeptRun } from "../kept/keptRecords";

/** A browser's database in memory that holds so many bytes, and then refuses as browsers do. */
export function createKeptStorage(roomBytes = Number.POSITIVE_INFINITY) {
  const records = new Map<string, KeptRun>();
  const chunks = new Map<string, [key: [string, string, number], chunk: unknown]>();
  const checkpoints = new Map<string, RaceCheckpoint>();
  const world = { roomBytes, writes: 0 };
  const storage: KeptStorage = {
    list: async () => [...records.values()].toSorted((a, b) => a.createdAt - b.createdAt),
    async write({ record, rows, checkpoint, dropped }) {
      world.writes += 1;
      const others = [...records.values()].filter(({ id }) => id !== record.id);
      const bytes = others.reduce((sum, one) => sum + one.bytes, record.bytes);
      if (bytes > world.roomBytes) throw new DOMException("There is no room.", "QuotaExceededError");
      records.set(record.id, structuredClone(record));
      for (const [key, chunk] of rows) chunks.set(key.join(), [key, structuredClone(chunk)]);
      for (const step of dropped) checkpoints.delete(`${record.id} ${step}`);
      if (checkpoint) checkpoints.set(`${record.id} ${checkpoint.step}`, checkpoint);
    },
    async mark(id, marks) {
      const record = records.get(id);
      if (record) records.set(id, { ...record, ...marks });
    },
    async remove(id) {
      records.delete(id);
      for (const [name, [key]] of chunks) if (key[0] === id) chunks.delete(name);
    },
    async read(id) {
      const record = records.get(id);
      if (!record) return null;
      const own = [...chunks.values()].filter(([key]) => key[0] === id);
      const rows = own.map(([[, run, index], chunk]) => ({ run, index, chunk: chunk as never }));
      return { record, chunks: rows, snapshots: [] };
    },
    checkpointAt: async (id, step) => checkpoints.get(`${id} ${step}`) ?? null,
  };
  return { storage, world, ids: () => [...records.keys()] };
}
