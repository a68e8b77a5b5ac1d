import { ARCHIVE_IMAGE_BYTES, type ArchiveSummary } from "../../../config/tables/archive/archives";
import { type ArchiveForm, COARSE_CLASSES } from "./archiveForms";
import type { ArchiveSink, ArchiveSplit } from "./archiveSink";

const SIDE_SQUARED = ARCHIVE_IMAGE_BYTES / 3;

/** What is wrong with the records of an archive, as a sentence. */
export class RecordError extends Error {
  override readonly name = "RecordError";
}

/**
 * Sorts the images of an archive into its sink: one of each class in turn, so that every beginning of a split is balanced, and the
 * class of an image follows from its place. Colours end up beside each other, as tfjs wants them. Throws `RecordError`.
 */
export class ArchiveImages {
  private readonly counts: Record<ArchiveSplit, Int32Array>;
  private readonly coarseOf: Int32Array;
  private readonly image = new Uint8Array(ARCHIVE_IMAGE_BYTES);

  constructor(
    private readonly form: ArchiveForm,
    private readonly sink: ArchiveSink,
  ) {
    this.counts = { train: new Int32Array(form.classes), test: new Int32Array(form.classes) };
    this.coarseOf = new Int32Array(form.classes).fill(-1);
  }

  /** Bytes of one record: labels, then pixels by colour. */
  get recordBytes(): number {
    return this.form.labels + ARCHIVE_IMAGE_BYTES;
  }

  /** Takes one record; `file` and `index` name it where something is wrong. */
  take(split: ArchiveSplit, record: Uint8Array, file: string, index: number): void {
    const { labels, classes, perClass } = this.form;
    const label = record[labels - 1] as number;
    const place = `${file}, image ${index + 1}`;
    if (label >= classes) throw new RecordError(`${place}: its class is ${label}; allowed are 0 to ${classes - 1}.`);
    if (labels === 2) this.checkCoarse(record[0] as number, label, place);
    const counts = this.counts[split];
    const earlier = counts[label] as number;
    if (earlier >= perClass[split])
      throw new RecordError(`${place}: class ${label} has more than ${perClass[split]} images for ${WORDS[split]}.`);
    counts[label] = earlier + 1;
    for (let i = 0; i < SIDE_SQUARED; i++)
      for (let channel = 0; channel < 3; channel++)
        this.image[3 * i + channel] = record[labels + channel * SIDE_SQUARED + i] as number;
    this.sink.write(split, this.image, (earlier * classes + label) * ARCHIVE_IMAGE_BYTES);
  }

  /** Images of each split, once all records are taken. */
  finish(): Pick<ArchiveSummary, "train" | "test"> {
    return { train: this.total("train"), test: this.total("test") };
  }

  private total(split: ArchiveSplit): number {
    const counts = this.counts[split];
    const most = counts.reduce((a, b) => Math.max(a, b), 0);
    const label = counts.findIndex((count) => count !== most);
    if (most === 0) throw new RecordError(`It has no images for ${WORDS[split]}.`);
    if (label >= 0)
      throw new RecordError(
        `Every class must have as many images for ${WORDS[split]}: class ${label} has ${counts[label]}, class ${counts.indexOf(most)} has ${most}.`,
      );
    return most * this.form.classes;
  }

  private checkCoarse(coarse: number, label: number, place: string): void {
    if (coarse >= COARSE_CLASSES)
      throw new RecordError(`${place}: its coarse class is ${coarse}; allowed are 0 to ${COARSE_CLASSES - 1}.`);
    const before = this.coarseOf[label] as number;
    if (before >= 0 && before !== coarse)
      throw new RecordError(`${place}: its class ${label} belongs to the coarse classes ${before} and ${coarse}.`);
    this.coarseOf[label] = coarse;
  }
}

const WORDS: Record<ArchiveSplit, string> = { train: "training", test: "testing" };
