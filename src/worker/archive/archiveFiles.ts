import { ARCHIVE_FOLDER, type ArchiveEntry, entryName, imagesName } from "../../config/tables/archive/archiveFolder";
import type { ArchiveId, ArchiveSummary } from "../../config/tables/archive/archives";
import type { ArchiveSink, ArchiveSplit } from "../../core/data/archive/archiveSink";

/** Keeping files failed: the browser has no place for them, or no room. */
export class KeepingError extends Error {
  override readonly name = "KeepingError";
}

/** Writes the images of an archive to files of the browser's own, image after image: none of them stays in memory. */
export class KeptSink implements ArchiveSink {
  private constructor(
    private readonly archive: ArchiveId,
    private readonly folder: FileSystemDirectoryHandle,
    private readonly parts: Record<ArchiveSplit, FileSystemSyncAccessHandle>,
    /** Part of the names of its files. */
    readonly token: string,
  ) {}

  /** Throws `KeepingError` where the browser keeps no files. */
  static async open(archive: ArchiveId): Promise<KeptSink> {
    try {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle(ARCHIVE_FOLDER, { create: true });
      const token = Math.random().toString(36).slice(2);
      const part = async (split: ArchiveSplit) => {
        const handle = await folder.getFileHandle(imagesName(archive, token, split), { create: true });
        return handle.createSyncAccessHandle();
      };
      return new KeptSink(archive, folder, { train: await part("train"), test: await part("test") }, token);
    } catch (cause) {
      throw new KeepingError("The browser keeps no files for this page.", { cause });
    }
  }

  write(split: ArchiveSplit, bytes: Uint8Array, at: number): void {
    try {
      if (this.parts[split].write(bytes as Uint8Array<ArrayBuffer>, { at }) === bytes.length) return;
    } catch (cause) {
      throw new KeepingError("The browser has no room for it.", { cause });
    }
    throw new KeepingError("The browser has no room for it.");
  }

  /** Makes what was written the archive of its name, in place of the one before. */
  async keep(summary: ArchiveSummary): Promise<Record<ArchiveSplit, Blob>> {
    try {
      for (const part of Object.values(this.parts)) part.flush();
      const entry: ArchiveEntry = { version: 1, token: this.token, summary };
      const handle = await this.folder.getFileHandle(entryName(this.archive), { create: true });
      const access = await handle.createSyncAccessHandle();
      const text = new TextEncoder().encode(JSON.stringify(entry));
      access.truncate(0);
      access.write(text);
      access.flush();
      access.close();
      this.close(); // not before: images that no entry names are free to be deleted
      await this.removeOthers();
      return { train: await this.file("train"), test: await this.file("test") };
    } catch (cause) {
      throw new KeepingError("The browser has no room for it.", { cause });
    }
  }

  /** Leaves nothing of what was written. */
  async discard(): Promise<void> {
    this.close();
    for (const split of ["train", "test"] as const)
      await this.folder.removeEntry(imagesName(this.archive, this.token, split)).catch(() => {});
  }

  private close(): void {
    for (const part of Object.values(this.parts)) part.close();
  }

  private async file(split: ArchiveSplit): Promise<Blob> {
    return (await this.folder.getFileHandle(imagesName(this.archive, this.token, split))).getFile();
  }

  /** Images of earlier readings of this archive. */
  private async removeOthers(): Promise<void> {
    const own = (["train", "test"] as const).map((split) => imagesName(this.archive, this.token, split));
    for await (const name of this.folder.keys())
      if (name.startsWith(`${this.archive}.`) && name !== entryName(this.archive) && !own.includes(name))
        await this.folder.removeEntry(name).catch(() => {});
  }
}
