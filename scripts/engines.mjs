// @ts-check
import { pathToFileURL } from "node:url";
import { Failure, runMain } from "./fail.mjs";
import { installWithApt, isProgram, onPath, starts } from "./programs.mjs";

/**
 * A program that a browser engine needs for its tests: the names it may have, what else says where it is, and its package in Debian.
 * @typedef {{ names: readonly string[], variable: string, package: string }} Part
 */

/** @type {Record<"firefox" | "webKitDriver" | "xvfb", Part>} */
const PARTS = {
  firefox: { names: ["firefox-esr", "firefox"], variable: "FIREFOX_PATH", package: "firefox-esr" },
  webKitDriver: { names: ["WebKitWebDriver"], variable: "WEBKIT_DRIVER_PATH", package: "webkit2gtk-driver" },
  // WebKit's browser has no mode without a screen: this is one in memory.
  xvfb: { names: ["Xvfb"], variable: "XVFB_PATH", package: "xvfb" },
};

/** The engines beside Chromium that the page is tested in, and the parts that each needs. */
const ENGINES = /** @type {const} */ ({ firefox: ["firefox"], webkit: ["webKitDriver", "xvfb"] });

/** @typedef {keyof typeof ENGINES} EngineName */
/** @typedef {keyof typeof PARTS} PartName */

/** @type {readonly EngineName[]} */
export const ENGINE_NAMES = ["firefox", "webkit"];

/**
 * Where a part lies: what its variable says, else the first on the PATH that starts. Throws a `Failure` where the variable names
 * no program.
 * @param {PartName} name
 * @returns {string | undefined}
 */
export function findPart(name) {
  const { names, variable } = PARTS[name];
  const chosen = process.env[variable];
  if (chosen && !isProgram(chosen)) {
    throw new Failure(
      `${variable} is "${chosen}", where there is no program. Correct it, or unset it to let one be found.`,
    );
  }
  if (chosen) return chosen;
  const found = names.map(onPath);
  return found.find((path) => path !== undefined && (name === "firefox" ? starts(path) : isProgram(path)));
}

/**
 * The parts that an engine lacks on this machine.
 * @param {EngineName} engine
 * @returns {PartName[]}
 */
function missingParts(engine) {
  return ENGINES[engine].filter((part) => !findPart(part));
}

/**
 * Where an engine lacks something: what, and the remedy. Undefined where it is installed.
 * @param {EngineName} engine
 * @returns {string | undefined}
 */
export function whatIsMissing(engine) {
  const missing = missingParts(engine);
  if (missing.length === 0) return undefined;
  const names = missing.map((part) => PARTS[part].names[0]).join(" and ");
  const packages = missing.map((part) => PARTS[part].package).join(" ");
  const variables = missing.map((part) => PARTS[part].variable).join(" and ");
  return `${names} not found. Install it (Debian: sudo apt-get install ${packages}), or set ${variables}.`;
}

/**
 * Installs with apt what the engines lack, where that is possible, and says of each engine that still lacks something what it is.
 * @param {readonly EngineName[]} [engines]
 * @returns {string[]} a sentence for each engine that cannot be tested here
 */
export function ensureEngines(engines = ENGINE_NAMES) {
  const missing = engines.flatMap(missingParts);
  if (missing.length > 0) {
    console.log(`Not found, so installing: ${missing.map((part) => PARTS[part].names[0]).join(", ")} ...`);
    installWithApt(missing.map((part) => PARTS[part].package));
  }
  return engines.flatMap((engine) => {
    const what = whatIsMissing(engine);
    return what ? [`${engine}: ${what}`] : [];
  });
}

// node scripts/engines.mjs installs the engines, as CI does.
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => {
    const missing = ensureEngines();
    if (missing.length > 0) throw new Failure(missing.join("\n"));
    for (const name of /** @type {PartName[]} */ (Object.keys(PARTS))) console.log(`${name}: ${findPart(name)}`);
  });
}
