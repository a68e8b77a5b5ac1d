import type { Page } from "@playwright/test";
import { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { ALL_STORED, DIST, type OwnServer, startServer } from "./ownServer";
import { makeSecondVersion, SECOND } from "./secondVersion";

/** What a browser has stored stays in its context: each test has one of its own. */
test.use({
  serviceWorkers: "allow",
  reuseContext: false,
  allowedErrors: [/net::ERR_|fetching the script/],
});

const ownServer = test.extend<{ server: OwnServer }>({
  server: async ({ knownOrigins }, use) => {
    const server = await startServer();
    knownOrigins.add(server.origin);
    await use(server);
    await server.end();
  },
});

/** Visits the page until its help says that all of it is stored. */
async function visit(lab: ExperimentPage, { origin }: OwnServer): Promise<void> {
  await lab.page.goto(`${origin}/`);
  await expect(lab.playButton).toBeEnabled();
  await expect(async () => {
    await lab.keyboard.press("?");
    await expect(lab.helpDialog).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(lab.helpDialog).toContainText(ALL_STORED, { timeout: 120_000 });
  await lab.keyboard.press("Escape");
}

ownServer(
  "after one visit the page works with the network off: races of other tasks with their data, the article, a lesson",
  async ({ lab, server, context }) => {
    await visit(lab, server);
    await context.setOffline(true);
    await server.end();

    await lab.page.goto(`${server.origin}/?task=mnist&images=300&opt=sgdm,adam&steps=2&backend=wasm&test=1`);
    await lab.isAtRest(0);
    await lab.playToTheEnd();
    await lab.page.goto(`${server.origin}/?task=translation&opt=sgdm&steps=1&backend=wasm&test=1`);
    await lab.isAtRest(0);
    await lab.takeSteps(1);
    await lab.page.goto(`${server.origin}/?preset=ill-conditioned&embed=1&test=1`);
    await lab.isAtRest();

    await lab.page.goto(`${server.origin}/?lesson=lambda-fsd`);
    await expect(lab.frame.getByRole("region", { name: /^Lesson/ })).toBeVisible();
    await lab.scrollTo("bottom");
    await expect(lab.article.getByRole("table").first()).toBeVisible();
    await expect(lab.article.locator("math").first()).toBeVisible();
  },
);

const scriptsOf = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.includes("/assets/")),
  );

ownServer(
  "a newer version is stored beside the page and told of; the page stays whole until the update is taken, and is whole after",
  async ({ lab, server, context }, testInfo) => {
    await visit(lab, server);
    await server.show(makeSecondVersion(DIST, testInfo.outputPath("second")));
    await lab.page.reload();
    const told = lab.notice("A newer version of APO Lab is stored");
    await expect(told).toBeVisible({ timeout: 120_000 });
    expect(await lab.page.title()).not.toContain("Second");

    // what was not fetched yet still comes from this version, which the server has no more
    await lab.controls.getByRole("button", { name: "Kept runs" }).click();
    await expect(lab.frame.getByRole("dialog", { name: "Kept runs" }).getByRole("heading").first()).toBeVisible();
    await lab.keyboard.press("Escape");
    expect((await scriptsOf(lab.page)).filter((name) => name.includes(SECOND))).toEqual([]);

    // another tab has this version, too
    const other = new ExperimentPage((await context.newPage()).mainFrame());
    await other.page.goto(`${server.origin}/`);
    await expect(other.playButton).toBeEnabled();
    expect(await other.page.title()).not.toContain("Second");
    await told.getByRole("button", { name: "Take the update" }).click();
    await expect(lab.notice("The update waits for other tabs")).toBeVisible();
    await other.page.close();

    await lab.notice("The update waits for other tabs").getByRole("button", { name: "Take the update" }).click();
    await expect(lab.page).toHaveTitle(/Second/);
    await expect(lab.playButton).toBeEnabled();
    await server.end();
    await lab.page.goto(`${server.origin}/?task=spirals&opt=sgdm&steps=3&backend=wasm&test=1`);
    await lab.isAtRest(0);
    await lab.playToTheEnd();
    const scripts = await scriptsOf(lab.page);
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((name) => !name.includes(SECOND))).toEqual([]);
  },
);

ownServer("an embed and a page for tests register nothing and store nothing", async ({ page, server }) => {
  for (const query of ["?embed=1&task=sine&opt=sgdm", "?task=sine&opt=sgdm&test=1"]) {
    await page.goto(`${server.origin}/${query}`);
    await expect(page.getByRole("button", { name: "Play", exact: true })).toBeEnabled();
    await page.waitForTimeout(7000); // longer than the page waits before it stores
    const found = await page.evaluate(async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      stores: await caches.keys(),
    }));
    expect(found).toEqual({ workers: 0, stores: [] });
  }
});
