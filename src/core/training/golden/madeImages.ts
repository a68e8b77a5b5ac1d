import type { ArchiveId } from "../../../config/tables/archive/archives";

const PIXELS = 3072;
export const ARCHIVE_CLASSES: Record<ArchiveId, number> = { cifar10: 10, cifar100: 100 };

/** Byte of a made image: a colour of its class, brighter to one side, and a pattern of the image itself. `channel`: red, green, blue. */
export function madePixel(split: "train" | "test", label: number, nth: number, channel: number, at: number): number {
  const colour = (37 * (label + 1) * (channel + 2)) % 160;
  const pattern = (13 * nth + 7 * channel + 31 * (at % 32) + 17 * (at >> 5) + (split === "test" ? 5 : 0)) % 48;
  return colour + pattern + (at % 32);
}

/** Records of a split, image after image with the classes in an order of their own: labels, then pixels by colour. */
export function madeRecords(archive: ArchiveId, split: "train" | "test", perClass: number): Uint8Array[] {
  const classes = ARCHIVE_CLASSES[archive];
  return Array.from({ length: classes * perClass }, (_, i) => {
    const label = (i * 7) % classes; // 7 has no factor in common with 10 and 100
    const nth = Math.floor(i / classes);
    const labels = archive === "cifar100" ? [label % 20, label] : [label];
    const record = new Uint8Array(labels.length + PIXELS);
    record.set(labels);
    for (let channel = 0; channel < 3; channel++)
      for (let at = 0; at < 1024; at++)
        record[labels.length + channel * 1024 + at] = madePixel(split, label, nth, channel, at);
    return record;
  });
}

/** Records end to end. */
export function endToEnd(records: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(records.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const record of records) {
    bytes.set(record, at);
    at += record.length;
  }
  return bytes;
}
