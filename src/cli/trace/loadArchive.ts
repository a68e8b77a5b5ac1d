import { createReadStream, statSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { createGunzip } from "node:zlib";
import { ARCHIVE_IMAGE_BYTES, MOST_ARCHIVE_IMAGES } from "../../config/tables/archive/archives";
import { MemorySink } from "../../core/data/archive/archiveSink";
import type { ArchiveSource } from "../../core/data/archive/archiveSource";
import { readArchive } from "../../core/data/archive/readArchive";
import { TEST_IMAGES } from "../../core/data/imageSet";
import type { ReportProgress } from "../../core/data/readFile";
import { TaskError } from "../../core/taskError";

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/** By zlib, which waits for its reader. */
function gunzip(packed: Bytes): Bytes {
  const unzipping = createGunzip({ chunkSize: 2 ** 16 });
  Readable.fromWeb(packed as NodeStream)
    .on("error", (error) => unzipping.destroy(error))
    .pipe(unzipping);
  return Readable.toWeb(unzipping) as Bytes;
}

/** Reads so many training images of the archive at a path into memory, with the test images, and reports each tenth. Throws `TaskError` for a file that is not there or cannot be used. */
export async function loadArchive(file: string, trainImages: number, report: ReportProgress): Promise<ArchiveSource> {
  let size: number;
  try {
    size = statSync(file).size;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TaskError(`The file ${file} cannot be read`, `Reason: ${reason}.`, "Check the path after --archive.", {
      cause,
    });
  }
  const stream = () => Readable.toWeb(createReadStream(file)) as Bytes;
  let tenths = 0;
  const sink = new MemorySink({
    train: Math.min(trainImages, MOST_ARCHIVE_IMAGES) * ARCHIVE_IMAGE_BYTES,
    test: TEST_IMAGES * ARCHIVE_IMAGE_BYTES,
  });
  const summary = await readArchive(
    { name: path.basename(file), size, stream, gunzip },
    () => sink,
    (fraction, detail) => {
      if (Math.floor(10 * fraction) === tenths) return;
      tenths = Math.floor(10 * fraction);
      report(fraction, detail);
    },
  );
  return { summary, read: async (split, images) => sink.bytesOf(split).subarray(0, images * ARCHIVE_IMAGE_BYTES) };
}
