import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { type HostServer, startHost } from "../hostServer";
import type { Engine, EngineOptions } from "./engine";
import { EnginePage } from "./enginePage";
import { launchFirefox } from "./firefox";
import { launchWebKit } from "./webKit";

const LAUNCH: Record<string, (options: EngineOptions) => Promise<Engine>> = {
  firefox: launchFirefox,
  webkit: launchWebKit,
};

interface TestFixtures {
  lab: EnginePage;
  /** Serves pages of others, from another port than the lab. */
  host: HostServer;
  /** Keeps a picture of what is in view among the results. */
  picture: (name: string) => Promise<void>;
}

interface WorkerFixtures {
  isDark: boolean;
  /** The project's engine, started once for all its tests. */
  engine: Engine;
}

/** Playwright's `test` with an engine that Playwright does not drive: the one of the project's name. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  isDark: [false, { option: true, scope: "worker" }],
  engine: [
    async ({ isDark }, use, { project }) => {
      const launch = LAUNCH[project.name];
      if (!launch) throw new Error(`No engine "${project.name}": ${Object.keys(LAUNCH).join(" or ")}.`);
      const engine = await launch({ isDark });
      await use(engine);
      await engine.close();
    },
    { scope: "worker" },
  ],
  lab: async ({ engine, baseURL }, use, testInfo) => {
    const description = JSON.parse(await engine.evaluate("JSON.stringify(navigator.userAgent)")) as string;
    testInfo.annotations.push({ type: "browser", description });
    await use(new EnginePage(engine, baseURL ?? ""));
    if (testInfo.status === testInfo.expectedStatus) return engine.closeOthers();
    const body = await engine.screenshot().catch(() => undefined); // an engine that has crashed shows nothing
    if (body) await testInfo.attach("screenshot", { body, contentType: "image/png" });
  },
  host: async ({ baseURL }, use) => {
    const host = await startHost(baseURL ?? "");
    await use(host);
    await host.close();
  },
  picture: async ({ engine }, use, { project }) => {
    await use(async (name) => {
      mkdirSync(project.outputDir, { recursive: true });
      writeFileSync(join(project.outputDir, `${project.name}-${name}.png`), await engine.screenshot());
    });
  },
});

export { expect };
