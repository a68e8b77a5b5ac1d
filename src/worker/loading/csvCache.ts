import { CSV_LIMITS, type CsvChoice } from "../../config/experiment/csv";
import type { CsvTable } from "../../core/data/csv/table";
import { tooLarge } from "../../core/data/csv/tooLarge";
import { fetchReader } from "../../core/data/fetchReader";
import { TaskError } from "../../core/taskError";
import type { CsvFile } from "../../protocol/messages";
import { messageOf } from "../notices";
import type { CsvOffer } from "./csvOffer";

/** Keeps the table read last, so that a restart does not read its file again. */
export class CsvCache {
  private last: { id: string; table: CsvTable } | null = null;

  /** Throws `TaskError` for a file that cannot be read; the table kept before stays. */
  async tableOf({ id, name, bytes }: CsvFile): Promise<CsvTable> {
    if (this.last?.id === id) return this.last.table;
    if (bytes.size > CSV_LIMITS.bytes) throw tooLarge(name, bytes.size);
    const load = () => import("../../core/data/csv/readCsv");
    const [file, { readCsv }] = await Promise.all([readBytes(name, bytes), fetchReader(name, load)]);
    const table = readCsv(new Uint8Array(file), name);
    this.last = { id, table };
    return table;
  }

  /** Throws `TaskError` for a file that cannot be read or trained on. */
  async offerOf(file: CsvFile, wish: CsvChoice): Promise<CsvOffer> {
    const table = await this.tableOf(file);
    const { offerOf } = await fetchReader(file.name, () => import("./csvOffer"));
    return offerOf(table, wish);
  }
}

async function readBytes(name: string, bytes: Blob): Promise<ArrayBuffer> {
  try {
    return await bytes.arrayBuffer();
  } catch (cause) {
    const detail = `${messageOf(cause)} A folder cannot be read, nor a file that was changed or moved since it was chosen.`;
    throw new TaskError(`${name} cannot be read`, detail, "Choose the file again.", { cause });
  }
}
