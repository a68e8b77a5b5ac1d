// @ts-check
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { ROOT } from "../run.mjs";

/** Documents of the package: where they lie in the repository, and in the package. @type {Readonly<Record<string, string>>} */
export const PACKED_DOCS = { "docs/testing.md": "README.md", "docs/embedding.md": "docs/embedding.md" };

/** @param {string} file of the repository @returns {string | undefined} where the package has it */
const packedPath = (file) =>
  PACKED_DOCS[file] ?? (file.startsWith("public/") ? file.replace("public", "dist") : undefined);

/**
 * A document as the package has it: a link leads to a file of the package, or is a name of one of the repository.
 * @param {string} source one of `PACKED_DOCS`
 */
export function packedText(source) {
  const folder = posix.dirname(PACKED_DOCS[source] ?? source);
  return readFileSync(join(ROOT, source), "utf8").replace(/\[([^\]]*)\]\(([^)\s]+)\)/g, (whole, words, target) => {
    if (/^(https?:|#)/.test(target)) return whole;
    const [path = "", anchor] = target.split("#");
    const file = posix.join(posix.dirname(source), path);
    const packed = packedPath(file);
    if (packed === undefined) return `${words} (${file} in the repository)`;
    return `[${words}](${posix.relative(folder, packed)}${anchor === undefined ? "" : `#${anchor}`})`;
  });
}
