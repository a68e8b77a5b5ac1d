import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { ColumnName } from "../../config/tables/metrics";
import type { OptimizerId } from "../../config/tables/optimizers";
import { gatherRows } from "../data/inputs";
import { proximalGap } from "../proximal/gap";
import { linearMoments, linearProximalStep } from "../proximal/linearStep";
import { netGap } from "../proximal/netStep";
import { useBackend } from "../testing/forEachBackend";
import { tinyTask } from "../testing/tinyTasks";
import { toyTask } from "../testing/toyTask";
import type { Race, RunRows, RunSpec } from "./contract";
import { createFeed } from "./feed";
import { createRace, type RaceOptions } from "./race";

const spec = (optimizer: OptimizerId, changed: Partial<Hyperparams> = {}, run: string = optimizer): RunSpec => ({
  run,
  optimizer,
  hyperparams: { ...hyperparamDefaults(optimizer), ...changed },
});

async function trained(race: Race, steps: number): Promise<Map<string, RunRows>> {
  for (let step = 0; step < steps; step++) await race.takeStep();
  return new Map((await race.readRows()).map((rows) => [rows.run, rows]));
}

const column = (rows: Map<string, RunRows>, run: string, name: ColumnName): number[] =>
  (rows.get(run)?.columns[name] ?? []).map((value) => value ?? Number.NaN);

/** Enough meta-steps for a dense P of 8 inputs to reach float32. */
const STEPS = 200;

beforeAll(() => useBackend("wasm"));

describe("on linear regression", () => {
  const raceOf = async (runs: RunSpec[], options: Partial<RaceOptions> = {}) =>
    createRace(await toyTask("linear", 3), { seed: 3, batchSize: 32, steps: STEPS, runs, ...options });
  const LAMBDAS = { lambdaFsd: 1, lambdaWsd: 0.1 };

  it("the proximal point's own step has no gap, in any step, beyond the rounding of its weights", async () => {
    const race = await raceOf([spec("proximal-point", LAMBDAS), spec("sgdm")]);
    const tensors = memory().numTensors;
    const rows = await trained(race, 12);
    race.dispose();
    expect(memory().numTensors).toBeLessThan(tensors);
    expect(column(rows, "proximal-point", "proximalDistance")).toHaveLength(12);
    for (const distance of column(rows, "proximal-point", "proximalDistance")) expect(distance).toBeLessThan(1e-5);
    for (const cosine of column(rows, "proximal-point", "proximalCosine")) expect(cosine).toBeGreaterThan(1 - 1e-9);
    for (const distance of column(rows, "sgdm", "proximalDistance")) expect(distance).toBeGreaterThan(0.1);
  });

  it("the gap is of the step taken, momentum included: that of the weights before and after it", async () => {
    const task = await toyTask("linear", 3);
    const race = await raceOf([spec("sgdm", { learningRate: 0.01 }), spec("apo-p", LAMBDAS)]);
    await trained(race, 3);
    const [before] = await race.weights("sgdm");
    const rows = await trained(race, 1);
    const [after] = await race.weights("sgdm");
    race.dispose();
    const feed = createFeed({ seed: 3, count: task.train.count, batchSize: 32, noise: "normal", outputs: 1 });
    const [batch, fsdBatch] = [feed.batch(3), feed.fsdBatch(3)];
    const data = {
      x: gatherRows(task.train.x, batch, 8),
      y: gatherRows(task.train.y as Float32Array, batch, 1),
      fsdX: gatherRows(task.train.x, fsdBatch, 8),
    };
    const exact = linearProximalStep(Float64Array.from(before ?? []), linearMoments(data, 8, 8, 1), LAMBDAS);
    const expected = proximalGap(before ?? [], after ?? [], exact);
    expect(expected.distance).toBeGreaterThan(0.1);
    expect(rows.get("sgdm")?.columns).toMatchObject({
      proximalDistance: [expected.distance],
      proximalCosine: [expected.cosine],
      proximalFloor: [expected.floor],
      proximalAtBestRate: [expected.atBestRate],
    });
  });

  it("runs without prices of their own are held against the step with those of the first APO run, as they stand", async () => {
    const alone = (lambdas: typeof LAMBDAS) =>
      raceOf([spec("sgd")], { objectiveSettings: { ...lambdas, klDirection: "old-new" } });
    const [cheap, expensive] = [await alone(LAMBDAS), await alone({ lambdaFsd: 5, lambdaWsd: 2 })];
    const racing = await raceOf([spec("sgd"), spec("apo-p", LAMBDAS)]);
    racing.setHyperparam("apo-p", "lambdaFsd", 1);
    const before = await trained(racing, 3);
    racing.setHyperparam("apo-p", "lambdaFsd", 5);
    racing.setHyperparam("apo-p", "lambdaWsd", 2);
    const after = await trained(racing, 3);
    const [atCheap, atExpensive] = [await trained(cheap, 6), await trained(expensive, 6)];
    for (const race of [cheap, expensive, racing]) race.dispose();
    const of = (rows: Map<string, RunRows>) => column(rows, "sgd", "proximalDistance");
    expect(of(before)).toEqual(of(atCheap).slice(0, 3));
    expect(of(after)).toEqual(of(atExpensive).slice(3));
    expect(of(after)).not.toEqual(of(atCheap).slice(3));
  });

  it("at frozen θ the gap of a dense P goes to 0, and that of one η to η*'s, never below the floor", async () => {
    const frozen = { ...LAMBDAS, metaOnlySteps: STEPS, metaUpdateInterval: 1, metaSchedule: "linear" } as const;
    const race = await raceOf(
      [
        spec("apo-p", { ...frozen, learningRate: 0.1, metaLearningRate: 0.02 }),
        spec("apo-lr", { ...frozen, learningRate: 0.05, metaLearningRate: 0.1 }),
      ],
      { batchSize: 4096 },
    );
    const start = await race.weights("apo-p");
    const rows = await trained(race, STEPS);
    expect(await race.weights("apo-p")).toEqual(start);
    race.dispose();
    const distance = column(rows, "apo-p", "proximalDistance");
    const at = (step: number) => distance[step] as number;
    expect(at(0)).toBeGreaterThan(0.5);
    expect(at(STEPS / 4)).toBeLessThan(0.5 * at(0));
    expect(at(STEPS - 1)).toBeLessThan(1e-4);
    const [one, floor, best] = (["proximalDistance", "proximalFloor", "proximalAtBestRate"] as const).map((name) =>
      column(rows, "apo-lr", name),
    ) as [number[], number[], number[]];
    expect(Math.abs((one.at(-1) as number) - (best.at(-1) as number))).toBeLessThan(1e-3);
    const closest = Math.min(...one.map((value, step) => value - (floor[step] as number)));
    expect(closest).toBeGreaterThan(-1e-6);
  });
});

describe("on a small network", () => {
  it("a step that was asked for comes back as a probe of every run, and others do not", async () => {
    const runs = [spec("apo-lr"), spec("adam")];
    const race = createRace(tinyTask("regression"), { seed: 5, batchSize: 16, steps: 100, runs });
    await race.takeStep();
    const before = await race.weights("adam");
    race.probeNextStep();
    const rows = await trained(race, 2);
    race.dispose();
    for (const run of ["apo-lr", "adam"]) {
      const probes = rows.get(run)?.probes ?? [];
      expect(probes.map(({ step }) => step)).toEqual([1]);
      expect(column(rows, run, "proximalDistance")).toEqual([Number.NaN, Number.NaN, Number.NaN]);
      const { distance, floor, cosine, atBestRate } = netGap(probes[0] as NonNullable<(typeof probes)[0]>);
      expect(distance).toBeGreaterThan(0);
      expect(Math.abs(cosine ?? 2)).toBeLessThan(1);
      if (run === "apo-lr") expect(distance).toBeGreaterThan((floor ?? 2) - 1e-6);
      expect(atBestRate).toBeNull();
    }
    expect(Array.from(rows.get("adam")?.probes[0]?.theta ?? [])).toEqual(before.flatMap((layer) => Array.from(layer)));
  });

  it("convolutions have no probe", async () => {
    const race = createRace(tinyTask("classification"), { seed: 5, batchSize: 16, steps: 9, runs: [spec("sgd")] });
    race.probeNextStep();
    const rows = await trained(race, 1);
    race.dispose();
    expect(rows.get("sgd")?.probes).toEqual([]);
  });
});
