import { createTarDecoder, type ParsedTarEntry } from "modern-tar";
import { ARCHIVES, type ArchiveSummary } from "../../../config/tables/archive/archives";
import { TaskError } from "../../taskError";
import type { ReportProgress } from "../readFile";
import { cutArchive, notAnArchive, otherProgram, unfitArchive } from "./archiveErrors";
import { ARCHIVE_FORMS, type ArchiveForm } from "./archiveForms";
import { ArchiveImages, RecordError } from "./archiveImages";
import type { ArchiveSink, ArchiveSplit } from "./archiveSink";

/** A file that may be an archive, of any size: its bytes are read as they come. */
export interface PackedFile {
  name: string;
  size: number;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** In place of the browser's own; Node's of that name buffers all it has unpacked. */
  gunzip?(packed: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>>;
}

type OpenSink = (form: ArchiveForm) => ArchiveSink | Promise<ArchiveSink>;

/** Files beside those that are read are short: lists of names, a page of words. */
const LONGEST_OTHER = 2 ** 20;
const LONGEST_NAMES = 2 ** 16;
const GZIP = [0x1f, 0x8b];

/**
 * Reads an official binary archive of CIFAR-10 or CIFAR-100, or a smaller one of the same form: all its files and classes, and as
 * many images of each class as of every other. Its images go to the sink that `openSink` makes, sorted (`ArchiveImages`). Throws
 * `TaskError` with a sentence that names the right file.
 */
export async function readArchive(
  file: PackedFile,
  openSink: OpenSink,
  report: ReportProgress,
): Promise<ArchiveSummary> {
  const early = otherProgram(file.name, "");
  if (early) throw early;
  let taken = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      if (taken === 0 && !GZIP.every((byte, i) => chunk[i] === byte))
        throw notAnArchive(file.name, "Its first bytes are not those of gzip.");
      taken += chunk.length;
      report(Math.min(1, taken / file.size), `${file.name}: ${inMegabytes(taken)} of ${inMegabytes(file.size)}`);
      controller.enqueue(chunk);
    },
  });
  if (file.size === 0) throw notAnArchive(file.name, "It is empty.");
  const parts = new ArchiveParts(file.name, openSink);
  try {
    const packed = file.stream().pipeThrough(counted);
    const entries = (file.gunzip?.(packed) ?? packed.pipeThrough(new DecompressionStream("gzip")))
      .pipeThrough(createTarDecoder({ strict: true }))
      .getReader();
    try {
      for (;;) {
        const { done, value } = await entries.read();
        if (done) break;
        await parts.take(value);
      }
    } catch (error) {
      await entries.cancel(error).catch(() => {});
      throw error;
    }
    return parts.finish();
  } catch (error) {
    if (error instanceof TaskError) throw error;
    if (error instanceof RecordError && parts.form) throw unfitArchive(file.name, parts.form.archive, error.message);
    if (!parts.form && error instanceof Error && error.message.startsWith("Invalid tar"))
      throw notAnArchive(file.name, "Unpacked it is no tar archive.");
    throw cutArchive(file.name, file.size, taken, error);
  }
}

/** The files of an archive, taken as they come. */
class ArchiveParts {
  form: ArchiveForm | null = null;
  private images: ArchiveImages | null = null;
  private readonly seen = new Set<string>();
  private readonly others: string[] = [];
  private names: readonly string[] = [];

  constructor(
    private readonly file: string,
    private readonly openSink: OpenSink,
  ) {}

  async take({ header, body }: ParsedTarEntry): Promise<void> {
    const other = otherProgram(this.file, header.name);
    if (other) throw other;
    const base = header.name.split("/").at(-1) ?? "";
    const form = ARCHIVE_FORMS.find(({ train, test, names }) => [...train, ...test, names].includes(base));
    if (!form || header.type !== "file") {
      this.others.push(header.name);
      if (header.size > LONGEST_OTHER) throw notAnArchive(this.file, this.othersFound());
      await drain(body);
      return;
    }
    if (this.form && this.form !== form)
      throw notAnArchive(this.file, `It holds ${base}, of ${ARCHIVES[form.archive].name}, beside another set.`);
    if (this.seen.has(base)) throw unfitArchive(this.file, form.archive, `It holds ${base} twice.`);
    this.seen.add(base);
    this.form = form;
    if (base === form.names) this.names = await this.readNames(form, header.size, body);
    else await this.readRecords(form, base, header.size, body);
  }

  finish(): ArchiveSummary {
    const { form, images, file } = this;
    if (!form) throw notAnArchive(file, this.othersFound());
    const missing = [...form.train, ...form.test, form.names].filter((name) => !this.seen.has(name));
    if (missing.length > 0 || !images)
      throw unfitArchive(file, form.archive, `It does not hold ${missing.join(", ")}.`);
    return { archive: form.archive, file, classes: this.names, ...images.finish() };
  }

  private async readNames(form: ArchiveForm, size: number, body: ReadableStream<Uint8Array>): Promise<string[]> {
    if (size > LONGEST_NAMES) throw unfitArchive(this.file, form.archive, `${form.names} is too long.`);
    const text = await new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>).text();
    const names = text.split(/\r?\n/).flatMap((line) => line.trim() || []);
    const { length } = new Set(names).size === names.length ? names : [];
    if (length === form.classes) return names;
    const wanted = `${form.names} must name ${form.classes} classes, each once`;
    throw unfitArchive(this.file, form.archive, `${wanted}; it has ${names.length} names.`);
  }

  private async readRecords(
    form: ArchiveForm,
    base: string,
    size: number,
    body: ReadableStream<Uint8Array>,
  ): Promise<void> {
    this.images ??= new ArchiveImages(form, await this.openSink(form));
    const { images } = this;
    const split: ArchiveSplit = form.train.includes(base) ? "train" : "test";
    const { recordBytes } = images;
    const most = (form.perClass[split] * form.classes) / form[split].length;
    if (size % recordBytes !== 0 || size > most * recordBytes)
      throw unfitArchive(
        this.file,
        form.archive,
        `${base} has ${size.toLocaleString("en-US")} bytes; wanted are ${recordBytes.toLocaleString("en-US")} for each image, of at most ${most.toLocaleString("en-US")}.`,
      );
    const record = new Uint8Array(recordBytes);
    let filled = 0;
    let index = 0;
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (let at = 0; at < value.length; ) {
        const part = value.subarray(at, at + recordBytes - filled);
        record.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < recordBytes) break;
        images.take(split, record, base, index++);
        filled = 0;
      }
    }
    if (index * recordBytes !== size) throw new Error(`${base} ends after ${index} images.`);
  }

  private othersFound(): string {
    const { others } = this;
    const shown = others.slice(0, 3).join(", ");
    return others.length === 0 ? "It holds no files." : `It holds ${shown}${others.length > 3 ? " and more" : ""}.`;
  }
}

/** Reads a body to its end: the decoder mixes up bodies where one that is read already is cancelled. */
async function drain(body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader();
  while (!(await reader.read()).done);
}

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
