import { CSV_LIMITS } from "../../../config/experiment/csv";
import { TaskError } from "../../taskError";

/** A file that is refused by its size alone. */
export function tooLarge(file: string, size: number): TaskError {
  const detail = `It has ${Math.ceil(size / 2 ** 20)} MiB; at most ${CSV_LIMITS.bytes / 2 ** 20} MiB are read.`;
  return new TaskError(`${file} is too large`, detail, "Keep fewer rows or columns.");
}
