import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const PUBLIC_DATA = fileURLToPath(new URL("../../public/data/", import.meta.url));

/** Bytes of a file of public/data, by its path there. */
export async function readPublicFile(file: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path.join(PUBLIC_DATA, file)));
}
