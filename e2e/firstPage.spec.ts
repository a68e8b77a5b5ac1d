import { join } from "node:path";
import type { Page } from "@playwright/test";
import { reach, readBuiltPage, scriptsBeforePlay } from "../scripts/builtPage.mjs";
import { BEFORE_PLAY } from "../scripts/sizeBudgets.mjs";
import { expect, test } from "./fixtures";

/** What is on screen where, by the names that people and styles know it by. */
const PLACES = "figure, header, [role=group][aria-label=Transport], figcaption b";

test("a recorded run is shown before the page's script is there, stays where it is, and gives way to the first step", async ({
  page,
  lab,
}) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/assets/lab-*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./?test=1", { waitUntil: "commit" });
  await expect(lab.loss.figure).toContainText("Recorded run");
  await expect(lab.loss.figure).toContainText("seed 7, trained on WASM in node");
  await expect(lab.loss.figure.getByText("APO-η", { exact: true })).toBeVisible();
  await expect(lab.loss.figure.locator("path.curve").first()).toHaveAttribute("d", /.{200}/);
  await expect(lab.playButton).toBeDisabled();
  const places = () =>
    page
      .locator(PLACES)
      .evaluateAll((all) => all.slice(0, 6).map((one) => JSON.stringify(one.getBoundingClientRect())));
  const before = await places();
  letGo();
  await lab.isAtRest(0);
  expect(await places()).toEqual(before);
  await expect(lab.loss.figure).toContainText("Recorded run");
  await expect(lab.loss.figure.getByRole("table")).toHaveCount(1);
  await expect(lab.objective.figure).toContainText("Recorded run");
  await expect(lab.objective.figure.locator("path.curve").first()).toHaveAttribute("d", /.{200}/);
  await expect(lab.objective.summary).toContainText(/^A recorded run .* Q of APO-η at its last meta-step: 0\.0/);

  // another preset is shown by its own recording, before any step of it
  for (const [preset, width, names] of [
    ["rise-and-decay", 1280, ["APO-η", "SGDm"]],
    ["ill-conditioned", 390, ["APO-P", "KFAC"]],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    if (width === 390) await lab.openControls();
    await lab.preset.selectOption(preset);
    await lab.isAtRest(0);
    if (width === 390) await lab.keyboard.press("Escape");
    await expect(lab.loss.figure).toContainText("Recorded run");
    for (const name of names) await expect(lab.loss.text(name)).toBeVisible();
    await expect(lab.loss.figure.locator("path.curve").first()).toHaveAttribute("d", /.{200}/);
  }
  await lab.takeSteps(1);
  await expect(lab.loss.figure).not.toContainText("Recorded run");
  await expect(lab.loss.figure).not.toContainText("recording");
  await expect(lab.objective.figure).not.toContainText("Recorded run");
});

test("a link to another experiment shows no recording, nor asks for it", async ({ page, lab }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await lab.open("task=sine&opt=sgdm&steps=2");
  await expect(lab.loss.figure).not.toContainText("Recorded run");
  expect(asked.filter((url) => url.includes("recorded/"))).toEqual([]);
});

/** What stores the page for use without a network is fetched once the page is at rest: on a busy machine, before the test has looked. */
const AFTERWARDS = /^offline(Store)?-/;

/** The built scripts that a page has fetched once it can play; of those that its workers fetch, too, the ones that are counted. */
async function scriptsFetched(page: Page, link: string, width: number, counted: Set<string>): Promise<string[]> {
  const fetched = new Set<string>();
  page.on("request", (request) => fetched.add(new URL(request.url()).pathname.split("/").at(-1) ?? ""));
  await page.setViewportSize({ width, height: 800 });
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeEnabled();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const workers = reach(
    BUILT,
    [...BUILT.chunks.values()].flatMap((chunk) => chunk.workers),
    { withLazy: true },
  );
  const isOfPage = (name: string) => counted.has(name) || !(workers.has(name) || AFTERWARDS.test(name));
  return [...fetched].filter((name) => BUILT.chunks.has(name) && name.endsWith(".js") && isOfPage(name)).sort();
}

/** Run in a page: its browser says that runs were kept before. */
function keptOnce(): void {
  const { getItem } = Storage.prototype;
  Storage.prototype.getItem = function (key) {
    return key.endsWith("kept") ? "1" : getItem.call(this, key);
  };
}

const BUILT = readBuiltPage(join(import.meta.dirname, "../dist"));

test("before Play a page fetches the scripts that its budget counts, and no other", async ({ context }) => {
  const cases = [
    ["./", 320, "page"],
    ["./", 390, "page"],
    ["./", 1280, "page"],
    ["./", 390, "returning"],
    ["./?embed=1&task=sine&opt=sgdm&steps=2", 640, "embed"],
    ["./?embed=1&preset=lambda-fsd-jump", 320, "recordedEmbed"],
  ] as const;
  const pages = await Promise.all(cases.map(() => context.newPage()));
  for (const [at, [, , kind]] of cases.entries()) if (kind === "returning") await pages[at]!.addInitScript(keptOnce);
  const counted = cases.map(([, , kind]) => new Set(scriptsBeforePlay(BUILT, BEFORE_PLAY[kind])));
  const found = await Promise.all(
    cases.map(([link, width], at) => scriptsFetched(pages[at]!, link, width, counted[at]!)),
  );
  for (const [at, [, width, kind]] of cases.entries())
    expect.soft(found[at], `${kind} at ${width} pixels`).toEqual([...counted[at]!].sort());
  await Promise.all(pages.map((page) => page.close()));
});

test.describe("when the page's script does not come", () => {
  test.use({ allowedErrors: [/Failed to load resource|dynamically imported module/] });

  test("the recorded run stays, and the page says what to do", async ({ page, lab }) => {
    await page.route("**/assets/lab-*.js", (route) => route.abort());
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("load the page again");
    await expect(lab.loss.figure).toContainText("Recorded run");
  });
});
