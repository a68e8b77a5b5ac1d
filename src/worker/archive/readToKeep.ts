import { ARCHIVE_IMAGE_BYTES } from "../../config/tables/archive/archives";
import type { ArchiveForm } from "../../core/data/archive/archiveForms";
import { type ArchiveSink, MemorySink } from "../../core/data/archive/archiveSink";
import { PagedSink } from "../../core/data/archive/pagedSink";
import { readArchive } from "../../core/data/archive/readArchive";
import type { ArchiveEvent, HeldArchive } from "../../protocol/archive";
import type { Notice } from "../../protocol/messages";
import { failureOf } from "../notices";
import { KeepingError, KeptSink } from "./archiveFiles";

/** What told is of progress comes at most so often. */
const TELL_INTERVAL_MS = 100;

/**
 * Reads an archive into the browser's own files, or, where it keeps none, into memory. Answers with what it came to; never rejects.
 */
export async function readToKeep(file: File, send: (event: ArchiveEvent) => void): Promise<void> {
  try {
    const { archive, notice } = await readIntoFiles(file, send);
    send({ type: "archiveRead", archive, notice });
  } catch (error) {
    send({ type: "archiveRefused", notice: failureOf(error, null) });
  }
}

async function readIntoFiles(
  file: File,
  send: (event: ArchiveEvent) => void,
): Promise<{ archive: HeldArchive; notice?: Notice }> {
  const sinks: KeptSink[] = [];
  const paged: PagedSink[] = [];
  try {
    const summary = await read(file, send, async ({ archive }) => {
      const sink = await KeptSink.open(archive);
      sinks.push(sink);
      paged.push(new PagedSink(sink));
      return paged[0] as PagedSink;
    });
    paged[0]?.flush();
    const [sink] = sinks as [KeptSink];
    return { archive: { id: sink.token, summary, ...(await sink.keep(summary)), isKept: true } };
  } catch (error) {
    for (const sink of sinks) await sink.discard();
    // one that breaks while it is written comes out of the reader as what caused it
    const refusal = [error, (error as Error).cause].find((one) => one instanceof KeepingError);
    if (!refusal) throw error;
    return { ...(await readIntoMemory(file, send)), notice: notKept(file.name, refusal) };
  }
}

async function readIntoMemory(file: File, send: (event: ArchiveEvent) => void): Promise<{ archive: HeldArchive }> {
  let sink = new MemorySink({ train: 0, test: 0 });
  const summary = await read(file, send, ({ classes, perClass: { train, test } }) => {
    const bytes = (perClass: number) => classes * perClass * ARCHIVE_IMAGE_BYTES;
    sink = new MemorySink({ train: bytes(train), test: bytes(test) });
    return sink;
  });
  const [train, test] = [new Blob([sink.bytesOf("train")]), new Blob([sink.bytesOf("test")])];
  return { archive: { id: Math.random().toString(36).slice(2), summary, train, test, isKept: false } };
}

function read(
  file: File,
  send: (event: ArchiveEvent) => void,
  openSink: (form: ArchiveForm) => ArchiveSink | Promise<ArchiveSink>,
) {
  let toldAt = Number.NEGATIVE_INFINITY;
  return readArchive(file, openSink, (fraction, detail) => {
    if (performance.now() - toldAt < TELL_INTERVAL_MS) return;
    toldAt = performance.now();
    send({ type: "archiveProgress", fraction, detail });
  });
}

const notKept = (file: string, { message }: Error): Notice => ({
  level: "warning",
  title: `${file} is not kept`,
  detail: `${message} It stays in memory until this page is closed.`,
  remedy: "Train on it now; after a reload, drop it again.",
});
