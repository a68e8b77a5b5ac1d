import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ArchiveSource } from "../data/archive/archiveSource";
import type { ReadFile, ReportProgress } from "../data/readFile";
import { madeArchive } from "../training/golden/madeArchive";
import { smallTable } from "../training/golden/smallTable";

/** Reads the files of public/data that are committed. */
export const readPublicData: ReadFile = async (path) =>
  new Uint8Array(await readFile(join(import.meta.dirname, "../../../public/data", path)));

/** An archive takes a tenth of a second to make, and few tasks read it: made once, when it is asked for. */
let archive: ArchiveSource | undefined;

/** What a task asks of its surroundings, from the committed files; `changed` replaces some of them. */
export function publicData(changed: Record<string, Uint8Array> = {}) {
  const reports: { fraction: number; detail: string }[] = [];
  const read: string[] = [];
  const report: ReportProgress = (fraction, detail) => reports.push({ fraction, detail });
  return {
    reports,
    read,
    io: {
      readFile: async (path: string) => {
        read.push(path);
        return changed[path] ?? readPublicData(path);
      },
      report,
      csv: { table: smallTable(), choice: { file: "small.csv", target: null, inputs: null } },
      get archive() {
        archive ??= madeArchive("cifar100");
        return archive;
      },
    },
  };
}
