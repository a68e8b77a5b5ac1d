import {
  ARCHIVE_CHANNEL,
  ARCHIVE_FOLDER,
  type ArchiveEntry,
  entryName,
  imagesName,
} from "../../config/tables/archive/archiveFolder";
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
 * Deletes images that no entry names: of readings that were broken off, or older than the last. Throws where one is still in use, here or
 * in another tab; it stays, the others go.
 */
export async function deleteStrays(): Promise<void> {
  const kept = await folder().catch(() => null); // none: nothing was read
  if (!kept) return;
  const named = new Set<string>();
  for (const archive of ARCHIVE_IDS) {
    const { token } = (await entryOf(kept, archive)) ?? {};
    named.add(entryName(archive));
    for (const split of ["train", "test"] as const) if (token) named.add(imagesName(archive, token, split));
  }
  const refusals: unknown[] = [];
  for await (const name of kept.keys())
    if (!named.has(name)) await kept.removeEntry(name).catch((error) => refusals.push(error));
  if (refusals.length > 0) throw refusals[0];
}

/** Deletes all that is kept of an archive, once who trains on it, here or in another tab, has let go. Throws where the browser refuses. */
export async function deleteKept(archive: ArchiveId): Promise<void> {
  const kept = await folder();
  const channel = new BroadcastChannel(ARCHIVE_CHANNEL);
  channel.postMessage(archive);
  channel.close();
  for await (const name of kept.keys())
    if (name.startsWith(`${archive}.`)) await onceReleased(() => kept.removeEntry(name));
}

/** Who uses a file lets go of it within a moment, a worker that is busy after its step. */
const RELEASE_TRIES = 50;
const RELEASE_MS = 100;

/** Does what needs files that nobody uses, as soon as they are free. Throws what it throws at last. */
export async function onceReleased(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (error) {
      if (tries === RELEASE_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, RELEASE_MS));
    }
}
