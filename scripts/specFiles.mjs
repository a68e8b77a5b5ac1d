// @ts-check
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * The browser tests of the built page, by their path in a folder, whatever folder of it they lie in; those of other engines have a
 * configuration of their own. The largest first: what takes long has more lines, more often than not.
 * @param {string} folder
 */
export function specFiles(folder) {
  const size = (/** @type {string} */ name) => statSync(join(folder, name)).size;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".spec.ts") && !name.startsWith("engines/"));
  return files.sort((one, other) => size(other) - size(one));
}
