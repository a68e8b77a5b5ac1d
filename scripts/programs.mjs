// @ts-check
import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT } from "./run.mjs";

/**
 * Whether a file may be run.
 * @param {string} path
 */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Whether the file is a browser that starts. Ubuntu's `chromium-browser` and `firefox` may be stubs that only ask for a snap.
 * Windows' Chrome would open a window instead of answering.
 * @param {string} path
 */
export function starts(path) {
  if (!isProgram(path)) return false;
  return process.platform === "win32" || spawnSync(path, ["--version"], { timeout: 30_000 }).status === 0;
}

/**
 * The path of a program in a folder of PATH.
 * @param {string} name
 */
export function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/**
 * Runs a program with its output on this terminal, and says whether it succeeded.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function succeeds(command, args) {
  console.log(`$ ${[command, ...args].join(" ")}`);
  return spawnSync(command, args, { cwd: ROOT, stdio: "inherit" }).status === 0;
}

/**
 * Installs packages of Debian or Ubuntu, where there is apt-get and the right to use it.
 * @param {readonly string[]} packages
 */
export function installWithApt(packages) {
  const apt = onPath("apt-get");
  if (process.platform !== "linux" || !apt) return;
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? undefined : onPath("sudo");
  if (!isRoot && !(sudo && spawnSync(sudo, ["-n", "true"]).status === 0)) return;
  /** @param {string[]} args */
  const runApt = (...args) => {
    const words = ["env", "DEBIAN_FRONTEND=noninteractive", apt, ...args];
    const [command = "", ...rest] = sudo ? [sudo, "-n", ...words] : words;
    return succeeds(command, rest);
  };
  const install = () => runApt("install", "-y", ...packages);
  // On a fresh machine the list of packages is empty or old.
  if (!install() && runApt("update")) install();
}
