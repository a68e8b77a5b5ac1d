import type { TaskId } from "../taskIds";
import { TASK_OPTIONS, type TaskOptions } from "../taskOptions";

/** Archives that a person brings: the tasks that are made of them have the same ids. */
export const ARCHIVE_IDS = ["cifar10", "cifar100"] as const;
export type ArchiveId = (typeof ARCHIVE_IDS)[number];

/** What an official archive of images is called. */
export const ARCHIVES: Record<ArchiveId, { name: string; file: string; bytes: number }> = {
  cifar10: { name: "CIFAR-10", file: "cifar-10-binary.tar.gz", bytes: 170_052_171 },
  cifar100: { name: "CIFAR-100", file: "cifar-100-binary.tar.gz", bytes: 168_513_733 },
};

/** Archives are read from a page of their authors, which the browser is never sent to by itself. */
export const ARCHIVE_SOURCE = "www.cs.toronto.edu/~kriz/cifar.html";

/** Pixels of one image, in bytes. */
export const ARCHIVE_IMAGE_BYTES = 3072;

/** Training images of the largest archive. */
export const MOST_ARCHIVE_IMAGES = 50_000;

/** The archive whose images an experiment trains on; null where it takes what ships. */
export function archiveOf({
  task,
  taskOptions: { trainImages },
}: {
  task: TaskId | "given";
  taskOptions: Pick<TaskOptions, "trainImages">;
}): ArchiveId | null {
  if (task === "cifar100") return "cifar100";
  return task === "cifar10" && trainImages > TASK_OPTIONS.trainImages.max ? "cifar10" : null;
}

/** What is in an archive that was read: as many images of each class as of every other. */
export interface ArchiveSummary {
  archive: ArchiveId;
  /** The name of the file it was read from. */
  file: string;
  classes: readonly string[];
  /** Images in all. */
  train: number;
  test: number;
}
