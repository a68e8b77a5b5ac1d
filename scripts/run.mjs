// @ts-check
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The project's folder: the one above `scripts`. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a program in the project's folder, its output on this terminal, and returns its exit status (1 if it cannot start
 * or is killed).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this process's environment
 * @param {string} [label] put before each line of the output, to tell programs apart that run side by side
 * @returns {Promise<number>}
 */
export function run(command, args, env = {}, label) {
  return new Promise((resolve) => {
    /** @type {import("node:child_process").StdioOptions} */
    const stdio = label === undefined ? "inherit" : ["inherit", "pipe", "pipe"];
    const child = spawn(command, args, { cwd: ROOT, stdio, env: { ...process.env, ...env } });
    if (child.stdout) createInterface(child.stdout).on("line", (line) => console.log(`${label} | ${line}`));
    if (child.stderr) createInterface(child.stderr).on("line", (line) => console.error(`${label} | ${line}`));
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on("close", (status) => resolve(status ?? 1));
  });
}

/**
 * Runs the command line of an installed package with this Node, so that no shell and no PATH is needed.
 * @param {string} script the package's entry, below `node_modules`
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [label]
 */
export function runTool(script, args, env, label) {
  return run(process.execPath, [`${ROOT}node_modules/${script}`, ...args], env, label);
}
