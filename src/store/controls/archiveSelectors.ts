import { ARCHIVE_IDS, ARCHIVES, type ArchiveId } from "../../config/tables/archive/archives";
import type { HeldArchive } from "../../protocol/archive";
import { createStableSelector } from "../experiment/memo";

const count = (value: number): string => value.toLocaleString("en");
const megabytes = (bytes: number): string => `${count(Math.max(1, Math.round(bytes / 1e6)))} MB`;

/** What the card that asks for an archive says; null where it is closed. */
export interface ArchiveCardModel {
  archive: ArchiveId;
  title: string;
  file: string;
  /** "169 MB" */
  size: string;
  reading: { fraction: number; detail: string } | null;
  /** Something is trained that the card can be closed for. */
  canClose: boolean;
  /** More images are wanted than ship: those that do are the way round. */
  canShrink: boolean;
}

export const selectArchiveCard = createStableSelector(({ archives, status }): ArchiveCardModel | null => {
  const { asking, reading, isLooked } = archives;
  if (!reading && !(asking && isLooked)) return null;
  const archive = asking?.archive ?? "cifar100";
  const { name, file, bytes } = ARCHIVES[archive];
  const wanted = archive === "cifar10" ? `More than 5,000 images of ${name} come` : `${name} comes`;
  return {
    archive,
    title: reading ? `Reading ${reading.name}` : `${wanted} from the official archive`,
    file,
    size: megabytes(bytes),
    reading,
    canClose: reading !== null || status !== "needsFile",
    canShrink: asking?.archive === "cifar10",
  };
});

/** An archive under the task that is made of it. */
export interface ArchivePanelModel {
  archive: ArchiveId;
  /** The official file. */
  wanted: string;
  /** null where it is not here. */
  held: { file: string; sentences: string[]; size: string } | null;
}

/** null for a task without an archive, and before the browser's files are looked through. */
export const selectArchivePanel = createStableSelector(({ config, archives, sizes }): ArchivePanelModel | null => {
  const archive = ARCHIVE_IDS.find((id) => id === (archives.asking?.archive ?? config.task));
  if (!archive || !archives.isLooked) return null;
  const held = archives.held[archive];
  const wanted = ARCHIVES[archive].file;
  if (!held) return { archive, wanted, held: null };
  const asked = config.task === archive ? config.taskOptions.trainImages : 0;
  return {
    archive,
    wanted,
    held: { file: held.summary.file, sentences: sentencesOf(held, asked, sizes?.testCount), size: sizeOf(held) },
  };
});

const sizeOf = ({ train, test }: HeldArchive): string => megabytes(train.size + test.size);

function sentencesOf(held: HeldArchive, asked: number, tested: number | undefined): string[] {
  const { train, test, classes } = held.summary;
  const perClass = `${count(train / classes.length)} and ${count(test / classes.length)} of each of ${classes.length} classes`;
  return [
    `has ${count(train)} training and ${count(test)} test images, ${perClass}.`,
    asked > train ? `All ${count(train)} are trained on.` : "",
    tested !== undefined && tested < test ? `${count(tested)} of its test images measure the accuracy.` : "",
    held.isKept
      ? `Kept in this browser: ${sizeOf(held)}.`
      : `In memory until this page is closed, as the browser keeps no files for it: ${sizeOf(held)}.`,
    "The archive never leaves this browser.",
  ].filter((sentence) => sentence !== "");
}
