import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

const START_MS = 60_000;
const END_MS = 5_000;

/** A program that runs beside the test, in a home of its own, which goes away with it. */
export interface Program {
  home: string;
  /** Waits for a line of what it says on a file descriptor (1, 2 or 3), and returns the pattern's first group. */
  line(descriptor: 1 | 2 | 3, pattern: RegExp): Promise<string>;
  end(): Promise<void>;
}

/** Starts a program. `args` are made from its home, a new folder. */
export function startProgram(
  path: string,
  args: (home: string) => readonly string[],
  env: NodeJS.ProcessEnv = {},
): Program {
  const home = mkdtempSync(join(tmpdir(), "apo-engine-"));
  const child = spawn(path, args(home), {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    env: { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, ...env },
  });
  const said: string[] = [];
  for (const stream of child.stdio) (stream as Readable | null)?.on("data", (text) => said.push(String(text)));
  return {
    home,
    line: (descriptor, pattern) =>
      new Promise((resolve, reject) => {
        const fail = (why: string) => reject(new Error(`${path} ${why}. It said:\n${said.join("").slice(-2000)}`));
        const timer = setTimeout(() => fail(`did not say ${pattern} in ${START_MS / 1000} s`), START_MS);
        child.once("error", (error) => fail(error.message));
        child.once("exit", (status) => fail(`ended with status ${status}`));
        createInterface(child.stdio[descriptor] as Readable).on("line", (text) => {
          const [, found] = pattern.exec(text) ?? [];
          if (found === undefined) return;
          clearTimeout(timer);
          resolve(found);
        });
      }),
    end: async () => {
      await endProcess(child);
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Ends a process, by force where it does not listen. */
function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), END_MS);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill();
  });
}
