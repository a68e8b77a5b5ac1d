import { WALK_TITLES, WALK_WORDS } from "../src/config/tables/walk";
import { expectAccessible } from "./accessibilityFaults";
import { expect, test } from "./fixtures";
import { LookaheadPage } from "./lookaheadPage";

const RACE = "task=sine&opt=apo-lr,sgdm";

for (const size of [
  { width: 1280, height: 800, stages: [1, 3, 5] },
  { width: 390, height: 844, stages: [2, 4] },
] as const)
  test(`a link opens the walk at its stage, beside the picture that it explains, at ${size.width} px`, async ({
    lab,
  }) => {
    await lab.page.setViewportSize({ width: size.width, height: size.height });
    const view = new LookaheadPage(lab);
    for (const stage of size.stages) {
      await lab.open(`${RACE}&walk=${WALK_WORDS[stage]}`);
      await expect(view.walk.getByRole("heading")).toHaveText(`${stage} · ${WALK_TITLES[stage]}`);
      await expect(view.figure.getByText("before, θ")).toBeInViewport({ ratio: 1 });
      const plot = await view.figure.locator(".plot").first().boundingBox();
      const card = await view.walk.boundingBox();
      if (!plot || !card) throw new Error("The walk is not on screen.");
      expect(plot.y).toBeGreaterThan(50);
      expect(plot.y + plot.height).toBeLessThanOrEqual(card.y + 1);
      expect(await lab.state()).toMatchObject({ step: 0, view: { walkStage: stage } });
    }
    await expectAccessible(lab.page, "the walk");
  });

test("the address follows the walk by keys, and leaves it when the walk ends", async ({ lab }) => {
  const view = new LookaheadPage(lab);
  await lab.open(`${RACE}&walk=fsd`);
  await expect(view.next).toBeFocused();
  await lab.keyboard.press("Enter");
  await expect(lab.page).toHaveURL(/walk=meta-gradient/);
  await lab.keyboard.press("Escape");
  await expect(view.walk).toBeHidden();
  await expect(lab.page).not.toHaveURL(/walk=/);
  await lab.scrollTo("top");
  await expect(view.figure).not.toBeInViewport();
});

test("a stage that nobody knows, and a race without APO, are named, and the page opens without the walk", async ({
  lab,
}) => {
  const view = new LookaheadPage(lab);
  await lab.open(`${RACE}&walk=hessian`);
  await expect(lab.notice('walk is "hessian"')).toContainText("gradient, lookahead, fsd, meta-gradient, update");
  await expect(view.walk).toBeHidden();
  await lab.open("task=linear&opt=apo-p&walk=fsd");
  await expect(lab.notice("A walk through one step is not possible on linear")).toContainText("one or two inputs");
  await expect(view.walk).toBeHidden();
});

test("a line of Algorithm 1 leads from the article to the picture, whose view nobody has come near", async ({
  lab,
}) => {
  const view = new LookaheadPage(lab);
  await lab.open(RACE);
  await lab.scrollTo("bottom");
  await lab.article.getByRole("button", { name: `Stage 4: ${WALK_TITLES[4]}` }).click();
  await expect(view.walk.getByRole("heading")).toHaveText(`4 · ${WALK_TITLES[4]}`);
  await expect(view.figure.getByText("before, θ")).toBeInViewport({ ratio: 1 });
});
