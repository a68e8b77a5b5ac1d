import { ConfigError } from "../config/experiment/notes";
import { TaskError } from "../core/taskError";

/** What a command ends with, beside 0. */
export const EXIT = {
  /** Options or settings that cannot be used, and faults of the command's own. */
  usage: 1,
  /** A file that cannot be read or does not fit. */
  data: 2,
  /** A run diverged, and `--fail-on diverged` was given. */
  diverged: 3,
  /** What was compared differs by more than the tolerance. */
  mismatch: 4,
} as const;

/** A file that cannot be used; lists every problem found. */
export class DataError extends ConfigError {}

/** Reads a file by a function that throws `ConfigError` for one that does not fit: that is a fault of the data. */
export function ofData<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof ConfigError ? new DataError(error.notes) : error;
  }
}

/** The status that an error ends a command with. */
export const exitCodeOf = (error: unknown): number =>
  error instanceof DataError || error instanceof TaskError ? EXIT.data : EXIT.usage;
