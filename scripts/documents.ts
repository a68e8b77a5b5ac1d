import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The project's folder. */
export const root = resolve(import.meta.dirname, "..");

/** A file of the project as text. */
export const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The documents written for people. */
const DOCUMENTS = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md"].concat(
  readdirSync(join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
);

/** The text between a heading and the next of its level or above. Throws where there is no such heading. */
export function section(document: string, heading: string): string {
  const level = heading.split(" ")[0] ?? "";
  const [, after] = `\n${read(document)}`.split(`\n${heading}\n`);
  if (after === undefined) throw new Error(`${document} has no heading "${heading}".`);
  return after.split(new RegExp(`\n#{1,${level.length}} `))[0] ?? "";
}

/** Cells of a table's body, row by row; of a text with several tables those of all but the first row. */
export const rowsOf = (text: string): string[][] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.slice(2, -2).split(" | "))
    .filter(([first]) => first !== undefined && !/^-+$/.test(first))
    .slice(1);

/** What stands between backticks. */
export const codeIn = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code as string);

/** What a pattern's group finds in the documents, each once, as rows for `it.each`. */
export function findAll(pattern: RegExp): [document: string, found: string][] {
  return DOCUMENTS.flatMap((document) => {
    const found = new Set([...read(document).matchAll(pattern)].map(([, match]) => match as string));
    return [...found].map((match): [string, string] => [document, match]);
  });
}
