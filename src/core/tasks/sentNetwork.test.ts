import { expect, it } from "vitest";
import { defaultHyperparams } from "../../config/experiment/resolveRuns";
import { COLUMN_NAMES } from "../../config/tables/metrics";
import { TASKS } from "../../config/tables/tasks";
import { useBackend } from "../testing/forEachBackend";
import { publicData } from "../testing/publicData";
import type { Race } from "../training/contract";
import { createRace } from "../training/race";
import { CREATE_TASK } from "./registry";
import { received, sendable } from "./sentTask";
import type { TaskData } from "./task";

const taskOptions = {
  ...TASKS.cifar10.defaultOptions,
  network: "resnet18",
  width: "1/16",
  augment: "on",
  trainImages: 500,
} as const;

const IDS = ["sgdm", "kfac", "apo-p"] as const;

/** With a meta-update on both sides of the checkpoint. */
const raceOf = (task: TaskData) =>
  createRace(task, {
    seed: 8,
    batchSize: 8,
    steps: 4,
    runs: IDS.map((optimizer) => ({
      run: optimizer,
      optimizer,
      hyperparams: { ...defaultHyperparams({ task: "cifar10", taskOptions }, optimizer), metaUpdateInterval: 2 },
    })),
  });

async function rowsUpTo(race: Race, to: number) {
  while (race.step < to) await race.takeStep();
  const rows = await race.readRows();
  return rows.map(({ columns }) => COLUMN_NAMES.filter((name) => name !== "seconds").map((name) => columns[name]));
}

it("ResNet-18 trains in another worker, and from a checkpoint with its running averages, to the bits of here", async () => {
  await useBackend("wasm");
  const here = await CREATE_TASK.cifar10(8, taskOptions, publicData().io);
  const there = await received(structuredClone(sendable(here)));
  const [first, second] = [raceOf(here), raceOf(there)];
  try {
    expect(await rowsUpTo(second, 2)).toEqual(await rowsUpTo(first, 2));
    const checkpoint = structuredClone(await second.checkpoint());
    const rest = await rowsUpTo(first, 4);
    expect(rest.every((columns) => columns.some((column) => (column?.length ?? 0) > 0))).toBe(true);
    const resumed = raceOf(there);
    await resumed.restore(checkpoint);
    expect(await rowsUpTo(resumed, 4)).toEqual(rest);
    for (const run of IDS) expect(await resumed.averages(run)).toEqual(await first.averages(run));
    resumed.dispose();
  } finally {
    first.dispose();
    second.dispose();
  }
});
