import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { type GraphFile, graphTask } from "../testing/graph/graphTask";
import { keepKernelsInUse } from "../testing/keepKernelsInUse";
import { useWebGpu } from "../testing/webGpu";
import { createRace } from "./race";

/** A network with the losses of its runs in float64, B before each step (GIVEN-GRAPH.md). */
interface Fixture extends GraphFile {
  expected: { name: string; trainLoss: number[] }[];
}

/** The one that has every kernel of networks of images; `alexnet`, `vgg`, `wrn` and `transformer` pass as well, and take a minute. */
const [file] = Object.values(
  import.meta.glob<Fixture>("./fixtures/graph/resnet.json", { eager: true, import: "default" }),
) as [Fixture];

/** As many as a meta-update needs to be seen: the whole runs are trained on cpu and wasm (`graphFixtures.test.ts`). */
const STEPS = 3;

describe("a small ResNet on WebGPU", () => {
  useWebGpu();

  it("begins as in float64, by every method", async () => {
    const restoreKernels = keepKernelsInUse("webgpu");
    const { task, feed } = graphTask(file);
    const race = createRace(task, {
      seed: 0,
      batchSize: feed.batchSize,
      steps: file.config.steps,
      runs: file.config.optimizers.map(({ id, run, hyperparams }) => ({
        run,
        optimizer: id,
        hyperparams: { ...hyperparamDefaults(id), ...hyperparams },
      })),
      feed,
    });
    for (let step = 0; step < STEPS; step++) await race.takeStep();
    const rows = await race.readRows();
    race.dispose();
    restoreKernels();
    for (const [i, { name, trainLoss }] of file.expected.entries()) {
      const losses = rows[i]?.columns.trainLoss ?? [];
      expect(losses, name).toHaveLength(STEPS);
      for (const [step, loss] of losses.entries()) {
        const expected = trainLoss[step] as number;
        expect(Math.abs((loss ?? Number.NaN) - expected) / expected, `${name}, step ${step}`).toBeLessThan(1e-4);
      }
    }
  });
});
