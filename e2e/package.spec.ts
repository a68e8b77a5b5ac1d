import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NODE_MODULES = join(ROOT, "node_modules");

/** This process's environment without what Playwright tells its own workers. */
const ENV = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(PW|PLAYWRIGHT|TEST_|E2E_|FORCE_COLOR|NODE_OPTIONS)/.test(name)),
) as NodeJS.ProcessEnv;

/** Runs a program to its end; rejects with what it printed where it fails. */
function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: ENV });
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        printed += chunk;
      });
    child.on("close", (status) =>
      status === 0
        ? resolve(printed)
        : reject(new Error(`${command} ${args.join(" ")} ended with ${status}:\n${printed}`)),
    );
  });
}

test("the example repository passes against the packed package, typed, and its pictures are stable", async () => {
  const folder = mkdtempSync(join(tmpdir(), "apo-example-"));
  try {
    await run(ROOT, process.execPath, "scripts/pack/pack.mjs");
    cpSync(join(ROOT, "examples/playwright"), folder, {
      recursive: true,
      filter: (path) => !path.includes("node_modules"),
    });
    rmSync(join(folder, "package.json")); // its dependencies would be asked for at the registry
    await run(
      folder,
      "npm",
      "install",
      "--offline",
      "--no-save",
      "--no-package-lock",
      join(ROOT, "dist-package/apo-lab.tgz"),
    );
    for (const name of ["@playwright", "playwright", "playwright-core", "@types", "undici-types"])
      symlinkSync(join(NODE_MODULES, name), join(folder, "node_modules", name));
    const playwright = join(NODE_MODULES, "@playwright/test/cli.js");
    const suite = await run(folder, process.execPath, playwright, "test", "--workers=1", "--update-snapshots");
    expect(suite).toContain("3 passed");
    expect(await run(folder, process.execPath, playwright, "test", "--workers=1", "look")).toContain("1 passed");
    await run(folder, process.execPath, join(NODE_MODULES, "typescript/bin/tsc"), "-p", ".");
    expect(await run(folder, join(folder, "node_modules/.bin/apo-lab"), "--help")).toContain("apo-lab trace");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
