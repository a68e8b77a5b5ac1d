import { FigureMenu } from "./figureMenu";
import { expect, test } from "./fixtures";
import { runOf } from "./testState";

test("a race trained with further seeds has bands that are, to the bit, what the page trains with those seeds, and says what they are of", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=30&at=10:lf=8&backend=wasm&seed=7&seeds=1");
  expect((await lab.state()).seedBand.status).toBe("none"); // nothing is trained before Play
  await lab.playToTheEnd();
  await expect.poll(async () => (await lab.state()).seedBand.status).toBe("done");
  const { trained, means } = (await lab.state()).seedBand;
  expect(trained).toEqual([8]);
  await expect(lab.loss.figure).toContainText("bands: 1 further seed");
  const menu = new FigureMenu(lab.loss.figure);
  await menu.open();
  await expect(menu.panel).toContainText(/Seed 8 on WASM in/);

  await menu.panel.getByRole("combobox", { name: "Further seeds" }).selectOption("3 further seeds");
  await menu.press("Train again");
  await expect.poll(async () => (await lab.state()).seedBand.trained).toEqual([8, 9, 10]);
  await expect(lab.loss.figure).toContainText("bands: mean and range of 3 further seeds");
  await expect(lab.page).toHaveURL(/seeds=3/);

  await lab.keyboard.press("Escape");
  await lab.seed.fill("8");
  await lab.keyboard.press("Enter");
  await expect(lab.loss.figure).not.toContainText("bands:");
  await lab.playToTheEnd();
  const eight = await lab.state();
  expect(eight).toMatchObject({ seed: 8, interventions: [{ step: 10, value: 8 }] });
  expect(means).toHaveLength(2);
  for (const { run, trainLoss } of means) expect(trainLoss).toEqual(runOf(eight, run).columns.trainLoss);
  await menu.open();
  await expect(menu.panel).toContainText("They are of another race, and not drawn");
  await menu.panel.getByRole("combobox", { name: "Further seeds" }).selectOption("20 further seeds");
  await expect(menu.panel).toContainText("20 × 30 steps of 2 runs");
  await menu.press("Train again");
  await menu.press("Cancel seeds");
  await expect.poll(async () => (await lab.state()).seedBand.status).toBe("cancelled");
  await expect(menu.panel).toContainText("of 20: cancelled");
  await menu.press("Remove bands");
  await expect.poll(async () => (await lab.state()).seedBand.status).toBe("none");
});
