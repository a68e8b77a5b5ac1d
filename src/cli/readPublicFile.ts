import { readFile } from "node:fs/promises";
import path from "node:path";
import { DATA_FOLDER } from "./appFolder";

/** Bytes of a file of public/data, by its path there. */
export async function readPublicFile(file: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path.join(DATA_FOLDER, file)));
}
