import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** The bytes of a file, unpacked where they are gzip. Throws the error of Node where it cannot be read or unpacked. */
export function unpackedFile(file: string): Uint8Array {
  const bytes = readFileSync(file);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
