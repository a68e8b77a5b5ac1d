import { memory, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { defaultHyperparams } from "../../config/experiment/resolveRuns";
import { CREATE_TASK } from "../../core/tasks/registry";
import { createRace } from "../../core/training/race";
import type { SeedsEvent } from "../../protocol/seeds";
import { TEST_SWEEP } from "../testing/testSweep";
import type { SweepDeps } from "./besideRace";
import { trainSeeds } from "./seeds";

const { config } = resolveExperiment({
  version: 1,
  task: "linear",
  seed: 5,
  steps: 30,
  optimizers: [{ id: "apo-p" }, { id: "sgdm" }],
  interventions: [{ step: 10, run: "apo-p", name: "lambdaFsd", value: 9 }],
});

async function eventsOf(changes: Partial<SweepDeps> = {}): Promise<SeedsEvent[]> {
  const events: SeedsEvent[] = [];
  const send = (event: SeedsEvent) => events.push(structuredClone(event));
  await trainSeeds({ band: "b1", config, seeds: [6, 7] }, { ...TEST_SWEEP, ...changes }, send);
  return events;
}

beforeAll(() => setBackend("cpu"));

test("each further seed is, bit for bit, the race that a page with that seed and the same moves trains", async () => {
  const tensors = memory().numTensors;
  const events = await eventsOf();
  for (const seed of [6, 7]) {
    const task = await CREATE_TASK.linear(seed, config.taskOptions, {
      readFile: TEST_SWEEP.readFile,
      report: () => {},
    });
    const runs = config.optimizers.map(({ id, run, hyperparams }) => ({ run, optimizer: id, hyperparams }));
    const objectiveSettings = defaultHyperparams({ task: "linear" }, "apo-p");
    const race = createRace(task, { seed, batchSize: config.batchSize, steps: 30, runs, objectiveSettings });
    const first = await race.evaluate("sgdm");
    while (race.step < 30) {
      if (race.step === 10) race.setHyperparam("apo-p", "lambdaFsd", 9);
      await race.takeStep();
    }
    const rows = await race.readRows();
    const told = events.flatMap((event) => (event.type === "seedRuns" && event.seed === seed ? event.runs : []));
    expect(told.map(({ columns }) => columns.trainLoss)).toEqual(rows.map(({ columns }) => columns.trainLoss));
    expect(told.map(({ columns }) => columns.learningRate)).toEqual(rows.map(({ columns }) => columns.learningRate));
    expect(told[1]?.evaluations[0]).toEqual(first);
    expect(told[1]?.evaluations.map(({ step }) => step)).toEqual([0, 25, 30]);
    race.dispose();
  }
  expect(events.at(-1)).toMatchObject({ type: "seedsDone", band: "b1", backend: "cpu" });
  expect(memory().numTensors).toBe(tensors);
});

test("what fails becomes an event with a remedy, and leaves no tensor behind", async () => {
  const tensors = memory().numTensors;
  const events = await eventsOf({
    createRace(...options) {
      const race = createRace(...options);
      race.takeStep = () => Promise.reject(new Error("out of memory"));
      return race;
    },
  });
  expect(events.at(-1)).toMatchObject({ type: "seedsFailure", notice: { title: "The further seeds stopped" } });
  expect(events.at(-1)).toHaveProperty("notice.detail", expect.stringContaining("out of memory"));
  expect(memory().numTensors).toBe(tensors);
});
