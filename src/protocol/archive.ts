import type { ArchiveFile, Notice } from "./messages";

/** Page to archive worker, once: it ends by being terminated. */
export interface ArchiveRequest {
  file: File;
}

/** An archive on the page: kept in the browser's own file system, or in memory until the page is closed. */
export interface HeldArchive extends ArchiveFile {
  isKept: boolean;
}

/** Archive worker to page. */
export type ArchiveEvent =
  | { type: "archiveProgress"; fraction: number; detail: string }
  /** `notice`: why it is not kept. */
  | { type: "archiveRead"; archive: HeldArchive; notice?: Notice }
  | { type: "archiveRefused"; notice: Notice };
