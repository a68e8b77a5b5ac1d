import type { ArchiveId, ArchiveSummary } from "./archives";

/** Folder of the browser's own file system that archives are kept in. */
export const ARCHIVE_FOLDER = "archives";

/** Where it is said, by its id, that an archive is about to be deleted: whoever reads its files lets go of them. */
export const ARCHIVE_CHANNEL = "apo-lab archives";

/** What is kept beside the images of an archive, as JSON. Without it they are of a reading that was broken off. */
export interface ArchiveEntry {
  version: 1;
  /** Part of the names of its files: each reading has its own, so that one that fails spoils none. */
  token: string;
  summary: ArchiveSummary;
}

export const entryName = (archive: ArchiveId): string => `${archive}.json`;

export const imagesName = (archive: ArchiveId, token: string, split: "train" | "test"): string =>
  `${archive}.${token}.${split}`;
