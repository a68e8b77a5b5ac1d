import { packTar } from "modern-tar";
import type { ArchiveId } from "../../../config/tables/archive/archives";
import { endToEnd, madeRecords } from "./madeImages";

/** A file of a tar archive. */
export interface TarFile {
  name: string;
  body: string | Uint8Array;
}

const FOLDERS: Record<ArchiveId, string> = { cifar10: "cifar-10-batches-bin", cifar100: "cifar-100-binary" };

/** The files of an archive in the official format, with fewer images. CIFAR-10 has five times `train` of each class. */
export function archiveFiles(archive: ArchiveId, perClass: { train: number; test: number }): TarFile[] {
  const folder = FOLDERS[archive];
  const test = endToEnd(madeRecords(archive, "test", perClass.test));
  const train = endToEnd(madeRecords(archive, "train", perClass.train));
  const names = (word: string, count: number) =>
    `${Array.from({ length: count }, (_, i) => `${word}_${i}`).join("\n")}\n`;
  if (archive === "cifar100")
    return [
      { name: `${folder}/fine_label_names.txt`, body: names("class", 100) },
      { name: `${folder}/train.bin`, body: train },
      { name: `${folder}/test.bin`, body: test },
      { name: `${folder}/coarse_label_names.txt`, body: names("coarse", 20) },
    ];
  return [
    { name: `${folder}/readme.html`, body: "<p>Made by a test.</p>" },
    { name: `${folder}/test_batch.bin`, body: test },
    ...[4, 1, 5, 2, 3].map((part) => ({ name: `${folder}/data_batch_${part}.bin`, body: train })),
    { name: `${folder}/batches.meta.txt`, body: `${names("class", 10)}\n` },
  ];
}

/** A tar of files, through gzip. */
export async function gzippedTar(files: readonly TarFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const entries = files.map(({ name, body }) => {
    const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
    return { header: { name, size: bytes.length }, body: bytes };
  });
  return gzipped(await packTar(entries));
}

/** Bytes through gzip. */
export async function gzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** An archive in the official format, with fewer images. */
export const smallArchive = (archive: ArchiveId, perClass = { train: 2, test: 1 }): Promise<Uint8Array<ArrayBuffer>> =>
  gzippedTar(archiveFiles(archive, perClass));
