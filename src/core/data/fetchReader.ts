import { TaskError } from "../taskError";

/**
 * What reads a file, a script of its own, as most runs have no such file. Throws `TaskError` naming the file when it does not come.
 */
export async function fetchReader<Reader>(file: string, load: () => Promise<Reader>): Promise<Reader> {
  try {
    return await load();
  } catch (cause) {
    const detail = "The part of APO Lab that reads such files did not come.";
    throw new TaskError(`${file} cannot be read`, detail, "Check the connection, then try again.", { cause });
  }
}
