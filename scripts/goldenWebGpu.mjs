// @ts-check
import { ensureChromium } from "./chromium.mjs";
import { runTool } from "./run.mjs";

// Every step of the golden traces on WebGPU, ten minutes where the adapter is software; `npm test` takes the first few.
const env = { CHROMIUM_PATH: ensureChromium(), VITE_GOLDEN_STEPS: "all" };
const args = ["run", "--config", "vitest.browser.config.ts", "src/core/training/golden"];
process.exitCode = await runTool("vitest/vitest.mjs", args, env);
