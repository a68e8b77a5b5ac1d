import { ARCHIVE_IMAGE_BYTES, ARCHIVES } from "../../config/tables/archive/archives";
import type { ArchiveSource } from "../../core/data/archive/archiveSource";
import { fetchReader } from "../../core/data/fetchReader";
import { TaskError } from "../../core/taskError";
import type { ArchiveFile } from "../../protocol/messages";
import { messageOf } from "../notices";

/** Images read at a time, 1.5 MB: browsers hold what they read of a file twice while it comes. */
const PAGE_IMAGES = 500;

/** An archive of the page's as a task reads it: no more than the images that are asked for come into memory, each once. */
export function sourceOf({ id, summary, train, test }: ArchiveFile): ArchiveSource {
  const parts = { train, test };
  return {
    summary,
    async open(split, images) {
      if (split !== "train") return null;
      const { openImageFile } = await fetchReader("Images of an archive", () => import("./imageFile"));
      return openImageFile(summary.archive, id, images * ARCHIVE_IMAGE_BYTES);
    },
    async read(split, images) {
      try {
        return await readPages(parts[split], images * ARCHIVE_IMAGE_BYTES);
      } catch (cause) {
        const { name, file } = ARCHIVES[summary.archive];
        throw new TaskError(
          `The archive of ${name} cannot be read any more`,
          `${messageOf(cause)} It may have been deleted in another tab.`,
          `Drop ${file} again.`,
          { cause },
        );
      }
    },
  };
}

/** The first bytes of a file. */
async function readPages(file: Blob, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const page = PAGE_IMAGES * ARCHIVE_IMAGE_BYTES;
  for (let at = 0; at < length; at += page)
    bytes.set(new Uint8Array(await file.slice(at, Math.min(at + page, length)).arrayBuffer()), at);
  return bytes;
}
