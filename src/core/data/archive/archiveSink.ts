/** The two parts that images are split into. */
export type ArchiveSplit = "train" | "test";

/** Takes the images of an archive while it is read: each at its place, in the order of the archive. */
export interface ArchiveSink {
  /** Copies the bytes: what holds them is used again. */
  write(split: ArchiveSplit, bytes: Uint8Array, at: number): void;
}

/**
 * Keeps the first images of each split in memory, up to so many bytes. Room for them is asked for at once: pages of it that nothing is
 * written to take none.
 */
export class MemorySink implements ArchiveSink {
  private readonly parts: Record<ArchiveSplit, { bytes: Uint8Array<ArrayBuffer>; length: number }>;

  constructor(most: Record<ArchiveSplit, number>) {
    const part = (split: ArchiveSplit) => ({ bytes: new Uint8Array(most[split]), length: 0 });
    this.parts = { train: part("train"), test: part("test") };
  }

  write(split: ArchiveSplit, bytes: Uint8Array, at: number): void {
    const part = this.parts[split];
    if (at + bytes.length > part.bytes.length) return; // not among the first
    part.bytes.set(bytes, at);
    part.length = Math.max(part.length, at + bytes.length);
  }

  /** The images of a split, end to end; not a copy. */
  bytesOf(split: ArchiveSplit): Uint8Array<ArrayBuffer> {
    const { bytes, length } = this.parts[split];
    return bytes.subarray(0, length);
  }
}
