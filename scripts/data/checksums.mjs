// @ts-check
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../run.mjs";

/** The data that the page loads, served as it lies here. */
export const DATA = join(ROOT, "public", "data");

/** @param {Uint8Array} bytes */
export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Every data file below `public/data`, as paths with `/`, in order; the list itself and the READMEs are no data. */
export function listDataFiles() {
  return readdirSync(DATA, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(DATA.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => path !== "SHA256SUMS" && !path.endsWith("README.md"))
    .sort();
}

/**
 * Reads the committed list, in the format of `sha256sum`.
 * @returns {Map<string, string>} path to checksum
 */
export function readChecksums() {
  const lines = readFileSync(join(DATA, "SHA256SUMS"), "utf8").trim().split("\n");
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** Writes the list anew from the files. */
export function writeChecksums() {
  const lines = listDataFiles().map((path) => `${sha256(readFileSync(join(DATA, path)))}  ${path}\n`);
  writeFileSync(join(DATA, "SHA256SUMS"), lines.join(""));
}
