import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Lookahead } from "../../config/formulas/lookahead";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { objectiveOf } from "../../config/tables/lambdas";
import { COLUMN_NAMES } from "../../config/tables/metrics";
import type { OptimizerId } from "../../config/tables/optimizers";
import { allNumbers } from "../data/inputs";
import { useBackend } from "../testing/forEachBackend";
import { tinyTask } from "../testing/tinyTasks";
import { toyTask } from "../testing/toyTask";
import type { Race } from "./contract";
import { createRace } from "./race";

const SETTINGS: Partial<Hyperparams> = { lambdaFsd: 0.7, lambdaWsd: 0.02, metaUpdateInterval: 2, learningRate: 0.05 };

const specOf = (optimizer: OptimizerId) => ({
  run: optimizer,
  optimizer,
  hyperparams: { ...hyperparamDefaults(optimizer), ...SETTINGS },
});

const raceOn = async (task: "sine" | "spirals", runs: readonly OptimizerId[] = ["apo-p", "apo-lr", "sgd"]) =>
  createRace(await toyTask(task, 7), { seed: 7, batchSize: 64, steps: 10, runs: runs.map(specOf) });

async function aheadOf(race: Race, run: string): Promise<Lookahead> {
  const lookahead = await race.lookAhead(run);
  if (!lookahead) throw new Error(`${run} does not look ahead.`);
  return lookahead;
}

/** Everything but the clock. */
async function numbersOf(race: Race) {
  return (await race.readRows()).map(({ columns, run }) => [
    run,
    COLUMN_NAMES.filter((name) => name !== "seconds").map((name) => columns[name]),
  ]);
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("a lookahead of a race", () => {
  beforeAll(() => useBackend("wasm"));

  it("moves the outputs on B′ by its FSD: the mean of ½(f′ − f)² on sine", async () => {
    const race = await raceOn("sine");
    for (const run of ["apo-p", "apo-lr"]) {
      const { fsd, fsdBatch, fsdBefore, fsdAfter } = await aheadOf(race, run);
      expect(fsdBatch).toHaveLength(64);
      const squares = Array.from(fsdAfter, (after, i) => 0.5 * (after - (fsdBefore[i] as number)) ** 2);
      expect(mean(squares) / fsd).toBeCloseTo(1, 4);
    }
    race.dispose();
  });

  it("moves the outputs on B′ by its FSD: the mean of KL(old ‖ new) on spirals", async () => {
    const race = await raceOn("spirals");
    const { fsd, fsdBefore, fsdAfter } = await aheadOf(race, "apo-lr");
    const divergences = Array.from(fsdBefore, (p, i) => {
      const q = fsdAfter[i] as number;
      return p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
    });
    expect(mean(divergences) / fsd).toBeCloseTo(1, 3);
    race.dispose();
  });

  it("draws the same functions on the grid as at the inputs of B′", async () => {
    const task = await toyTask("sine", 7);
    const race = await raceOn("sine");
    const { before, after, fsdBatch, fsdBefore, fsdAfter } = await aheadOf(race, "apo-p");
    if (task.picture.kind !== "function") throw new Error("sine draws a function");
    const { gridX } = task.picture;
    for (const [values, expected] of [
      [before, fsdBefore],
      [after, fsdAfter],
    ] as const)
      fsdBatch.forEach((row, i) => {
        const x = allNumbers(task.train.x)[row] as number;
        const right = Math.max(
          1,
          gridX.findIndex((at) => at >= x),
        );
        const [a, b] = [gridX[right - 1] as number, gridX[right] as number];
        const between =
          (values[right - 1] as number) +
          ((x - a) / (b - a)) * ((values[right] as number) - (values[right - 1] as number));
        expect(between).toBeCloseTo(expected[i] as number, 2);
      });
    race.dispose();
  });

  it.each(["sine", "spirals"] as const)(
    "is what the step on %s then records, where it makes a meta-update",
    async (task) => {
      const race = await raceOn(task);
      const seen = [];
      for (let step = 0; step < 4; step++) {
        seen.push({ p: await aheadOf(race, "apo-p"), lr: await aheadOf(race, "apo-lr") });
        await race.takeStep();
      }
      const rows = await race.readRows();
      race.dispose();
      for (const [run, key] of [
        ["apo-p", "p"],
        ["apo-lr", "lr"],
      ] as const) {
        const columns = rows.find((candidate) => candidate.run === run)?.columns;
        seen.forEach(({ [key]: ahead }, step) => {
          expect(columns?.trainLoss[step]).toBe(ahead.batchLoss);
          if (step % 2 === 1) {
            expect(columns?.objective[step]).toBeNull();
            return;
          }
          const { lambdaFsd = 0, lambdaWsd = 0 } = SETTINGS;
          const objective = objectiveOf(ahead, { lambdaFsd, lambdaWsd });
          expect((columns?.objective[step] as number) / objective).toBeCloseTo(1, 6);
          for (const name of ["objectiveLoss", "fsd", "wsd"] as const)
            expect((columns?.[name][step] as number) / ahead[name], name).toBeCloseTo(1, 6);
          expect(ahead.stepLength ** 2 / 2 / ahead.wsd).toBeCloseTo(1, 5);
        });
      }
    },
  );

  it("leaves the race bit for bit as it was, and no tensor behind", async () => {
    const [asked, left] = [await raceOn("sine"), await raceOn("sine")];
    for (let step = 0; step < 4; step++) {
      const { numTensors } = memory();
      for (const run of ["apo-p", "apo-lr", "sgd"]) await asked.lookAhead(run);
      expect(memory().numTensors).toBe(numTensors);
      await asked.takeStep();
      await left.takeStep();
    }
    expect(await numbersOf(asked)).toEqual(await numbersOf(left));
    for (const run of ["apo-p", "apo-lr"]) expect(await asked.weights(run)).toEqual(await left.weights(run));
    asked.dispose();
    left.dispose();
  });

  it("does not exist for a method without meta-updates, nor for a task without a picture of a function", async () => {
    const race = await raceOn("sine");
    expect(await race.lookAhead("sgd")).toBeNull();
    race.dispose();
    const hidden = createRace(tinyTask("regression"), { seed: 5, batchSize: 16, steps: 2, runs: [specOf("apo-p")] });
    expect(await hidden.lookAhead("apo-p")).toBeNull();
    hidden.dispose();
  });
});
