import { ARCHIVE_CHANNEL, ARCHIVE_FOLDER, imagesName } from "../../config/tables/archive/archiveFolder";
import { ARCHIVE_IMAGE_BYTES, type ArchiveId } from "../../config/tables/archive/archives";
import type { Bytes } from "../../core/data/inputs";

/** A file that others may read at the same time. Not every browser has this kind of access; the types have none. */
type ReadOnly = { mode: "read-only" };
type ReadableFile = FileSystemFileHandle & {
  createSyncAccessHandle(options: ReadOnly): Promise<FileSystemSyncAccessHandle>;
};

/** What one image may take, so that the images of a step are there in some milliseconds. */
const MOST_IMAGE_MS = 0.1;
const TRIED = 32;

/**
 * Training images of a kept archive, read from its file image by image: none of them is in memory. Null where the browser has no such
 * access, as Firefox and Safari, or where a read takes as long as in a private window: a round trip to another process.
 */
export async function openImageFile(
  archive: ArchiveId,
  token: string,
  length: number,
  now: () => number = () => performance.now(),
): Promise<Bytes | null> {
  const name = imagesName(archive, token, "train");
  if (last?.name === name && last.file.length === length) return last.file; // of another seed
  if (typeof FileSystemSyncAccessHandle === "undefined" || !("mode" in FileSystemSyncAccessHandle.prototype))
    return null;
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(ARCHIVE_FOLDER);
    const file = (await folder.getFileHandle(name)) as ReadableFile;
    const handle = await file.createSyncAccessHandle({ mode: "read-only" });
    if (isFast(handle, length, now)) {
      last = { name, file: new ImageFile(archive, handle, length) };
      return last.file;
    }
    handle.close();
  } catch {
    // not kept: what is read into memory instead says what is wrong
  }
  return null;
}

let last: { name: string; file: ImageFile } | null = null;

/** Images from all over the file. */
function isFast(handle: FileSystemSyncAccessHandle, length: number, now: () => number): boolean {
  const image = new Uint8Array(ARCHIVE_IMAGE_BYTES);
  const start = now();
  for (let i = 0; i < TRIED; i++) handle.read(image, { at: Math.floor((i * length) / TRIED) });
  return now() - start <= TRIED * MOST_IMAGE_MS;
}

/** What lies in a file, until the file is to be deleted: from then on it is in memory. */
export class ImageFile implements Bytes {
  private memory: Uint8Array | null = null;
  private part = new Uint8Array(0);
  private readonly channel = new BroadcastChannel(ARCHIVE_CHANNEL);

  constructor(
    archive: ArchiveId,
    private readonly handle: Pick<FileSystemSyncAccessHandle, "read" | "close">,
    readonly length: number,
  ) {
    this.channel.onmessage = ({ data }) => {
      if (data === archive) this.letGo();
    };
  }

  subarray(from: number, to: number): Uint8Array {
    if (this.memory) return this.memory.subarray(from, to);
    if (this.part.length !== to - from) this.part = new Uint8Array(to - from);
    this.fill(this.part, from);
    return this.part;
  }

  private letGo(): void {
    const memory = new Uint8Array(this.length);
    this.fill(memory, 0);
    this.memory = memory;
    this.handle.close();
    this.channel.close();
  }

  private fill(bytes: Uint8Array<ArrayBuffer>, at: number): void {
    const read = this.handle.read(bytes, { at });
    if (read !== bytes.length) throw new Error(`The file of images ends at byte ${at + read}, of ${this.length}.`);
  }
}
