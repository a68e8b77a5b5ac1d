import {
  ARCHIVE_IMAGE_BYTES,
  ARCHIVES,
  type ArchiveId,
  type ArchiveSummary,
  MOST_ARCHIVE_IMAGES,
} from "../../../config/tables/archive/archives";
import { TASK_OPTIONS } from "../../../config/tables/taskOptions";
import { TaskError } from "../../taskError";
import { type ImageSet, TEST_IMAGES } from "../imageSet";
import { type Bytes, MOST_SHARED_BYTES } from "../inputs";
import type { ReportProgress } from "../readFile";
import type { ArchiveSplit } from "./archiveSink";

/** An archive that was read, wherever its images lie. */
export interface ArchiveSource {
  summary: ArchiveSummary;
  /** Bytes of the first images of a split, [images, 32, 32, 3], one of each class in turn. */
  read(split: ArchiveSplit, images: number): Promise<Uint8Array>;
  /** The same where they lie, for what is too much to be in memory; null where they cannot be read in time. */
  open?(split: ArchiveSplit, images: number): Promise<Bytes | null>;
}

const SIDE = 32;

/**
 * The first training images of an archive, or all that it has, and the first test images. Throws `TaskError` without the archive, and
 * names the file that is wanted.
 */
export async function readArchiveSet(
  archive: ArchiveId,
  trainImages: number,
  source: ArchiveSource | undefined,
  report: ReportProgress,
): Promise<ImageSet> {
  checkArchiveImages(trainImages);
  if (source?.summary.archive !== archive) throw missingArchive(archive, trainImages);
  const { summary } = source;
  const labelled = <Pixels extends Bytes>(pixels: Pixels) => {
    const count = pixels.length / ARCHIVE_IMAGE_BYTES;
    return { pixels, labels: Int32Array.from({ length: count }, (_, i) => i % summary.classes.length) };
  };
  report(0, `${summary.file}: images`);
  const count = Math.min(trainImages, summary.train);
  const isLarge = count * ARCHIVE_IMAGE_BYTES > MOST_SHARED_BYTES;
  const opened = isLarge ? await source.open?.("train", count) : null;
  const train = labelled(opened ?? (await source.read("train", count)));
  const test = labelled(await source.read("test", Math.min(TEST_IMAGES, summary.test)));
  report(1, `${summary.file}: ${train.labels.length} training and ${test.labels.length} test images`);
  return { manifest: { classes: [...summary.classes], imageWidth: SIDE, imageHeight: SIDE, channels: 3 }, train, test };
}

function checkArchiveImages(trainImages: number): void {
  const { min } = TASK_OPTIONS.trainImages;
  if (Number.isInteger(trainImages) && trainImages >= min && trainImages <= MOST_ARCHIVE_IMAGES) return;
  throw new TaskError(
    `${trainImages} training images are out of range`,
    `Allowed: ${min} to ${MOST_ARCHIVE_IMAGES}, a whole number.`,
    "Set trainImages within that range.",
  );
}

function missingArchive(archive: ArchiveId, trainImages: number): TaskError {
  const { name, file } = ARCHIVES[archive];
  const why =
    archive === "cifar10"
      ? `${trainImages} training images are more than APO Lab comes with`
      : `${name} does not come with APO Lab`;
  return new TaskError(
    `The archive of ${name} is wanted`,
    `${why}: they are read from ${file}.`,
    `Drop ${file} on the page, or name it on the command line: --archive ${file}.`,
  );
}
