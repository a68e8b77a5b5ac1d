// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Failure, runMain } from "./fail.mjs";
import { ROOT, run } from "./run.mjs";

/** The oldest Node that Vite and Vitest run on; the same as `engines` in package.json. */
const OLDEST_NODE = [20, 19];

/**
 * Throws a `Failure` when this Node is too old, naming both versions.
 * @param {string} [version]
 */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Failure(
    `Node ${version} is too old: install Node ${OLDEST_NODE.join(".")} or newer from https://nodejs.org.`,
  );
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether the folder's `node_modules` is what its lockfile asks for. npm records what it installed in
 * `node_modules/.package-lock.json`; packages for other platforms are optional and may be missing.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const wanted = readPackages(join(folder, "package-lock.json"));
  const installed = readPackages(join(folder, "node_modules", ".package-lock.json"));
  if (!wanted || !installed) return false;
  const stray = Object.keys(installed).some((name) => !wanted[name]);
  return (
    !stray &&
    Object.entries(wanted).every(([name, { version, integrity, optional }]) => {
      const found = installed[name];
      if (name === "" || (!found && optional)) return true;
      return found?.version === version && found?.integrity === integrity;
    })
  );
}

/** Installs the dependencies with `npm ci`, only when what is installed is not what the lockfile asks for. */
export async function installDependencies() {
  requireNode();
  if (isInstalled(ROOT)) return;
  console.log("Installing the dependencies (npm ci) ...");
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  // Started by npm, use the same npm. Else the one on the PATH, which on Windows is a script and needs a shell.
  const status = npm?.endsWith(".js")
    ? await run(process.execPath, [npm, ...args])
    : process.platform === "win32"
      ? await run("cmd.exe", ["/c", "npm", ...args])
      : await run("npm", args);
  if (status !== 0) {
    throw new Failure("`npm ci` failed (see above). Check the connection to the npm registry, then run this again.");
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await runMain(installDependencies);
