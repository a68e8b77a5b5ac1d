import { ARCHIVE_FOLDER, type ArchiveEntry, entryName, imagesName } from "../../config/tables/archive/archiveFolder";
import { ARCHIVE_IMAGE_BYTES, type ArchiveId } from "../../config/tables/archive/archives";
import type { HeldArchive } from "../../protocol/archive";

/** What is kept beside the images, where it is what it should be. */
function entryIn(text: string): ArchiveEntry | null {
  const entry = JSON.parse(text) as ArchiveEntry;
  const { train, test, classes } = entry.summary;
  const isEntry = entry.version === 1 && /^[a-z0-9]+$/.test(entry.token) && train > 0 && test > 0 && classes.length > 0;
  return isEntry ? entry : null;
}

/** The folder of archives; throws where the browser keeps no files for the page, or none yet. */
async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(ARCHIVE_FOLDER);
}

/** An archive that an earlier visit kept; null where there is none, or not all of it. */
export async function findArchive(archive: ArchiveId): Promise<HeldArchive | null> {
  try {
    const kept = await folder();
    const text = await (await (await kept.getFileHandle(entryName(archive))).getFile()).text();
    const entry = entryIn(text);
    if (!entry) return null;
    const { token, summary } = entry;
    const part = async (split: "train" | "test") =>
      (await kept.getFileHandle(imagesName(archive, token, split))).getFile();
    const [train, test] = [await part("train"), await part("test")];
    const isWhole =
      summary.archive === archive &&
      train.size === summary.train * ARCHIVE_IMAGE_BYTES &&
      test.size === summary.test * ARCHIVE_IMAGE_BYTES;
    return isWhole ? { id: token, summary, train, test, isKept: true } : null;
  } catch {
    return null; // none kept, or files that cannot be read: it is asked for again
  }
}

/** Deletes all that is kept of an archive. Throws where the browser refuses. */
export async function deleteKept(archive: ArchiveId): Promise<void> {
  const kept = await folder();
  for await (const name of kept.keys()) if (name.startsWith(`${archive}.`)) await kept.removeEntry(name);
}
