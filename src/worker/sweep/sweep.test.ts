import { memory, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { CREATE_TASK } from "../../core/tasks/registry";
import { createRace } from "../../core/training/race";
import type { SweepEvent, SweepRequest } from "../../protocol/sweep";
import { TEST_SWEEP } from "../testing/testSweep";
import type { SweepDeps } from "./besideRace";
import { sweep } from "./sweep";

const STEPS = 3;

const { config } = resolveExperiment({ version: 1, task: "linear", seed: 5, steps: 40, optimizers: [{ id: "apo-p" }] });
const run = config.optimizers[0]!;

const request: SweepRequest = {
  sweep: "s1",
  config,
  optimizer: run.id,
  hyperparams: run.hyperparams,
  grid: { lambdaFsd: [0, 3], lambdaWsd: [0.1, 10] },
  steps: STEPS,
};

async function eventsOf(asked: SweepRequest, changes: Partial<SweepDeps> = {}): Promise<SweepEvent[]> {
  const events: SweepEvent[] = [];
  await sweep(asked, { ...TEST_SWEEP, ...changes }, (event) => events.push(structuredClone(event)));
  return events;
}

const cellsOf = (events: readonly SweepEvent[]) =>
  events.flatMap((event) => (event.type === "sweepCells" ? event.cells : []));

beforeAll(() => setBackend("cpu"));

test("every cell of a map is, bit for bit, where a race of that one run with its two prices stands", async () => {
  const tensors = memory().numTensors;
  const events = await eventsOf(request);
  const task = await CREATE_TASK.linear(5, config.taskOptions, { readFile: TEST_SWEEP.readFile, report: () => {} });
  const expected = [];
  for (const [lambdaFsd, lambdaWsd] of [
    [0, 0.1],
    [3, 0.1],
    [0, 10],
    [3, 10],
  ] as const) {
    const hyperparams = { ...run.hyperparams, lambdaFsd, lambdaWsd };
    const runs = [{ run: "alone", optimizer: run.id, hyperparams }];
    const race = createRace(task, { seed: 5, batchSize: config.batchSize, steps: 40, runs });
    for (let step = 0; step < STEPS; step++) await race.takeStep();
    const [rows] = await race.readRows();
    const { trainLoss } = await race.evaluate("alone");
    const learningRate = rows?.columns.learningRate.at(-1);
    expected.push({ lambdaFsd, lambdaWsd, status: "finished", finalLoss: trainLoss, learningRate });
    race.dispose();
  }
  expect(cellsOf(events)).toEqual(expected);
  expect(new Set(expected.map(({ finalLoss }) => finalLoss)).size).toBe(4);
  expect(memory().numTensors).toBe(tensors);

  // a second worker, of a map whose first one was lost after a row
  const rest = await eventsOf({ ...request, grid: { ...request.grid, lambdaWsd: [10] }, stepsBefore: 2 * STEPS });
  expect(cellsOf(rest)).toEqual(expected.slice(2));
  expect(rest.flatMap((event) => (event.type === "sweepProgress" ? event.done : [])).at(-1)).toBe(4 * STEPS);
});

test("the steps taken are told on the way, each row as it ends, and the device at the end", async () => {
  const events = await eventsOf(request);
  expect(events.map(({ type }) => type)).toEqual([
    ...["sweepProgress", "sweepProgress"], // the task, the device
    ...["sweepProgress", "sweepCells", "sweepProgress", "sweepCells"],
    "sweepDone",
  ]);
  // Two cells of three steps a row
  expect(events.flatMap((event) => (event.type === "sweepProgress" ? event.done : []))).toEqual([0, 0, 6, 12]);
  expect(events.at(-1)).toMatchObject({ sweep: "s1", backend: "cpu" });
});

test("a cell that diverges is named with step and quantity, and the others go on", async () => {
  // With α = 0 the preconditioner stays at η₀·I = 10⁶·I.
  const wild = { ...run.hyperparams, learningRate: 1e6, metaLearningRate: 0 };
  const grid = { lambdaFsd: [0], lambdaWsd: [0] };
  const [cell] = cellsOf(await eventsOf({ ...request, hyperparams: wild, grid, steps: 20 }));
  expect(cell).toMatchObject({ status: "diverged", finalLoss: null, learningRate: null });
  expect(cell?.message).toMatch(/step \d/);
});

test("what fails becomes an event with a remedy, and leaves no tensor behind", async () => {
  const tensors = memory().numTensors;
  const events = await eventsOf(request, {
    createRace(...options) {
      const race = createRace(...options);
      race.takeStep = () => Promise.reject(new Error("out of memory"));
      return race;
    },
  });
  expect(events.at(-1)).toMatchObject({
    type: "sweepFailure",
    sweep: "s1",
    notice: { level: "error", title: "The sweep map stopped" },
  });
  expect(events.at(-1)).toHaveProperty("notice.detail", expect.stringContaining("out of memory"));
  expect(memory().numTensors).toBe(tensors);
});
