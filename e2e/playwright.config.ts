import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium, SWIFTSHADER_ARGS } from "../scripts/chromium.mjs";
import { folder, port, webServer } from "./server";

// Blocked below the page, too, for requests that no page makes.
const OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";

const launchOptions = { executablePath: findChromium(), args: [...CHROMIUM_ARGS, OFFLINE] };

/** Tests of the built page. On a machine without a GPU as on any other: with no WebGPU adapter, and with a software one. */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/e2e",
  // A page under test and its workers fill two cores: on fewer than four, two browsers fight over them.
  workers: availableParallelism() < 4 ? 1 : 2,
  // A renderer that hangs once in hundreds of pages on a busy machine is not a fault of the page; the summary names a retry.
  retries: 1,
  forbidOnly: true,
  timeout: 180_000,
  globalTimeout: 1_800_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: `http://localhost:${port}${folder}`,
    // One context a worker, emptied between tests: a load takes half the processor time where scripts are compiled already.
    reuseContext: true,
    // What one test has stored would feed the next: e2e/offline.spec.ts allows them.
    serviceWorkers: "block",
    viewport: { width: 1280, height: 800 },
    screenshot: "only-on-failure",
    trace: "on-first-retry",
  },
  // The software adapter first: its first test is the longest of all, and a second worker does others meanwhile.
  projects: [
    {
      name: "swiftshader",
      testMatch: "*.webgpu.spec.ts",
      use: { launchOptions: { ...launchOptions, args: [...launchOptions.args, ...SWIFTSHADER_ARGS] } },
    },
    {
      name: "no-adapter",
      testIgnore: ["*.webgpu.spec.ts", "engines/**"],
      // No GPU process computes in software what the compositor draws. What that saves was within the noise of two measurements.
      use: { launchOptions: { ...launchOptions, args: [...launchOptions.args, "--disable-gpu"] } },
    },
  ],
  webServer: { ...webServer, cwd: ".." },
});
