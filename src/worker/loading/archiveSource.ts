import { ARCHIVE_IMAGE_BYTES, ARCHIVES } from "../../config/tables/archive/archives";
import type { ArchiveSource } from "../../core/data/archive/archiveSource";
import { TaskError } from "../../core/taskError";
import type { ArchiveFile } from "../../protocol/messages";
import { messageOf } from "../notices";

/** An archive of the page's as a task reads it: no more than the images that are asked for come into memory. */
export function sourceOf({ summary, train, test }: ArchiveFile): ArchiveSource {
  const parts = { train, test };
  return {
    summary,
    async read(split, images) {
      try {
        return new Uint8Array(await parts[split].slice(0, images * ARCHIVE_IMAGE_BYTES).arrayBuffer());
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
