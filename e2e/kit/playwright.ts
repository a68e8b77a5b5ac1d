import { test as base, expect as baseExpect } from "@playwright/test";
import { listen, serveBuild } from "../../scripts/serve.mjs";
import { DIST_FOLDER } from "../../src/cli/appFolder";
import type { TestState } from "../../src/store/hook/hookState";
import { ChartFigure } from "../chartFigure";
import { ExperimentPage } from "../experimentPage";
import { findFreePort } from "../freePort";
import { LabHook } from "../labHook";
import { labMatchers } from "./matchers";

export type { HookPlace } from "../../src/store/hook/testHook";
export type { TestState };
export { ChartFigure, ExperimentPage as LabPage, LabHook };

interface LabFixtures {
  /** The page of APO Lab, as a person uses it. */
  lab: ExperimentPage;
}

interface LabWorkerFixtures {
  /** Where a server that runs already has the page; null: each worker serves the packed build on a free port of its own. */
  labUrl: string | null;
  labServer: { url: string };
}

/** Playwright's `test` with the page of APO Lab; `lab.open("task=sine&seed=7")` needs no `baseURL`. */
export const test = base.extend<LabFixtures, LabWorkerFixtures>({
  labUrl: [null, { option: true, scope: "worker" }],
  labServer: [
    async ({ labUrl }, use) => {
      if (labUrl !== null) return use({ url: labUrl });
      const port = await findFreePort();
      const close = await listen(port, await serveBuild("/", DIST_FOLDER));
      await use({ url: `http://localhost:${port}/` });
      await close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ labServer }, use) => use(labServer.url),
  lab: async ({ page }, use) => use(new ExperimentPage(page.mainFrame())),
});

/** Playwright's `expect`, with matchers for runs and charts. */
export const expect = baseExpect.extend(labMatchers);
