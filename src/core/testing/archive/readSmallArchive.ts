import { expect } from "vitest";
import type { ArchiveSummary } from "../../../config/tables/archive/archives";
import { MemorySink } from "../../data/archive/archiveSink";
import { readArchive } from "../../data/archive/readArchive";
import { TaskError } from "../../taskError";
import { archiveFiles, type TarFile } from "../../training/golden/smallArchive";

/** The archive of bytes that come in pieces of an odd length, so that no record lies in one. */
function fileOf(name: string, bytes: Uint8Array<ArrayBuffer>, piece = 1009) {
  const stream = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += piece) controller.enqueue(bytes.slice(at, at + piece));
        controller.close();
      },
    });
  return { name, size: bytes.length, stream };
}

/** Reads an archive into memory. */
export async function readInto(
  bytes: Uint8Array<ArrayBuffer>,
  name = "cifar-100-binary.tar.gz",
): Promise<{ summary: ArchiveSummary; sink: MemorySink; reports: [number, string][] }> {
  const reports: [number, string][] = [];
  let sink = new MemorySink({ train: 0, test: 0 });
  const summary = await readArchive(
    fileOf(name, bytes),
    ({ perClass, classes }) => {
      sink = new MemorySink({ train: perClass.train * classes * 3072, test: perClass.test * classes * 3072 });
      return sink;
    },
    (fraction, detail) => reports.push([fraction, detail]),
  );
  return { summary, sink, reports };
}

/** The error that reading an archive ends with. */
export async function refusalOf(bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<TaskError> {
  const error = await readInto(bytes, name).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TaskError);
  return error as TaskError;
}

/** The files of a small CIFAR-100 with one of them changed, or left out. */
export const changed = (base: string, change: (body: TarFile["body"]) => TarFile["body"] | null): TarFile[] =>
  archiveFiles("cifar100", { train: 2, test: 1 }).flatMap((file) => {
    if (!file.name.endsWith(`/${base}`)) return file;
    const body = change(file.body);
    return body === null ? [] : { ...file, body };
  });
/** What a file holds, to be changed. */
export const bytesIn = (body: TarFile["body"]) =>
  typeof body === "string" ? new TextEncoder().encode(body) : body.slice();
