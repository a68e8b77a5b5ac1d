import { afterEach, expect, test } from "vitest";
import { openTestTrainer, type TestPage } from "../testing/testTrainer";

let page: TestPage;
afterEach(() => page.close());

const APO_LR = { id: "apo-lr", hyperparams: { lambdaFsd: 0.1, metaUpdateInterval: 10 } };
const SINE = { task: "sine", seed: 3, batchSize: 16, steps: 12, optimizers: [APO_LR, { id: "apo-p" }] };

async function opened(input: Record<string, unknown>): Promise<void> {
  page = openTestTrainer();
  page.configure("a", input);
  await page.next("status", ({ status }) => status === "idle");
}

async function step(): Promise<void> {
  page.send({ type: "step", experiment: "a" });
  await page.next("status", ({ status }) => status === "paused");
}

const move = (value: number | string, name: "lambdaFsd" | "metaUpdateInterval" = "lambdaFsd", run = "apo-lr") =>
  page.send({ type: "setHyperparam", experiment: "a", run, name, value });

test("several moves before a step collapse to one intervention, which names the step it acts in", async () => {
  await opened(SINE);
  await step();
  move(1);
  move(2);
  move(3);
  await step();
  expect(page.all("intervention")).toEqual([
    { type: "intervention", experiment: "a", run: "apo-lr", step: 1, name: "lambdaFsd", from: 0.1, value: 3 },
  ]);
});

test("a move there and back changes nothing and is no intervention", async () => {
  await opened(SINE);
  move(5);
  move(0.1);
  await step();
  expect(page.all("intervention")).toEqual([]);
});

test("a move acts in the next step: K = 1 brings a meta-update every step from there on", async () => {
  await opened(SINE); // K 10: meta-updates at 0, 10, …
  await step();
  await step();
  expect(page.all("rows").at(-1)?.metaSteps["apo-lr"]).toBe(1);
  move(1, "metaUpdateInterval");
  await step();
  expect(page.all("rows").at(-1)?.metaSteps["apo-lr"]).toBe(2);
});

test("interventions of the config act at their step; without a run on every run that has the setting", async () => {
  await opened({ ...SINE, interventions: [{ step: 2, name: "lambdaFsd", value: 30 }] });
  page.send({ type: "play", experiment: "a" });
  await page.next("runStatus");
  expect(page.all("intervention").map(({ run, step: at, value }) => [run, at, value])).toEqual([
    ["apo-lr", 2, 30],
    ["apo-p", 2, 30],
  ]);
});

test("a live move replayed as an intervention of the config gives the same numbers", async () => {
  await opened(SINE);
  for (let i = 0; i < 4; i++) await step();
  move(30);
  page.send({ type: "play", experiment: "a" });
  await page.next("runStatus");
  const [intervention] = page.all("intervention");
  page.configure("b", {
    ...SINE,
    interventions: [{ step: intervention?.step, run: "apo-lr", name: "lambdaFsd", value: 30 }],
  });
  page.send({ type: "play", experiment: "b" });
  await page.next("runStatus", ({ experiment }) => experiment === "b");
  for (const name of ["trainLoss", "learningRate", "objective"] as const)
    expect(page.column("b", "apo-lr", name)).toEqual(page.column("a", "apo-lr", name));
});

test("a value out of range is clamped, and a notice names the range", async () => {
  await opened(SINE);
  move(-3);
  const { notice } = await page.next("notice");
  expect(notice.title).toMatch(/λ_FSD of run apo-lr is -3/);
  expect(notice.detail).toMatch(/Allowed: .*0/);
  await step();
  expect(page.all("intervention")).toMatchObject([{ value: 0 }]);
});

test("a move of a run that is not there is refused with a notice", async () => {
  await opened(SINE);
  move(3, "lambdaFsd", "nobody");
  expect((await page.next("notice")).notice.title).toBe("λ_FSD of run nobody cannot change now");
  await step();
  expect(page.all("intervention")).toEqual([]);
});
