import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { COLUMN_NAMES } from "../../config/tables/metrics";
import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { settingsIn, TASK_SETTINGS } from "../../config/tables/taskSettings";
import { forEachBackend, useBackend } from "../testing/forEachBackend";
import { tinyTask } from "../testing/tinyTasks";
import { toyTask } from "../testing/toyTask";
import type { Race, RunRows, RunSpec } from "./contract";
import { createFeed } from "./feed";
import { createRace } from "./race";

/** Those whose steps take one or two passes; the others solve for each with hundreds. */
const QUICK_IDS = OPTIMIZER_IDS.filter((id) => !OPTIMIZERS[id].isSolver);

const onSine = (optimizer: OptimizerId): RunSpec => ({
  run: optimizer,
  optimizer,
  hyperparams: { ...hyperparamDefaults(optimizer), ...settingsIn(TASK_SETTINGS.sine, optimizer).hyperparams },
});

const tiny = (run: string, optimizer: OptimizerId, changed: Partial<Hyperparams> = {}): RunSpec => ({
  run,
  optimizer,
  hyperparams: { ...hyperparamDefaults(optimizer), ...changed },
});

const tinyRace = (runs: RunSpec[]) => createRace(tinyTask("regression"), { seed: 5, batchSize: 16, steps: 100, runs });

async function takeSteps(race: Race, count: number): Promise<void> {
  for (let step = 0; step < count; step++) await race.takeStep();
}

const rowsOf = async (race: Race, run: string): Promise<RunRows> => {
  const rows = (await race.readRows()).find((candidate) => candidate.run === run);
  if (!rows) throw new Error(`No rows of ${run}.`);
  return rows;
};

/** Everything but the clock. */
const numbersOf = ({ columns, run }: RunRows) => [
  run,
  COLUMN_NAMES.filter((name) => name !== "seconds").map((name) => columns[name]),
];

forEachBackend((backend) => {
  it("starts every optimizer from the same loss on the same batch of sine", async () => {
    const race = createRace(await toyTask("sine", 7), {
      seed: 7,
      batchSize: 64,
      steps: 1,
      runs: OPTIMIZER_IDS.map(onSine),
    });
    await race.takeStep();
    const losses = (await race.readRows()).map(({ columns }) => columns.trainLoss[0]);
    race.dispose();
    expect(losses).toHaveLength(OPTIMIZER_IDS.length);
    expect(losses[0]).toBeGreaterThan(0.1);
    expect(new Set(losses).size).toBe(1);
  });

  it.each([
    { methods: "every method", ids: OPTIMIZER_IDS, steps: 3 },
    { methods: "those that solve nothing", ids: QUICK_IDS, steps: backend === "cpu" ? 6 : 30 },
  ])("replays sine bit for bit: $methods, $steps steps", async ({ ids, steps }) => {
    const replay = async () => {
      const runs = ids.map(onSine);
      const race = createRace(await toyTask("sine", 7), { seed: 7, batchSize: 64, steps, runs });
      await takeSteps(race, steps);
      const rows = (await race.readRows()).map(numbersOf);
      race.dispose();
      return rows;
    };
    expect(await replay()).toEqual(await replay());
  });
});

describe("a race on wasm", () => {
  beforeAll(() => useBackend("wasm"));

  it("gives a run the numbers it has alone, whatever runs beside it", async () => {
    const together = tinyRace(OPTIMIZER_IDS.map((id) => tiny(id, id)));
    await takeSteps(together, 10);
    const rows = await together.readRows();
    together.dispose();
    for (const id of OPTIMIZER_IDS) {
      const alone = tinyRace([tiny(id, id)]);
      await takeSteps(alone, 10);
      expect((await alone.readRows()).map(numbersOf)).toEqual(rows.filter(({ run }) => run === id).map(numbersOf));
      alone.dispose();
    }
  });

  it("asks for the rows of each step once, for all runs", async () => {
    const asked: string[] = [];
    const noted =
      <T>(name: string, draw: (step: number) => T) =>
      (step: number): T => {
        asked.push(`${name}${step}`);
        return draw(step);
      };
    const feed = createFeed({ seed: 5, count: 32, batchSize: 16, noise: "normal", outputs: 1 });
    const race = createRace(tinyTask("regression"), {
      seed: 5,
      batchSize: 16,
      steps: 3,
      runs: (["apo-p", "apo-lr", "kfac"] as const).map((id) => tiny(id, id, { metaUpdateInterval: 2 })),
      feed: {
        ...feed,
        batch: noted("B", feed.batch),
        fsdBatch: noted("B′", feed.fsdBatch),
        targetNoise: noted("noise", feed.targetNoise),
      },
    });
    await takeSteps(race, 3);
    race.dispose();
    // B′ only where a meta-update falls: steps 0 and 2
    expect(asked.sort()).toEqual(["B0", "B1", "B2", "B′0", "B′2", "noise0", "noise1", "noise2"].sort());
  });

  it("waits between runs, not before the first", async () => {
    const race = tinyRace([tiny("a", "sgd"), tiny("b", "sgd"), tiny("c", "sgd")]);
    let waits = 0;
    await race.takeStep(async () => {
      waits++;
    });
    race.dispose();
    expect(waits).toBe(2);
  });

  it("acts on a moved hyperparameter in the next step, and says what it was", async () => {
    const race = tinyRace([tiny("moved", "sgd", { learningRate: 0.1 }), tiny("other", "sgd", { learningRate: 0.1 })]);
    await takeSteps(race, 3);
    expect(race.setHyperparam("moved", "learningRate", 0.2)).toBe(0.1);
    await takeSteps(race, 2);
    const [moved, other] = await race.readRows();
    race.dispose();
    expect(moved?.columns.learningRate).toEqual([0.1, 0.1, 0.1, 0.2, 0.2]);
    expect(other?.columns.learningRate).toEqual([0.1, 0.1, 0.1, 0.1, 0.1]);
    expect(moved?.columns.trainLoss.slice(0, 4)).toEqual(other?.columns.trainLoss.slice(0, 4)); // the loss is taken before the step
    expect(moved?.columns.trainLoss[4]).not.toBe(other?.columns.trainLoss[4]);
  });

  it("makes meta-updates at steps 0, K, 2K, …, and counts them", async () => {
    const race = tinyRace([tiny("apo", "apo-p", { metaUpdateInterval: 3 }), tiny("sgd", "sgd")]);
    await takeSteps(race, 7);
    const rows = await rowsOf(race, "apo");
    expect(rows.columns.objective.map((value) => value !== null)).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
    expect(rows.columns.gradientEvaluations).toEqual([2, 3, 4, 6, 7, 8, 10]);
    expect([race.metaSteps("apo"), race.metaSteps("sgd"), rows.metaSteps]).toEqual([3, 0, 3]);
    race.dispose();
  });

  it("names the runs it has where one is unknown", () => {
    const race = tinyRace([tiny("a", "sgd"), tiny("b", "adam")]);
    expect(() => race.setHyperparam("c", "learningRate", 1)).toThrow('There is no run "c"; the race has a, b.');
    race.dispose();
  });
});

describe("a run that fails", () => {
  beforeAll(() => useBackend("wasm"));

  it("is reported with the quantity and the step, its rows end there, and the others go on", async () => {
    const race = tinyRace([tiny("wild", "sgd", { learningRate: 1e30 }), tiny("calm", "adam")]);
    await takeSteps(race, 6);
    const [wild, calm] = await race.readRows();
    expect(wild?.status).toBe("diverged");
    expect(wild?.message).toMatch(
      /^Training loss became (NaN|Infinity) at step 1\. The last finite training loss was [0-9.]+ at step 0\.$/,
    );
    expect(wild?.end).toEqual({ kind: "notFinite", quantity: "trainLoss", step: 1 });
    expect(wild?.columns.step).toEqual([0, 1]);
    expect(calm?.status).toBe("running");
    expect(calm?.columns.step).toEqual([0, 1, 2, 3, 4, 5]);
    await takeSteps(race, 4);
    const [later, calmLater] = await race.readRows();
    expect(later?.columns.step).toEqual([]);
    expect(later?.message).toBe(wild?.message);
    expect(calmLater?.columns.step).toEqual([6, 7, 8, 9]);
    race.dispose();
  });

  it("has diverged at a loss above 1,000 times its start, also while it is finite", async () => {
    const race = tinyRace([tiny("wild", "sgd", { learningRate: 30 })]);
    await takeSteps(race, 40);
    const { message, columns, end } = await rowsOf(race, "wild");
    race.dispose();
    expect(end).toEqual({ kind: "tooHigh", quantity: "trainLoss", step: columns.step.at(-1) });
    const last = columns.trainLoss.at(-1) as number;
    expect(Number.isFinite(last)).toBe(true);
    expect(last).toBeGreaterThan(1000 * (columns.trainLoss[0] as number));
    expect(message).toContain(`at step ${columns.step.at(-1)}, more than 1000 times its start`);
    expect(
      columns.trainLoss.slice(0, -1).every((loss) => (loss as number) <= 1000 * (columns.trainLoss[0] as number)),
    ).toBe(true);
  });

  it("keeps the rows before a step that throws, and says which step it was", async () => {
    const tensors = memory().numTensors;
    const race = tinyRace([tiny("kfac", "kfac", { inverseUpdatePeriod: 1 })]);
    await takeSteps(race, 3);
    race.setHyperparam("kfac", "damping", -1); // no matrix is positive definite with √−1 on its diagonal
    await takeSteps(race, 2);
    const { status, message, columns, end } = await rowsOf(race, "kfac");
    race.dispose();
    expect(status).toBe("diverged");
    expect(end).toEqual({ kind: "threw", quantity: null, step: 3 }); // √−1 is no number: not merely singular
    expect(message).toMatch(/^Step 3 failed: .*pivot 0 is NaN/);
    expect(columns.step).toEqual([0, 1, 2]);
    expect(memory().numTensors).toBe(tensors); // nor does the broken step leave a tensor behind
  });

  it("names of a step the quantity that it computes first: what a meta-update measures, not the η that it then breaks", async () => {
    const race = tinyRace([tiny("apo-lr", "apo-lr", { learningRate: 1e25, metaUpdateInterval: 1 })]);
    await takeSteps(race, 3);
    const { message, end } = await rowsOf(race, "apo-lr");
    race.dispose();
    expect(end).toMatchObject({ kind: "notFinite", quantity: "objectiveLoss", step: 0 });
    expect(message).toMatch(/^Loss at the lookahead became (NaN|Infinity) at step 0\./);
  });

  it("names the loss that broke first, not the exception that it led to, where both happened between two reads", async () => {
    const race = tinyRace([tiny("kfac", "kfac", { learningRate: 1e19, klClip: 1e38, inverseUpdatePeriod: 1 })]);
    await takeSteps(race, 2);
    race.setHyperparam("kfac", "damping", -1);
    await takeSteps(race, 2);
    const { status, message, columns } = await rowsOf(race, "kfac");
    race.dispose();
    expect(status).toBe("diverged");
    expect(message).toMatch(/^Training loss (reached|became) .* at step 1/);
    expect(columns.step).toEqual([0, 1]);
  });
});
