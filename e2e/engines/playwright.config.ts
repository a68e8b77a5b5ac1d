import { defineConfig } from "@playwright/test";
import { ENGINE_NAMES, whatIsMissing } from "../../scripts/engines.mjs";
import { folder, port, webServer } from "../server";

/** Tests of the built page in Firefox and WebKit, where they are installed. ENGINES_FORM=short takes the short form of `npm test`. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/engines",
  workers: 1,
  forbidOnly: true,
  timeout: 300_000,
  globalTimeout: 1_800_000,
  expect: { timeout: 30_000 },
  use: { baseURL: `http://localhost:${port}${folder}` },
  ...(process.env.ENGINES_FORM === "short" ? { grep: /@short/ } : {}),
  projects: ENGINE_NAMES.filter((name) => !whatIsMissing(name)).map((name) => ({ name })),
  webServer: { ...webServer, cwd: "../.." },
});
