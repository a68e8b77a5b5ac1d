// @ts-check
import { spawn } from "node:child_process";
import { ensureChromium } from "./chromium.mjs";
import { goldenTable, presetTable, writeGoldenTable } from "./goldenTable.mjs";
import { ROOT } from "./run.mjs";

/*
 * npm run golden          records the golden traces anew on the cpu, at today's settings, and measures wasm against them
 * npm run golden:webgpu   measures all their steps on WebGPU: two minutes and more where the adapter is software, so no part of npm test
 * npm run golden:presets  measures the first 200 steps of each toy preset on WebGPU and on the cpu
 * All write their differences into docs/numerics.md.
 */
const [device, ...tasks] = process.argv.slice(2);
if (device !== "wasm" && device !== "webgpu" && device !== "presets")
  throw new Error(`golden.mjs runs wasm, webgpu or presets, not "${device}".`);

/** Tests in a browser with a software adapter, all their steps. */
const inBrowser = (/** @type {string} */ title) => ({
  args: ["vitest/vitest.mjs", "run", "--config", "vitest.browser.config.ts", "src/core/training/golden", "-t", title],
  env: { CHROMIUM_PATH: ensureChromium(), VITE_GOLDEN_STEPS: "all" },
});

const COMMANDS = {
  wasm: () => ({ args: ["tsx/dist/cli.mjs", "src/cli/golden.ts", ...tasks], env: {} }),
  webgpu: () => inBrowser("golden traces"),
  presets: () => inBrowser("toy presets"),
};
const { args, env } = COMMANDS[device]();
const [script, ...rest] = args;
const child = spawn(process.execPath, [`${ROOT}node_modules/${script}`, ...rest], {
  cwd: ROOT,
  env: { ...process.env, ...env },
  stdio: ["inherit", "pipe", "inherit"],
});
let output = "";
child.stdout.on("data", (chunk) => {
  output += chunk;
  process.stdout.write(chunk);
});
child.on("close", (status) => {
  process.exitCode = status ?? 1;
  const table = device === "presets" ? presetTable(output) : goldenTable(output);
  if (status === 0 && table && tasks.length === 0) writeGoldenTable(device, table);
});
