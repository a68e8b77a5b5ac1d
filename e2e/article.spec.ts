import { idealAt } from "../src/config/formulas/exercises";
import { amortizedPasses, STEP_PASSES } from "../src/config/formulas/passes";
import { VIEWS } from "../src/config/tables/views";
import { expectAccessible } from "./accessibilityFaults";
import { showArticle } from "./articlePage";
import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { LookaheadPage } from "./lookaheadPage";

/** The exercises in their list, in order. */
const exercise = ({ article, page }: ExperimentPage, number: 1 | 2 | 3) =>
  article
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: "Check" }) })
    .nth(number - 1);

test("the exercises judge answers by the numbers of the sliders, and say what a wrong one misses", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p,sgdm&lf=3&lw=0.5&k=10&steps=4");
  await showArticle(lab);
  const prices = { lambdaFsd: 3, lambdaWsd: 0.5 };
  const ideal = exercise(lab, 1);
  const field = ideal.getByRole("textbox");
  await field.fill(String(1 / idealAt(2, prices)));
  await ideal.getByRole("button", { name: "Check" }).click();
  await expect(ideal.getByRole("status")).toHaveText(/^Not yet\. This is how much the bill bends/);
  await field.fill(`1/${1 / idealAt(2, prices)}`);
  await field.press("Enter");
  await expect(ideal.getByRole("status")).toHaveText(/^Right\./);
  await field.fill("much");
  await field.press("Enter");
  await expect(ideal.getByRole("status")).toContainText("Write a number");

  const passes = exercise(lab, 2);
  await passes.getByRole("textbox").fill(String(STEP_PASSES.forward + amortizedPasses(10).forward));
  await passes.getByRole("textbox").press("Enter");
  await expect(passes.getByRole("status")).toHaveText(/^Right\./);
  await lab.slider("K").press("Home");
  await expect(passes.getByRole("status")).toHaveText("");
  await passes.getByRole("textbox").fill(String(STEP_PASSES.forward + amortizedPasses(10).forward));
  await passes.getByRole("textbox").press("Enter");
  await expect(passes.getByRole("status")).toHaveText(/^Not yet\./);

  const direction = exercise(lab, 3);
  await direction.getByRole("radio", { name: "the flat direction" }).check();
  await lab.keyboard.press("ArrowUp");
  await expect(direction.getByRole("radio", { name: "the bent direction" })).toBeChecked();
  await lab.keyboard.press("Enter");
  await expect(direction.getByRole("status")).toHaveText(/^Right\./);
  await lab.slider("λ_WSD").press("Home"); // at 0 all directions are alike
  await expect(direction.getByRole("status")).toHaveText("");
  await direction.getByRole("button", { name: "Check" }).click();
  await expect(direction.getByRole("status")).toHaveText(/^Not yet\./);
});

for (const width of [1280, 390]) {
  test(`a line of Algorithm 1 opens its stage of the walk, at ${width} pixels`, async ({ lab }) => {
    await lab.page.setViewportSize({ width, height: 844 });
    const view = new LookaheadPage(lab);
    await lab.open("task=sine&opt=apo-p,sgdm&steps=4");
    await showArticle(lab);
    const line = lab.article.getByRole("listitem").filter({ hasText: "Stage 4: Meta-gradient" });
    await expect(line).not.toHaveAttribute("aria-current");
    await line.getByRole("button").click();
    await expect(view.walk).toContainText("4 · Meta-gradient");
    await expect(view.figure).toBeInViewport();
    await expect(line).toHaveAttribute("aria-current", "step");
    await expect(view.next).toBeFocused();
  });
}

test("the derivation opens the task where it holds, and says the prices of the drawn curve", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=4");
  await showArticle(lab);
  await lab.article.getByRole("button", { name: "Open the task where it holds" }).click();
  await lab.isAtRest(0);
  expect(await lab.state()).toMatchObject({ task: "linear", step: 0 });
  await expect(lab.frame.getByRole("button", { name: VIEWS.spectrum.title })).toHaveAttribute("aria-pressed", "true");
  await expect(lab.article).toContainText("The prices of now, λFSD = 1.0 and λWSD = 0.10, are in the drawn curve");
  await expect(lab.article).toContainText("On the task of now the curvature runs from");
  await lab.article.getByRole("button", { name: "See it in the chart" }).click();
  await expect(lab.spectrum.figure).toBeInViewport();
});

test("the article fits from 320 to 1920 pixels, has no serious accessibility fault, and is on paper", async ({
  lab,
}) => {
  await lab.open("task=linear&opt=apo-p,sgdm&steps=4");
  await showArticle(lab);
  for (const width of [320, 390, 768, 1920]) {
    await lab.page.setViewportSize({ width, height: 800 });
    const beyond = () =>
      lab.article.evaluate((article) =>
        [...article.querySelectorAll("*")]
          .filter((part) => !part.closest(".hidden") && part.getBoundingClientRect().right > innerWidth + 0.5)
          .map((part) => part.outerHTML.slice(0, 60)),
      );
    await expect.poll(beyond, `${width} pixels`).toEqual([]);
  }
  await expectAccessible(lab.page, "the article", "article");
  await lab.page.emulateMedia({ media: "print" });
  await expect(lab.article.getByText("What the letters mean:")).toBeVisible();
  await expect(lab.article.getByRole("math").first()).toBeVisible();
});
