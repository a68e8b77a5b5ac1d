import { ConfigError } from "../../config/experiment/notes";

/** Bytes that an unpacked file may have. */
const MOST_BYTES = 256 * 2 ** 20;

/** The bytes of a file, unpacked where they are gzip. Throws `ConfigError` where they cannot be, or are too many. */
export async function unpacked(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    for (const reader = stream.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > MOST_BYTES) break;
      parts.push(value);
    }
  } catch {
    throw refused(`${file} cannot be unpacked`, "It begins as a gzip file, and is cut short or damaged.");
  }
  if (length > MOST_BYTES)
    throw refused(
      `${file} is too large`,
      `Unpacked it has more than ${MOST_BYTES / 2 ** 20} MiB, the most that is read.`,
    );
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const refused = (title: string, detail: string) =>
  new ConfigError([{ title, detail, remedy: "Save the run again, or choose another file." }]);
