// @ts-check

/** A row of a table. @param {readonly string[]} cells */
export const row = (cells) => `| ${cells.join(" | ")} |`;

/** The head of a table. @param {readonly string[]} titles */
export const head = (titles) => [row(titles), row(titles.map(() => "---"))];

/**
 * What stands behind the first cell of each row of a section's table.
 * @param {string} document
 * @param {string} title of the section
 * @returns {Map<string, string[]>}
 */
export function cellsIn(document, title) {
  const [, section = ""] = document.split(`# ${title}\n`);
  const [own = ""] = section.split("\n## ");
  const lines = own.split("\n").filter((line) => line.startsWith("| "));
  const rows = lines.slice(2).map((line) => line.slice(2, -2).split(" | "));
  return new Map(rows.map(([first = "", ...rest]) => [first, rest]));
}
