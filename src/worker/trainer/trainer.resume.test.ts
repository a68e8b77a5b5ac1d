import { afterEach, expect, test } from "vitest";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { TASKS } from "../../config/tables/tasks";
import { openTestTrainer, type TestPage } from "../testing/testTrainer";

let page: TestPage;
afterEach(() => page.close());

const MOVED = [
  { step: 2, name: "lambdaFsd", value: 30, run: "apo-lr" },
  { step: 5, name: "lambdaFsd", value: 1, run: "apo-lr" },
];
const SINE = { task: "sine", seed: 3, batchSize: 16, steps: 8, optimizers: [{ id: "apo-lr" }, { id: "sgdm" }] };
const { config } = resolveExperiment({ version: 1, ...SINE, interventions: MOVED.slice(0, 1) });
const LOG = { step: 5, runs: { "apo-lr": { seconds: 1000, metaSteps: 3 }, sgdm: { seconds: 500, metaSteps: 0 } } };

/** Plays without a break, and returns the losses. */
async function playedThrough() {
  page = openTestTrainer();
  page.configure("whole", { ...SINE, interventions: MOVED });
  page.send({ type: "play", experiment: "whole" });
  await page.next("runStatus", ({ run }) => run === "sgdm");
  await page.next("status", ({ status }) => status === "paused");
  return { "apo-lr": page.column("whole", "apo-lr", "trainLoss"), sgdm: page.column("whole", "sgdm", "trainLoss") };
}

/** Goes on from a log of five steps, with a move made meanwhile. */
async function goneOnFrom(resume: typeof LOG) {
  const command = { type: "configure", experiment: "b", config, stepsPerSecond: 1, views: [], resume } as const;
  page.send(command);
  await page.next("status", ({ experiment, status, step }) => experiment === "b" && status === "paused" && step === 5);
  page.send({ type: "setHyperparam", experiment: "b", run: "apo-lr", name: "lambdaFsd", value: 1 });
}

test("from a log a race takes its steps again unseen, at full speed, and goes on with the same numbers", async () => {
  const whole = await playedThrough();
  await goneOnFrom(LOG);
  page.send({ type: "step", experiment: "b" });
  await page.next("status", ({ experiment, status, step }) => experiment === "b" && status === "paused" && step === 6);

  const rows = page.all("rows").filter(({ experiment }) => experiment === "b");
  expect(rows.flatMap(({ runs }) => runs.map(({ run, columns }) => [run, columns.step]))).toEqual([
    ["apo-lr", [5]],
    ["sgdm", [5]],
  ]);
  expect(page.column("b", "apo-lr", "trainLoss")).toEqual(whole["apo-lr"].slice(5, 6));
  expect(page.column("b", "sgdm", "trainLoss")).toEqual(whole.sgdm.slice(5, 6));
  expect(Number(page.column("b", "apo-lr", "seconds")[0])).toBeGreaterThan(1000);
  expect(Number(page.column("b", "sgdm", "seconds")[0])).toBeLessThan(560);
  // the move of the log acts again and is not told again; the one made meanwhile waits for the end of the log
  expect(page.all("intervention").filter(({ experiment }) => experiment === "b")).toMatchObject([
    { step: 5, name: "lambdaFsd", from: 30, value: 1 },
  ]);
  const last = page.all("retrained").at(-1);
  expect(last).toMatchObject({ step: 5, losses: { "apo-lr": whole["apo-lr"][4], sgdm: whole.sgdm[4] } });
  expect(page.all("evaluation").filter(({ experiment }) => experiment === "b")).toEqual([]);
});

test("a race that was over in its log stays over, and trains nothing", async () => {
  await playedThrough();
  page.send({
    type: "configure",
    experiment: "b",
    config,
    stepsPerSecond: null,
    views: [],
    resume: { ...LOG, step: 8 },
  });
  await page.next("status", ({ experiment, status, step }) => experiment === "b" && status === "paused" && step === 8);
  page.send({ type: "play", experiment: "b" });
  await page.next("notice", ({ notice }) => notice.title === "The race is over");
  expect(page.all("retrained")).toEqual([]);
});

test("from a checkpoint only the steps behind it are taken again, and the numbers are the same", async () => {
  const whole = await playedThrough();
  const configure = { type: "configure", config, stepsPerSecond: 20, views: [], keepsCheckpoints: true } as const;
  page.send({ ...configure, experiment: "kept" });
  page.send({ type: "play", experiment: "kept" });
  await page.next("rows", ({ experiment, step }) => experiment === "kept" && step === 3);
  page.send({ type: "pause", experiment: "kept" });
  const { checkpoint } = await page.next("checkpoint", ({ experiment }) => experiment === "kept");
  expect(checkpoint.step).toBeLessThan(8);
  const log = { ...LOG, step: checkpoint.step + 1 };
  const command = { ...configure, experiment: "b", stepsPerSecond: null, resume: { ...log, checkpoint } };
  page.send({ ...command, config: { ...config, interventions: MOVED.filter(({ step }) => step < log.step) } });
  await page.next("status", ({ experiment, step }) => experiment === "b" && step === log.step);
  page.send({ type: "play", experiment: "b" });
  await page.next("runStatus", ({ experiment, run }) => experiment === "b" && run === "sgdm");
  const trainedAgain = page.all("retrained");
  expect(trainedAgain.at(-1)?.step).toBe(log.step);
  expect(page.column("b", "sgdm", "trainLoss")).toEqual(whole.sgdm.slice(log.step));
  expect(
    page.all("evaluation").filter(({ experiment, evaluation }) => experiment === "b" && evaluation.step === 0),
  ).toEqual([]);
});

test("no checkpoint is taken where nobody keeps it", async () => {
  await playedThrough();
  expect(page.all("checkpoint")).toEqual([]);
});

test("an evaluation that the log lacks, as the page ended before it came, is taken again with its step", async () => {
  page = openTestTrainer();
  const { config: longer } = resolveExperiment({ version: 1, ...SINE, steps: 45 });
  const command = { type: "configure", experiment: "b", config: longer, stepsPerSecond: null, views: [] } as const;
  const { evaluationInterval } = TASKS.sine;
  page.send({ ...command, resume: { ...LOG, step: 2 * evaluationInterval + 1, evaluatedAt: evaluationInterval } });
  await page.next("status", ({ status }) => status === "paused");
  page.send({ type: "step", experiment: "b" });
  await page.next("rows", ({ step }) => step === 2 * evaluationInterval + 2);
  expect(page.all("evaluation").map(({ run, evaluation }) => [run, evaluation.step])).toEqual([
    ["apo-lr", 2 * evaluationInterval],
    ["sgdm", 2 * evaluationInterval],
  ]);
});
