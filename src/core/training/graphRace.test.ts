import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { spectrumOf } from "../spectrum/spectrum";
import { useBackend } from "../testing/forEachBackend";
import { graphTask } from "../testing/graph/graphTask";
import { readGraphFile } from "../testing/graph/readGraphFile";
import { createRace } from "./race";

/** A small network with every method that is offered for it, periods so that state waits between two updates. */
function raceOf(name: string) {
  const { task, feed } = graphTask(readGraphFile(name));
  const isOffered = (id: OptimizerId) => !(task.sequences && OPTIMIZERS[id].isFactored);
  const runs = OPTIMIZER_IDS.filter(isOffered).map((optimizer) => ({
    run: optimizer,
    optimizer,
    hyperparams: {
      ...hyperparamDefaults(optimizer),
      metaUpdateInterval: 2,
      solverIterations: 3,
      factorUpdatePeriod: 2,
    },
  }));
  return createRace(task, { seed: 0, batchSize: feed.batchSize, steps: 12, runs, feed });
}

describe.each(["resnet", "transformer-tied"])("a race on %s", (name) => {
  beforeAll(() => useBackend("wasm"));

  it("goes on from a checkpoint with its running averages, to the bit, and leaves no tensor behind", async () => {
    const before = memory().numTensors;
    const race = raceOf(name);
    const read = async (from: typeof race) => ({
      rows: (await from.readRows()).map(({ run, status, columns: { trainLoss, objective } }) => [
        run,
        status,
        trainLoss,
        objective,
      ]),
      ends: await Promise.all(
        from.runs.map(async ({ run }) => [await from.weights(run), await from.averages(run), await from.evaluate(run)]),
      ),
    });
    for (let step = 0; step < 3; step++) await race.takeStep();
    await race.readRows();
    const stored = structuredClone(await race.checkpoint());
    for (let step = 0; step < 3; step++) await race.takeStep();
    const expected = await read(race);
    race.dispose();
    expect(memory().numTensors).toBe(before);

    const other = raceOf(name);
    await other.restore(stored);
    for (let step = 0; step < 3; step++) await other.takeStep();
    expect(await read(other)).toEqual(expected);
    other.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it("keeps as many tensors after many steps as after a few", async () => {
    const race = raceOf(name);
    const taken = async (steps: number) => {
      for (let step = 0; step < steps; step++) await race.takeStep();
      await race.readRows();
      return race.tensorCount();
    };
    const few = await taken(4);
    expect(await taken(4)).toBe(few);
    race.dispose();
  });

  it("moves the running averages in its steps alone", async () => {
    const race = raceOf(name);
    const start = await race.averages("apo-p");
    for (const values of start) {
      const channels = values.length / 2;
      expect(Array.from(values)).toEqual([...new Array(channels).fill(0), ...new Array(channels).fill(1)]);
    }
    await race.takeStep();
    const moved = await race.averages("apo-p");
    await race.evaluate("apo-p");
    await race.predict("apo-p");
    expect(await race.averages("apo-p")).toEqual(moved);
    // every method has taken the same pass on B at the same θ
    for (const { run } of race.runs) expect(await race.averages(run), run).toEqual(moved);
    if (start.length > 0) expect(moved).not.toEqual(start);
    race.dispose();
  });

  it("has a spectrum for each matrix of every method that forms one", async () => {
    const race = raceOf(name);
    for (let step = 0; step < 3; step++) await race.takeStep();
    for (const { run, layers } of race.runs) {
      const spectra = spectrumOf(await race.preconditionerState(run));
      if (spectra.length === 0) continue;
      expect(spectra.map((one) => [one.name, one.dimension])).toEqual(
        layers.map(({ name: matrix, shape: [out, inputs] }) => [matrix, out * inputs]),
      );
      for (const { eigenvalues } of spectra)
        expect(eigenvalues.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    }
    race.dispose();
  });
});
