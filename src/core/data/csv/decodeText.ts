import { ANY_DELIMITER, CSV_LIMITS } from "../../../config/experiment/csv";
import { unicodeOf } from "../../../config/experiment/unicode";
import { TaskError } from "../../taskError";
import { tooLarge } from "./tooLarge";

/** Files that are often taken for CSV: their first bytes, what they are, what to do. */
const SIGNATURES: readonly [bytes: readonly number[], what: string, remedy: string][] = [
  [[0x50, 0x4b, 3, 4], "a zip archive or a spreadsheet (xlsx, ods)", "Save the sheet as CSV, or unpack the archive."],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old spreadsheet (xls)", "Save the sheet as CSV."],
  [[0x1f, 0x8b], "compressed with gzip", "Unpack it first."],
  [[0x25, 0x50, 0x44, 0x46], "a PDF", "Export the table as CSV."],
  [[0x50, 0x41, 0x52, 0x31], "a Parquet file", "Export the table as CSV."],
];

/**
 * The text of a file: UTF-8 or UTF-16, with or without their mark, or else Windows-1252, whose digits are the same. Throws `TaskError` for
 * an empty, too large or binary file.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes.length > CSV_LIMITS.bytes) throw tooLarge(file, bytes.length);
  for (const [start, what, remedy] of SIGNATURES) {
    if (start.every((byte, i) => bytes[i] === byte))
      throw new TaskError(`${file} is not a text file`, `It is ${what}.`, remedy);
  }
  const encoding = unicodeOf(bytes);
  if (encoding !== "utf-8") return checkFull(new TextDecoder(encoding).decode(bytes), file);
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const line = 1 + bytes.subarray(0, zero).reduce((lines, byte) => lines + Number(byte === 10), 0);
    const detail = `Line ${line} holds a zero byte (at byte ${zero + 1} of the file), which no text has.`;
    throw new TaskError(`${file} is not a text file`, detail, `Choose a file of text with ${ANY_DELIMITER}.`);
  }
  return checkFull(decodeWestern(bytes), file);
}

function decodeWestern(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function checkFull(text: string, file: string): string {
  if (text.trim() !== "") return text;
  throw new TaskError(
    `${file} is empty`,
    "Wanted: a line of column names, and below it at least 20 rows of numbers.",
    "Choose a file with data in it.",
  );
}
