import { createReadStream, statSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { ARCHIVE_IMAGE_BYTES } from "../../config/tables/archive/archives";
import { MemorySink } from "../../core/data/archive/archiveSink";
import type { ArchiveSource } from "../../core/data/archive/archiveSource";
import { readArchive } from "../../core/data/archive/readArchive";
import type { ReportProgress } from "../../core/data/readFile";
import { TaskError } from "../../core/taskError";

/** Reads the archive at a path into memory, and reports each tenth. Throws `TaskError` for a file that is not there or cannot be used. */
export async function loadArchive(file: string, report: ReportProgress): Promise<ArchiveSource> {
  let size: number;
  try {
    size = statSync(file).size;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TaskError(`The file ${file} cannot be read`, `Reason: ${reason}.`, "Check the path after --archive.", {
      cause,
    });
  }
  const stream = () =>
    Readable.toWeb(createReadStream(file, { highWaterMark: 2 ** 20 })) as ReadableStream<Uint8Array<ArrayBuffer>>;
  let tenths = 0;
  let sink = new MemorySink({ train: 0, test: 0 });
  const summary = await readArchive(
    { name: path.basename(file), size, stream },
    ({ classes, perClass: { train, test } }) => {
      const bytes = (perClass: number) => classes * perClass * ARCHIVE_IMAGE_BYTES;
      sink = new MemorySink({ train: bytes(train), test: bytes(test) });
      return sink;
    },
    (fraction, detail) => {
      if (Math.floor(10 * fraction) === tenths) return;
      tenths = Math.floor(10 * fraction);
      report(fraction, detail);
    },
  );
  return { summary, read: async (split, images) => sink.bytesOf(split).subarray(0, images * ARCHIVE_IMAGE_BYTES) };
}
