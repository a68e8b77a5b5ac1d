import { expect, test } from "./fixtures";
import { pdfText } from "./pdfText";

const LINK = "task=sine&seed=11&opt=apo-p,kfac&steps=12&at=4:lf=5&views=lookahead,ledger&theme=dark";
const packed = (text: string) => text.replace(/\s+/g, "");

test("on paper stand the settings, λ, seed, moves and link in words, then the figures, and no control", async ({
  lab,
}) => {
  await lab.open(`${LINK}&lf=0.3`);
  await lab.playToTheEnd();
  await expect(lab.frame.getByRole("region", { name: "Settings" })).toBeHidden();
  await lab.openSettings();
  await lab.page.emulateMedia({ media: "print" });

  const printed = lab.frame.getByRole("region", { name: "Settings" });
  await expect(printed).toContainText("seed 11, batch size 64, 12 steps, at step 12");
  await expect(printed).toContainText("λFSD 5.0, λWSD 0, K 1, α 0.010");
  await expect(printed).toContainText("Damping form with π");
  await expect(printed).toContainText("λFSD 0.30 → 5.0 at step 4");
  await expect(printed).toContainText(/http:\/\/localhost:\d+\/some\/folder\/\?.*seed=11.*at=4:lf=5/);
  for (const gone of [
    ".bar",
    ".transport",
    ".controls",
    ".scrubber",
    ".chart-bar",
    ".view-toggles",
    "dialog",
    ".notices",
  ])
    for (const element of await lab.frame.locator(gone).all()) await expect(element, gone).toBeHidden();
  await expect(lab.frame.getByRole("figure", { name: "One step ahead" })).toBeVisible();
  await expect(lab.frame.getByRole("figure", { name: "Sweep map" })).toHaveCount(0);

  // light, though the page is dark; no figure is cut in two
  expect(await lab.frame.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  expect(await lab.frame.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(22, 24, 29)");
  const breaks = await lab.frame
    .locator("figure, .race-box")
    .evaluateAll((figures) => figures.map((figure) => getComputedStyle(figure).breakInside));
  expect(breaks.length).toBeGreaterThan(5);
  expect(new Set(breaks)).toEqual(new Set(["avoid"]));
});

test("a PDF of the dark page holds the same words, and every figure whole on one sheet", async ({ lab }) => {
  await lab.open(`${LINK}&lf=0.3`);
  await lab.playToTheEnd();
  await expect(lab.frame.getByRole("figure", { name: "One step ahead" })).toContainText("per doubling of the step");
  const sheets = pdfText(await lab.page.pdf({ preferCSSPageSize: true }));
  const [first = ""] = sheets;
  for (const words of ["seed 11", "λFSD 5.0, λWSD 0", "λFSD 0.30 → 5.0 at step 4", "Damping form with π", "&seed=11&"])
    expect(first).toContain(packed(words));
  const all = sheets.join("\n");
  for (const gone of ["Meta-step", "Methods and settings", "Restarts the run", "look at", "repeat moves"])
    expect(all).not.toContain(packed(`Reset ${gone}`));
  expect(all).not.toContain("Methodsandsettings");
  for (const [title, last] of [
    ["Training loss", "APO-P"],
    ["One step ahead", "change of y"],
    ["Cost ledger", "Milliseconds: medians"],
  ] as const) {
    const own = sheets.filter((sheet) => sheet.includes(packed(title)));
    expect(own, title).toHaveLength(1);
    expect(own[0]).toContain(packed(last));
  }
});

test("a race begins without the article's body below it, and paper still has it", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm&steps=5");
  await lab.playToTheEnd();
  const body = lab.page.locator(".article-body");
  await expect(body).toHaveCount(0);
  await expect
    .poll(() =>
      lab.page.evaluate(() =>
        performance.getEntriesByType("resource").some(({ name }) => /ArticleBody.*\.js/.test(name)),
      ),
    )
    .toBe(true);
  // the browser asks before it lays out paper, and does not wait
  const drawn = () => {
    dispatchEvent(new Event("beforeprint"));
    return document.querySelector(".article-body")?.textContent ?? "";
  };
  await expect.poll(() => lab.page.evaluate(drawn)).toContain("What the letters mean:");
});

test("the article's body is there for the browser's search as soon as Control is held", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm&steps=5");
  await lab.page.keyboard.press("Control+f");
  await expect(lab.page.locator(".article-body")).toContainText("What the letters mean:");
});
