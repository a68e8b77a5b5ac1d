import { ARCHIVE_FOLDER, type ArchiveEntry, entryName, imagesName } from "../../config/tables/archive/archiveFolder";
import { ARCHIVE_IDS, ARCHIVE_IMAGE_BYTES, type ArchiveId } from "../../config/tables/archive/archives";
import type { HeldArchive } from "../../protocol/archive";

/** What is kept beside the images of an archive, as it stands there; null where there is nothing that can be read. */
async function entryOf(kept: FileSystemDirectoryHandle, archive: ArchiveId): Promise<ArchiveEntry | null> {
  try {
    const file = await (await kept.getFileHandle(entryName(archive))).getFile();
    return JSON.parse(await file.text()) as ArchiveEntry;
  } catch {
    return null;
  }
}

function isSound({ version, token, summary: { train, test, classes } }: ArchiveEntry): boolean {
  return version === 1 && /^[a-z0-9]+$/.test(token) && train > 0 && test > 0 && classes.length > 0;
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
    const entry = await entryOf(kept, archive);
    if (!entry || !isSound(entry)) return null;
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

/**
 * Deletes the images of readings that were broken off: no entry names them. What is being read, here or in another tab, is locked and
 * stays. Returns whether nothing of the kind is left.
 */
export async function deleteBroken(): Promise<boolean> {
  const kept = await folder().catch(() => null); // none: nothing was read
  if (!kept) return true;
  const named = new Set<string>();
  for (const archive of ARCHIVE_IDS) {
    const { token } = (await entryOf(kept, archive)) ?? {};
    named.add(entryName(archive));
    for (const split of ["train", "test"] as const) if (token) named.add(imagesName(archive, token, split));
  }
  let isClean = true;
  for await (const name of kept.keys())
    if (!named.has(name))
      await kept.removeEntry(name).catch(() => {
        isClean = false;
      });
  return isClean;
}

/** Deletes all that is kept of an archive. Throws where the browser refuses. */
export async function deleteKept(archive: ArchiveId): Promise<void> {
  const kept = await folder();
  for await (const name of kept.keys()) if (name.startsWith(`${archive}.`)) await kept.removeEntry(name);
}
