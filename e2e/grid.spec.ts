import { expect, test } from "./fixtures";
import { relativeDifference } from "./testState";

test("eight fixed learning rates are one band behind APO-η: its edges are the least and the largest of their losses", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=apo-lr,adam&steps=30&baseOptimizer=sgd");
  await lab.openSettings();
  await lab.gridBox.check();
  await lab.isAtRest(0);
  await lab.keyboard.press("Escape");
  await lab.playToTheEnd();
  const { runs, link } = { ...(await lab.state()), link: lab.frame.url() };
  expect(link).toContain("grid=1");
  const grid = runs.filter(({ isGrid }) => isGrid);
  expect(runs).toHaveLength(10);
  expect(grid.map(({ optimizer }) => optimizer)).toEqual(Array.from({ length: 8 }, () => "sgd"));
  const going = grid.filter(({ status }) => status !== "diverged");
  expect(going.length).toBeGreaterThan(3);
  const start = runs[0]?.columns.trainLoss[0];
  for (const { columns } of grid) expect(columns.trainLoss[0]).toBe(start); // same start, same batch

  const best = going.reduce((least, run) =>
    Number(run.evaluations.at(-1)?.trainLoss) < Number(least.evaluations.at(-1)?.trainLoss) ? run : least,
  );
  const rate = String(best.hyperparams.learningRate);
  const name = `fixed η ${rate}`;
  const lossesAt = (step: number) => going.map(({ columns }) => Number(columns.trainLoss[step]));
  await expect(lab.loss.summary).toContainText("at step 29"); // the chart takes its turn
  const words = await lab.loss.summary.textContent();
  const [, low, high] = words?.match(/SGD, 8 fixed η: from (\S+) to (\S+), best η/) ?? [];
  expect(relativeDifference(Number(low), Math.min(...lossesAt(29)))).toBeLessThan(1e-3);
  expect(relativeDifference(Number(high), Math.max(...lossesAt(29)))).toBeLessThan(1e-3);

  // the values have no room beside so long a name: they come over the plot while a step is pointed at
  await lab.loss.pointAt(1.12);
  await expect(lab.loss.stepShown).toHaveText("at 29");
  expect(await lab.loss.readValueOf(name)).toBe(Number(low));
  await lab.loss.pointAt(0.5);
  await expect(lab.loss.stepShown).not.toHaveText("at 29");
  const step = Number((await lab.loss.stepShown.textContent())?.slice(3));
  expect(relativeDifference(await lab.loss.readValueOf(name), Math.min(...lossesAt(step)))).toBeLessThan(1e-3);
  expect(await lab.learningRate.readValueOf(name)).toBeCloseTo(best.hyperparams.learningRate, 6);

  await expect(lab.seriesToggle("SGD, 8 fixed η")).toHaveCount(1);
  await lab.seriesToggle("SGD, 8 fixed η").click();
  await expect(lab.loss.text(name)).toHaveCount(0);
  await lab.openSettings();
  await lab.gridBox.uncheck();
  await lab.isAtRest(0);
  expect((await lab.state()).runs).toHaveLength(2);
});
