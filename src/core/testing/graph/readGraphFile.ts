import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { GraphFile } from "./graphTask";

/** A file of `fixtures/graph` by its name; what it holds beside the network is the reader's to know. */
export const readGraphFile = <File extends GraphFile>(name: string): File =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../training/fixtures/graph", `${name}.json`), "utf8"));
