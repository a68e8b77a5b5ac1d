import { accessSync, closeSync, constants, openSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ConfigError } from "../config/experiment/notes";

/**
 * Makes sure, before hours of training, that a file can be written: its folder is there, it is no folder itself, and both may
 * be written to. What it holds stays as it is. Throws `ConfigError`.
 */
export function checkOut(file: string | undefined): void {
  if (file === undefined) return;
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    const folder = path.dirname(file);
    if (found?.isDirectory())
      throw cannotWrite(file, "It is a folder.", `Name a file in it: --out ${path.join(file, "trace.json")}`);
    if (!found && !statSync(folder, { throwIfNoEntry: false }))
      throw cannotWrite(file, `There is no folder ${folder}.`, "Create it, or write to another one.");
    if (found?.isFile()) closeSync(openSync(file, "r+"));
    else if (found)
      accessSync(file, constants.W_OK); // opening a pipe would end it for its reader
    else {
      closeSync(openSync(file, "wx"));
      unlinkSync(file);
    }
  } catch (error) {
    throw error instanceof ConfigError ? error : cannotWrite(file, reasonOf(error), OTHER_FILE);
  }
}

/** Writes the file that `checkOut` has passed. Throws `ConfigError` where the disk is full by now, say. */
export function writeOut(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw cannotWrite(file, reasonOf(error), OTHER_FILE);
  }
}

const OTHER_FILE = "Write to a file of your own, on a disk with room.";

const reasonOf = (error: unknown) => `Reason: ${error instanceof Error ? error.message : String(error)}.`;

function cannotWrite(file: string, detail: string, remedy: string): ConfigError {
  return new ConfigError([{ title: `The file ${file || '""'} cannot be written`, detail, remedy }]);
}
