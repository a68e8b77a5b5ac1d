// @ts-check
import { builtinModules } from "node:module";
import { ENTRIES, LAYERS, ROOMS, TEST_PACKAGES } from "./table.mjs";

/** @typedef {import("dependency-cruiser").IForbiddenRuleType} Rule */

/** A test or a helper of tests, below `src` or below a layer. */
const TEST = "testing/|.*/testing/|.*[.]test[.]tsx?$";

/** @param {string} text */
const escaped = (text) => text.replace(/[.+?^$()[\]{}|\\]/g, "\\$&").replaceAll("*", "[^/]*");

/** The files that an entry of the table names, without the anchor. @param {string} name */
function files(name) {
  if (name === ".") return "[^/]+$";
  return /\.\w+$/.test(name) ? `${escaped(name)}$` : `${escaped(name)}/`;
}

/** @param {string} name */
const packagePattern = (name) => {
  if (name === "node:*") return `^(?:node:)?(?:${builtinModules.map(escaped).join("|")})$`;
  return name.endsWith("/**") ? `^${escaped(name.slice(0, -3))}(?:/|$)` : `^${escaped(name)}$`;
};

/** @param {string} name @param {boolean} withTests */
function importPattern(name, withTests) {
  if (name.startsWith("../")) return `^${files(name.slice(3))}`;
  return `^src/${withTests ? "" : `(?!${TEST})`}${files(name)}`;
}

/** The rows that hold for a folder: its own, and those of the folders around it. @param {string} folder */
const rowsOf = (folder) =>
  Object.keys(LAYERS)
    .filter((name) => name === folder || folder.startsWith(`${name}/`))
    .map((name) => ({ name, ...LAYERS[name] }));

/** @param {string} folder @param {boolean} isTest @returns {Rule} */
function layerRule(folder, isTest) {
  const rows = rowsOf(folder);
  const top = /** @type {string} */ (folder.split("/")[0]);
  const imports = [top, ...rows.flatMap((row) => row.imports ?? [])];
  const packages = [
    ...rows.flatMap((row) => [...(row.packages ?? []), ...(isTest ? (row.testPackages ?? []) : [])]),
    ...(isTest ? TEST_PACKAGES : []),
  ];
  const inside = Object.keys(LAYERS).filter((name) => name.startsWith(`${folder}/`));
  return {
    name: isTest ? `layer ${folder}, tests` : `layer ${folder}`,
    severity: "error",
    comment: `src/${folder} may import only: ${[...imports, ...packages].join(", ")}${isTest ? "" : "; no test and no helper of tests"}.`,
    from: {
      path: isTest ? `^src/(?=${TEST})${files(folder)}` : `^src/(?!${TEST})${files(folder)}`,
      pathNot: inside.map((name) => `^src/${files(name)}`),
    },
    to: { pathNot: [...imports.map((name) => importPattern(name, isTest)), ...packages.map(packagePattern)] },
  };
}

/** @param {string} layer @param {readonly string[]} rooms @returns {Rule[]} */
function roomRules(layer, rooms) {
  /** @param {string} room */
  const pattern = (room) => {
    const inside = rooms.filter((other) => other !== room && (room === "." || other.startsWith(`${room}/`)));
    const others = inside.length > 0 ? `(?!${inside.map(files).join("|")})` : "";
    return `^src/${layer}/(?!${TEST})${others}${files(room)}`;
  };
  const patterns = rooms.map(pattern);
  const upward = rooms.map((room, i) => ({
    name: `room ${layer}/${room}`,
    severity: /** @type {const} */ ("error"),
    comment: `Of src/${layer}, ${room} may import only: ${rooms.slice(0, i + 1).join(", ")}.`,
    from: { path: /** @type {string} */ (patterns[i]) },
    to: { path: `^src/${layer}/`, pathNot: patterns.slice(0, i + 1) },
  }));
  const beside = rooms
    .filter((room) => room.endsWith("/*"))
    .map((room) => ({
      name: `room ${layer}/${room}, one beside another`,
      severity: /** @type {const} */ ("error"),
      comment: `The folders in src/${layer}/${room.slice(0, -2)} may not import one another.`,
      from: { path: `^src/${layer}/(?!${TEST})${room.slice(0, -1)}([^/]+)/` },
      to: { path: pattern(room), pathNot: `^src/${layer}/${room.slice(0, -1)}$1/` },
    }));
  const roomless = {
    name: `room of ${layer}`,
    severity: /** @type {const} */ ("error"),
    comment: `Every file of src/${layer} belongs to one of its rooms: ${rooms.join(", ")}.`,
    from: { path: `^src/${layer}/(?!${TEST})`, pathNot: patterns },
    to: {},
  };
  return [...upward, ...beside, roomless];
}

/** @param {string} entry */
const entryPattern = (entry) => `^src/${entry.startsWith("**/") ? `.*${escaped(entry.slice(3))}` : escaped(entry)}$`;
const ENTRY_PATTERNS = ENTRIES.map(entryPattern);
const HELPER_PATTERNS = [`^src/(?:${TEST})`];

/** The rules of dependency-cruiser that the table means. @type {Rule[]} */
export const RULES = [
  ...Object.keys(LAYERS).flatMap((folder) => [layerRule(folder, false), layerRule(folder, true)]),
  ...Object.entries(ROOMS).flatMap(([layer, rooms]) => roomRules(layer, rooms)),
  {
    name: "folder without a layer",
    severity: "error",
    comment: "Every folder of src has a row in scripts/layers/table.mjs.",
    from: { path: "^src/", pathNot: Object.keys(LAYERS).map((name) => `^src/${files(name)}`) },
    to: {},
  },
  {
    name: "circle",
    severity: "error",
    comment: "Modules that import each other in a circle, types included: move what both need below both.",
    from: {},
    to: { circular: true },
  },
];

/** Files (`to`) that others (`from`) have to reach by imports, one or several after another. @type {(Rule & import("./reach.mjs").ReachRule)[]} */
export const REACH_RULES = [
  {
    name: "orphan",
    severity: "error",
    comment: "No program reaches this file (ENTRIES in scripts/layers/table.mjs): import it or delete it.",
    from: {
      path: [...ENTRY_PATTERNS, "^(?:scripts|e2e)/", "^[^/]+\\.config\\.ts$"],
      pathNot: "^src/.*\\.test\\.tsx?$",
    },
    to: { path: "^src/", pathNot: [...HELPER_PATTERNS, ...ENTRY_PATTERNS] },
  },
  {
    name: "orphan of tests",
    severity: "error",
    comment: "No test reaches this helper of tests: use it or delete it.",
    from: { path: ["\\.test\\.tsx?$", "^(?:scripts|e2e)/"] },
    to: { path: HELPER_PATTERNS, pathNot: "\\.test\\.tsx?$" },
  },
];
