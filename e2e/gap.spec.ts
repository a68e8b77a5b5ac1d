import { Matrix, solve } from "ml-matrix";
import { TASKS } from "../src/config/tables/tasks";
import { allNumbers, gatherRows } from "../src/core/data/inputs";
import { netGap } from "../src/core/proximal/netStep";
import { CREATE_TASK } from "../src/core/tasks/registry";
import type { TaskData } from "../src/core/tasks/task";
import { createBatches } from "../src/core/training/batches";
import { formatNumber } from "../src/store/words/format";
import { ChartFigure } from "./chartFigure";
import { expect, test } from "./fixtures";
import { relativeDifference, runOf, valuesOf } from "./testState";

const TITLE = "Gap to the proximal step";
const SEED = 5;

const taskOf = (id: "linear" | "sine"): Promise<TaskData> =>
  CREATE_TASK[id](SEED, TASKS[id].defaultOptions, {
    readFile: () => Promise.reject(new Error(`${id} reads no file.`)),
    report: () => {},
  });

/** The distance of −η*g from the exact step, and the floor of all η, over the whole training split, by ml-matrix. */
async function scalarStep(lambdaFsd: number, lambdaWsd: number) {
  const { train, initialParams } = await taskOf("linear");
  const X = Matrix.from1DArray(train.count, 8, [...allNumbers(train.x)]);
  const y = Matrix.columnVector([...train.y]);
  const theta = Matrix.columnVector([...(initialParams[0] ?? [])]);
  const H = X.transpose().mmul(X).div(train.count);
  const M = Matrix.mul(H, 1 + lambdaFsd).add(Matrix.eye(8).mul(lambdaWsd));
  const g = X.transpose()
    .mmul(Matrix.sub(X.mmul(theta), y))
    .div(train.count);
  const exact = solve(M, g).mul(-1);
  const eta = g.dot(g) / g.dot(M.mmul(g));
  const cosine = g.dot(exact) / (g.norm() * exact.norm());
  const miss = Matrix.add(exact, Matrix.mul(g, eta)).norm();
  return { eta, distance: miss / exact.norm(), floor: Math.sqrt(1 - cosine ** 2) };
}

test("at frozen θ the gap of a dense P goes to 0 and that of one η to η*'s, never below the floor; the figure shows the columns", async ({
  lab,
}) => {
  const steps = 240;
  await lab.open(
    `task=linear&seed=${SEED}&opt=apo-p,apo-lr&steps=${steps}&batch=4096&lf=1&lw=0.1&k=1&metaOnlySteps=${steps}` +
      "&metaSchedule=linear&apo-p.alpha=0.02&apo-lr.alpha=0.1&views=gap",
  );
  await lab.playToTheEnd();
  const state = await lab.state();
  const distance = valuesOf(state, "apo-p", "proximalDistance");
  expect(distance).toHaveLength(steps);
  expect(distance[0]).toBeGreaterThan(0.5);
  expect(distance.at(-1)).toBeLessThan(1e-4);
  expect(valuesOf(state, "apo-p", "proximalCosine").at(-1)).toBeGreaterThan(1 - 1e-6);

  const expected = await scalarStep(1, 0.1);
  const one = valuesOf(state, "apo-lr", "proximalDistance");
  expect(relativeDifference(valuesOf(state, "apo-lr", "learningRate").at(-1) ?? 0, expected.eta)).toBeLessThan(1e-2);
  expect(Math.abs((one.at(-1) ?? 0) - expected.distance)).toBeLessThan(1e-3);
  expect(Math.min(...one)).toBeGreaterThan(expected.floor - 1e-6);
  expect(relativeDifference(valuesOf(state, "apo-lr", "proximalFloor")[0] ?? 0, expected.floor)).toBeLessThan(1e-6);

  const figure = new ChartFigure(lab.frame, TITLE);
  await expect(figure.text("floor of any single η")).toBeVisible();
  await expect(figure.axisTitle("‖θ⁺ − θ*‖ / ‖θ* − θ‖")).toBeVisible();
  await expect(figure.axisTitle("cos(θ⁺ − θ, θ* − θ)")).toBeVisible();
  for (const [run, name] of [
    ["apo-p", "APO-P"],
    ["apo-lr", "APO-η"],
  ] as const) {
    const { columns } = runOf(state, run);
    const last = [columns.proximalDistance, columns.proximalCosine].map((values) =>
      formatNumber(Number(values.at(-1))),
    );
    await expect(figure.valueOf(name)).toHaveText(last);
    const row = [columns.proximalFloor, columns.proximalAtBestRate].map((values) =>
      formatNumber(Number(values.at(-1))),
    );
    await expect.poll(() => lab.views.rowOf(TITLE, name)).toEqual([String(steps - 1), ...last, ...row]);
  }
  await expect(figure.figure).toContainText(/else those of APO-P: λFSD\s*1\.0 and λWSD\s*0\.10/);
});

test("on a network a step is solved for once the view is open: the page's number is that of the same step in Node", async ({
  lab,
}) => {
  await lab.open(`task=sine&seed=${SEED}&opt=sgd&sgd.learningRate=0.05&views=none`);
  await lab.stepButton.click();
  await lab.isAtRest(1);
  await lab.views.toggle(TITLE).click();
  const figure = lab.views.figure(TITLE);
  await expect(figure).toContainText("Steps are measured while this view is open");
  await lab.resetButton.click();
  await lab.isAtRest(0);
  await lab.stepButton.click();
  const measured = async () => valuesOf(await lab.state(), "sgd", "proximalDistance");
  await expect.poll(async () => (await measured()).length).toBe(1);

  const task = await taskOf("sine");
  const batches = createBatches(SEED, task.train.count, 64);
  const [batch, fsdBatch] = [batches.batch(0), batches.fsdBatch(0)];
  const theta = Float32Array.from(task.initialParams.flatMap((layer) => [...layer]));
  const problem = {
    layers: task.layers as Parameters<typeof netGap>[0]["problem"]["layers"],
    ...{ loss: "squaredError" as const, klDirection: "old-new" as const, lambdaFsd: 3, lambdaWsd: 0 },
    x: gatherRows(allNumbers(task.train.x), batch, 1),
    y: gatherRows(task.train.y as Float32Array, batch, 1),
    fsdX: gatherRows(allNumbers(task.train.x), fsdBatch, 1),
  };
  // one step of SGD is a scalar times the gradient: it lies at the angle of the floor
  const { floor } = netGap({ problem, theta, next: theta });
  const { columns } = runOf(await lab.state(), "sgd");
  expect(relativeDifference(Number(columns.proximalFloor[0]), floor ?? 0)).toBeLessThan(1e-4);
  expect(columns.proximalCosine[0]).toBeCloseTo(Math.sqrt(1 - (floor ?? 0) ** 2), 4);
  expect(columns.proximalDistance[0]).toBeGreaterThan(floor ?? 2);
  await expect(figure).toContainText("λWSD counts as at least 0.1");
  await expect(figure.locator("text.value").first()).toHaveText(formatNumber(Number(columns.proximalDistance[0])));
});

test("where the exact step is out of reach the view says why, and what to choose", async ({ lab }) => {
  await lab.open("task=mnist&opt=sgd&steps=2&views=gap");
  await expect(lab.views.figure(TITLE)).toContainText("at most 5,000 weights; this network has 79,510");
  await expect(lab.views.figure(TITLE)).toContainText("Choose Linear regression");
});
