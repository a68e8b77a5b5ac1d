import { ChartFigure } from "./chartFigure";
import { FigureMenu } from "./figureMenu";
import { expect, test } from "./fixtures";
import { expectSavedAlike } from "./savedFigure";
import { relativeDifference, runOf } from "./testState";

test("each chart has scales of its own, chosen in its menu by mouse or keyboard, and the link brings them back", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=60");
  await lab.playToTheEnd();
  const zeros = { loss: 1, learningRate: 1, objective: 2 }; // of the x-axis, and of a straight y-axis
  for (const [chart, count] of Object.entries(zeros))
    await expect(lab[chart as keyof typeof zeros].tick("0")).toHaveCount(count);

  const rate = new FigureMenu(lab.learningRate.figure);
  await rate.open();
  await rate.scale("y-axis", "linear").check();
  await expect(lab.learningRate.tick("0")).toHaveCount(2);
  await expect(lab.loss.tick("0")).toHaveCount(1);
  await lab.keyboard.press("Escape");
  await expect(rate.panel).toBeHidden();

  const loss = new FigureMenu(lab.loss.figure);
  await loss.open();
  await loss.scale("x-axis", "log").check();
  await expect(lab.loss.tick("0")).toHaveCount(0);
  await expect(lab.loss.tickAtStart).toHaveText("1");
  await expect(lab.loss.text(/log x, from step 1$/)).toBeVisible();
  await expect(lab.learningRate.tickAtStart).toHaveText("0");
  await lab.keyboard.press("Escape");

  const q = new FigureMenu(lab.objective.figure);
  await q.button.press("Enter");
  await q.scale("y-axis", "linear").focus();
  await lab.keyboard.press("ArrowRight");
  await expect(q.scale("y-axis", "log")).toBeChecked();
  await expect(lab.objective.tick("0")).toHaveCount(1);
  await expect(lab.objective.figure).toContainText("values ≤ 0 of λWSD WSD leave gaps"); // λ_WSD is 0
  await q.panel.getByRole("textbox", { name: "First steps left out" }).fill("10");
  await lab.keyboard.press("Enter");
  for (const chart of [lab.loss, lab.learningRate, lab.objective])
    await expect(chart.tickAtStart).toHaveText(/^[12]0$/);
  await lab.keyboard.press("Escape");
  await expect(lab.page).toHaveURL(/skip=10/);

  await lab.page.reload();
  await lab.isAtRest();
  const { axes, firstStep } = (await lab.state()).view;
  expect([axes.loss.x, axes.rate.y, axes.q.y, axes.loss.y, firstStep]).toEqual(["log", "linear", "log", "log", 10]);

  await lab.page.setViewportSize({ width: 390, height: 844 });
  await rate.open();
  await rate.scale("x-axis", "log").check();
  await rate.panel.getByRole("textbox", { name: "First steps left out" }).fill("0");
  await lab.keyboard.press("Enter");
  await lab.keyboard.press("Escape");
  await expect(rate.panel).toBeHidden();
  await lab.hook.runTo(60);
  await expect(lab.learningRate.tickAtStart).toHaveText("1");
  await expect(lab.objective.tickAtStart).toHaveText("0"); // a scale of its own
});

test("an axis that is cut marks what it leaves out, and what diverged is still drawn and explained", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=sgdm,adam&sgdm.learningRate=30&steps=60&cut=loss");
  await lab.playToTheEnd();
  await expect(lab.loss.figure).toContainText("cut at 5 and 95 %");
  await expect(lab.loss.cutMarks.first()).toBeVisible();
  await expect(lab.loss.valueOf("SGDm")).toHaveText("diverged");
  await expect(lab.loss.summary).toContainText(/SGDm .* reached .* at step \d+/);
  await lab.page.setViewportSize({ width: 390, height: 844 });
  await expect(lab.loss.figure).toContainText("cut at 5 and 95 %");
  await expect(lab.loss.cutMarks.first()).toBeVisible();
  const menu = new FigureMenu(lab.loss.figure);
  await menu.open();
  await menu.panel.getByRole("checkbox", { name: /^5 to 95 %/ }).uncheck();
  await expect(lab.loss.cutMarks).toHaveCount(0);
});

test("the axis of Q leaves out the first values, which stand far above, says how far, and holds them when asked to", async ({
  lab,
}) => {
  await lab.open("preset=lambda-fsd-jump"); // the first view: Q begins near 10 and falls below 1
  await lab.hook.runTo(60);
  const { columns } = runOf(await lab.state(), "apo-lr");
  const sums = columns.objective.flatMap((q) => (q === null ? [] : [Number(q)]));
  const highest = Math.max(...sums);
  const word = lab.objective.text(`▲ up to ${highest.toPrecision(3)}`);
  await expect(word).toBeVisible();
  await expect(lab.objective.cutMarks).toHaveCount(1);
  expect(await lab.objective.topTick()).toBeLessThan(highest / 4);
  const menu = new FigureMenu(lab.objective.figure);
  await menu.open();
  await menu.panel.getByRole("checkbox", { name: /^95 % of the values/ }).uncheck();
  await expect(word).toHaveCount(0);
  expect(await lab.objective.topTick()).toBeGreaterThanOrEqual(highest);
  await lab.keyboard.press("Escape");
  await expect(lab.page).toHaveURL(/cut=q%3Aoff|cut=q:off/);
  await lab.page.reload();
  await lab.isAtRest();
  expect((await lab.state()).view.axes.q.isCut).toBe(false);
});

test("a running average lies over the raw line, is off on a toy task, and hover reads it exactly", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm,adam&steps=40");
  await lab.playToTheEnd();
  await expect(lab.chartSwitch("smooth")).toHaveAttribute("aria-pressed", "false");
  await expect(lab.loss.rawLines).toHaveCount(0);
  await lab.chartSwitch("smooth").click();
  await expect(lab.loss.rawLines).toHaveCount(2);
  const losses = runOf(await lab.state(), "adam").columns.trainLoss.map(Number);
  // debiased: the weights 0.1 · 0.9^k of the values so far, divided by their sum
  const weights = losses.map((_, step) => 0.9 ** (losses.length - 1 - step));
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const average = sum(losses.map((loss, step) => loss * (weights[step] ?? 0))) / sum(weights);
  expect(relativeDifference(await lab.loss.readValueOf("Adam"), average)).toBeLessThan(1e-3); // four digits
  await lab.page.setViewportSize({ width: 390, height: 844 });
  await expect(lab.loss.rawLines).toHaveCount(2);
  const menu = new FigureMenu(lab.loss.figure);
  await menu.open();
  const rows = (await menu.save("Save the numbers as CSV")).bytes.toString("utf8").trimEnd().split("\n");
  const raw = rows.map((row) => row.split(",")).filter(([, run, , loss]) => run === "adam" && loss !== "");
  expect(raw.map(([, , , loss]) => Number(loss))).toEqual(losses); // what was measured, not its average
  await lab.keyboard.press("Escape");
  await lab.chartSwitch("smooth").click();
  await expect(lab.loss.rawLines).toHaveCount(0);
});

test("where the task classifies, accuracy is a chart of its own, straight from 0 to 1, that exists for no other task", async ({
  lab,
}) => {
  await lab.open("task=spirals&opt=adam,sgdm&steps=20&loss=accuracy");
  await lab.playToTheEnd();
  const accuracy = new ChartFigure(lab.frame, "Accuracy");
  await expect(accuracy.axisTitle("accuracy")).toBeVisible();
  await expect(lab.chartChoice("accuracy")).toBeChecked();
  for (const [run, name] of [
    ["adam", "Adam"],
    ["sgdm", "SGDm"],
  ] as const) {
    const last = runOf(await lab.state(), run).evaluations.at(-1);
    expect(await accuracy.readValueOf(name)).toBeCloseTo(Number(last?.testMetric), 3);
  }
  await accuracy.settled();
  await expectSavedAlike(accuracy.figure, "accuracy");
  await expectSavedAlike(lab.fit.figure, "surfaces");
  await lab.chartChoice("train").click();
  await expect(lab.loss.figure).toBeVisible();
  await lab.open("task=sine&opt=sgdm&steps=5&loss=accuracy");
  await expect(lab.loss.text("Test loss")).toBeVisible();
  await expect(lab.chartChoice("accuracy")).toHaveCount(0);
});
