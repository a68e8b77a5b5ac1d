import type { ArchiveSink, ArchiveSplit } from "./archiveSink";

/** Bytes of a page: 500 images, 1.5 MB. */
const PAGE_BYTES = 500 * 3072;
/** Pages that wait to be filled, of both splits together. */
const MOST_PAGES = 24;

interface Page {
  split: ArchiveSplit;
  start: number;
  bytes: Uint8Array;
  /** Where something was written, and how much. */
  parts: { at: number; length: number }[];
  filled: number;
}

/**
 * Collects what is written into pages for another sink, for which each write is slow. An archive has its classes in no order, so
 * that images next to each other come within some hundred others; one that has them in order costs more writes, and no more memory.
 */
export class PagedSink implements ArchiveSink {
  private readonly pages = new Map<string, Page>();

  constructor(private readonly sink: ArchiveSink) {}

  /** The bytes must not lie across two pages: images do not. */
  write(split: ArchiveSplit, bytes: Uint8Array, at: number): void {
    const start = at - (at % PAGE_BYTES);
    const key = `${split} ${start}`;
    const page = this.pages.get(key) ?? { split, start, bytes: new Uint8Array(PAGE_BYTES), parts: [], filled: 0 };
    this.pages.set(key, page);
    page.bytes.set(bytes, at - start);
    page.parts.push({ at: at - start, length: bytes.length });
    page.filled += bytes.length;
    if (page.filled === PAGE_BYTES) this.pass(key, page);
    else if (this.pages.size > MOST_PAGES) {
      const [oldest] = this.pages;
      if (oldest) this.pass(...oldest);
    }
  }

  /** Passes on what waits. */
  flush(): void {
    for (const [key, page] of [...this.pages]) this.pass(key, page);
  }

  private pass(key: string, { split, start, bytes, parts }: Page): void {
    this.pages.delete(key);
    const ordered = parts.toSorted((a, b) => a.at - b.at);
    for (let first = 0; first < ordered.length; ) {
      const from = ordered[first]?.at ?? 0;
      let end = from;
      while (ordered[first]?.at === end) {
        end += ordered[first]?.length ?? 0;
        first++;
      }
      this.sink.write(split, bytes.subarray(from, end), start + from);
    }
  }
}
