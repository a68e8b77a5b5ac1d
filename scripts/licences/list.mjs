// @ts-check

/** Beside the page: the licences of all packages in its scripts. */
export const LICENCES_FILE = "THIRD-PARTY-LICENSES.txt";

/** @typedef {{ name: string, version: string, licence: string, text: string }} Package */

const RULE = `\n${"-".repeat(80)}\n`;

/**
 * The text that ships: a list of packages with their licences, then each licence once, with those that it is of.
 * @param {readonly Package[]} packages
 */
export function writeList(packages) {
  const sorted = packages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  for (const { name, version, text } of sorted) {
    const known = text.trim().replaceAll("\r\n", "\n");
    texts.set(known, [...(texts.get(known) ?? []), `${name} ${version}`]);
  }
  return [
    "APO Lab's scripts contain code of these packages. What else it ships stands in NOTICE.\n",
    ...sorted.map(({ name, version, licence }) => `  ${name} ${version}: ${licence}`),
    ...[...texts].map(([text, names]) => `${RULE}\n${names.join("\n")}\n\n${text}`),
    "",
  ].join("\n");
}

/**
 * The licences of the packages of such a text, by name; of a package in two versions those of both.
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function readList(text) {
  /** @type {Record<string, string>} */
  const licences = {};
  for (const [, name = "", licence = ""] of (text.split(RULE)[0] ?? "").matchAll(/^ {2}(\S+) \S+: (.+)$/gm)) {
    const before = licences[name];
    licences[name] = before && before !== licence ? `${before}, ${licence}` : licence;
  }
  return licences;
}
