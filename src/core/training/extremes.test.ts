import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { MOST_RUNS } from "../../config/experiment/resolveRuns";
import { NUMERIC_HYPERPARAM_NAMES } from "../../config/tables/hyperparamNames";
import {
  actsMidRun,
  hasLiveRate,
  hyperparamDefaults,
  hyperparamRange,
  readsHyperparam,
} from "../../config/tables/hyperparamRange";
import { CHOICES, type HyperparamName, type Hyperparams } from "../../config/tables/hyperparams";
import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { settingsIn, TASK_SETTINGS } from "../../config/tables/taskSettings";
import type { Split, TaskData } from "../tasks/task";
import { useBackend } from "../testing/forEachBackend";
import { graphTask } from "../testing/graph/graphTask";
import { readGraphFile } from "../testing/graph/readGraphFile";
import { toyTask } from "../testing/toyTask";
import type { Race, RunRows, RunSpec } from "./contract";
import { createRace } from "./race";

/** All precisions, and the slowest method on every task: a minute and a half of processor time. */
const IS_LONG = process.env.RELIABILITY === "1";

/** Steps before a slider goes to its end, and after it. */
const BEFORE = 1;
const AFTER = 3;

interface Length {
  steps: number;
  batchSize: number;
}
const noMove = (_race: Race, _step: number): void => {};

interface End {
  name: HyperparamName;
  value: number;
}

/** Every slider of a method at both of its ends, and at 0 where that has a place of its own. */
const endsOf = (optimizer: OptimizerId): End[] =>
  NUMERIC_HYPERPARAM_NAMES.filter((name) => readsHyperparam(optimizer, name)).flatMap((name) => {
    const { min, max, allowsZero } = hyperparamRange(optimizer, name);
    return [...(allowsZero ? [0] : []), min, max].map((value) => ({ name, value }));
  });

async function train(data: TaskData, optimizer: OptimizerId, usual: Partial<Hyperparams>, ends: readonly End[]) {
  const defaults = { ...hyperparamDefaults(optimizer), ...usual };
  const runs = ends.map(({ name, value }, index) => ({
    run: `${index}`,
    optimizer,
    hyperparams: actsMidRun(optimizer, name) ? defaults : { ...defaults, [name]: value },
  }));
  const race = createRace(data, { seed: 7, batchSize: 16, steps: BEFORE + AFTER, runs });
  for (let step = 0; step < BEFORE; step++) await race.takeStep();
  ends.forEach(({ name, value }, index) => {
    if (actsMidRun(optimizer, name)) race.setHyperparam(`${index}`, name, value);
  });
  for (let step = 0; step < AFTER; step++) await race.takeStep();
  const rows = await race.readRows();
  race.dispose();
  return rows;
}

/** Either every loss is there and finite, or the run has ended, and says by which quantity and at which step. */
function faultOf({ columns, status, message, end }: RunRows, steps: number): string | null {
  if (status === "running")
    return columns.trainLoss.length === steps && columns.trainLoss.every(Number.isFinite) ? null : "no loss";
  if (!end || end.step >= steps) return "ended without an end";
  const isNamed = end.quantity !== null || end.kind !== "threw" || /is not finite/.test(message ?? "");
  return isNamed && message?.toLowerCase().includes(`step ${end.step}`) ? null : `ended by ${end.kind}: ${message}`;
}

const TASKS = {
  sine: () => toyTask("sine", 7),
  spirals: () => toyTask("spirals", 7),
  "a residual network": async () => graphTask(readGraphFile("resnet")).task,
};

describe.each(Object.keys(TASKS) as (keyof typeof TASKS)[])("every slider at its ends on %s", (task) => {
  beforeAll(() => useBackend("wasm"));
  const usualOf = (optimizer: OptimizerId): Partial<Hyperparams> =>
    task === "a residual network" ? {} : settingsIn(TASK_SETTINGS[task], optimizer).hyperparams;

  it.each(
    OPTIMIZER_IDS.flatMap((optimizer) =>
      (IS_LONG && readsHyperparam(optimizer, "precision") ? CHOICES.precision : (["fp32"] as const)).map(
        (precision) => [optimizer, precision] as const,
      ),
    ).filter(([optimizer]) => IS_LONG || task === "spirals" || optimizer !== "proximal-point"),
  )("%s in %s", async (optimizer, precision) => {
    const data = await TASKS[task]();
    const before = memory().numTensors;
    const ends = endsOf(optimizer);
    const rows = await train(data, optimizer, { ...usualOf(optimizer), precision }, ends);
    const faults = rows.map((one, index) => ({ ...ends[index], fault: faultOf(one, BEFORE + AFTER) }));
    expect(faults.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(rows).toHaveLength(ends.length);
    expect(memory().numTensors).toBe(before);
  });
});

describe("races at the ends of what can be asked for", () => {
  beforeAll(() => useBackend("wasm"));

  /** Rows of all steps, read at once; every run's fault with its method. */
  async function faultsOf(data: TaskData, runs: readonly RunSpec[], { steps, batchSize }: Length, move = noMove) {
    const race = createRace(data, { seed: 7, batchSize, steps, runs: [...runs] });
    for (let step = 0; step < steps; step++) {
      move(race, step);
      await race.takeStep();
    }
    const rows = await race.readRows();
    race.dispose();
    expect(rows).toHaveLength(runs.length);
    return rows.flatMap((one) => faultOf(one, steps) ?? []);
  }
  const all = (task: "sine" | "linear" | "spirals", ids: readonly OptimizerId[] = OPTIMIZER_IDS): RunSpec[] =>
    ids.map((optimizer) => ({
      run: optimizer,
      optimizer,
      hyperparams: { ...hyperparamDefaults(optimizer), ...settingsIn(TASK_SETTINGS[task], optimizer).hyperparams },
    }));

  it("32 runs take 1,000 moves", async () => {
    const quick = all(
      "sine",
      OPTIMIZER_IDS.filter((id) => !OPTIMIZERS[id].isSolver),
    );
    const runs = Array.from({ length: MOST_RUNS }, (_, at) => ({
      ...(quick[at % quick.length] as RunSpec),
      run: `${at}`,
    }));
    let moves = 0;
    const move = (race: Race, step: number) => {
      for (let one = 0; one < 20; one++, moves++) {
        const { run, optimizer, hyperparams } = runs[moves % runs.length] as RunSpec;
        const name = hasLiveRate(optimizer) ? "learningRate" : "lambdaFsd";
        race.setHyperparam(run, name, hyperparams[name] * (step % 2 ? 1 : 0.5));
      }
    };
    expect(await faultsOf(await toyTask("sine", 7), runs, { steps: 50, batchSize: 64 }, move)).toEqual([]);
    expect(moves).toBe(1000);
  });

  it("every method meets a condition number of 1e6", async () => {
    expect(await faultsOf(await toyTask("linear", 7, 1e6), all("linear"), { steps: 20, batchSize: 64 })).toEqual([]);
  });

  it.each(["sine", "spirals"] as const)(
    "every method takes a batch larger than the data of %s, and data of two examples",
    async (task) => {
      const data = await toyTask(task, 7);
      expect(await faultsOf(data, all(task), { steps: 3, batchSize: 4096 })).toEqual([]);
      const { x, y, count } = data.train as Split<Float32Array>;
      const two: Split = { x: x.slice(0, (2 * x.length) / count), y: y.slice(0, (2 * y.length) / count), count: 2 };
      expect(await faultsOf({ ...data, train: two }, all(task), { steps: 3, batchSize: 64 })).toEqual([]);
    },
  );
});

it("every method has sliders, and those that solve have theirs", () => {
  for (const id of OPTIMIZER_IDS) expect(endsOf(id).length).toBeGreaterThan(OPTIMIZERS[id].isSolver ? 2 : 1);
});
