import { beforeAll, describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { toTraceOrder } from "../tasks/traceOrder";
import { forEachBackend } from "../testing/forEachBackend";
import { GRAPH_FILES, type GraphFile, graphTask } from "../testing/graph/graphTask";
import { readGraphFile } from "../testing/graph/readGraphFile";
import type { RunRows } from "./contract";
import { createRace } from "./race";

/** One run as an independent program in float64 has it (GIVEN-GRAPH.md). */
interface Expected {
  name: string;
  trainLoss: number[];
  learningRate?: number[];
  objective?: { step: number; loss: number; fsd: number; wsd: number; objective: number }[];
  finalParams: number[][][];
  finalStatistics?: number[][][];
  finalTrainLoss: number;
  /** What float32 itself does: relative, of the params absolute. */
  float32Difference: Partial<Record<Quantity, number>>;
}
type Quantity = "trainLoss" | "learningRate" | "objective" | "fsd" | "wsd" | "finalTrainLoss" | "finalParams";

interface Fixture extends GraphFile {
  paramNames: string[];
  expected: Expected[];
}

/** 1e-4, of the FSD 1e-2 as a small KL cancels in float32; ten times what float32 itself does where that is larger. */
const limitOf = ({ float32Difference }: Expected, quantity: Quantity): number =>
  Math.max(quantity === "fsd" ? 1e-2 : 1e-4, 10 * (float32Difference[quantity] ?? 0));

/** Largest relative difference; infinite where a number is missing. */
const apart = (actual: readonly (number | null | undefined)[], expected: readonly number[]): number =>
  actual.length < expected.length
    ? Number.POSITIVE_INFINITY
    : expected.reduce((most, value, i) => {
        const difference = Math.abs((actual[i] ?? Number.NaN) - value) / Math.abs(value);
        return Math.max(most, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
      }, 0);

/** Steps on the cpu backend, with two meta-updates: it takes ten times as long for one as wasm, which takes all. */
const CPU_STEPS = 6;

/** All runs of a file over its first steps, or all, as a race. */
async function train(file: Fixture, steps: number) {
  const { optimizers } = file.config;
  const { task, feed } = graphTask(file);
  const race = createRace(task, {
    seed: 0,
    batchSize: feed.batchSize,
    steps: file.config.steps,
    runs: optimizers.map(({ id, run, hyperparams }) => ({
      run,
      optimizer: id,
      hyperparams: { ...hyperparamDefaults(id), ...hyperparams },
    })),
    feed,
  });
  try {
    for (let step = 0; step < steps; step++) await race.takeStep();
    const rows = await race.readRows();
    const ends = await Promise.all(
      optimizers.map(async ({ run }) => ({
        params: toTraceOrder(task, await race.weights(run)),
        statistics: await race.averages(run),
        loss: (await race.evaluate(run)).trainLoss,
      })),
    );
    return { names: race.runs[0]?.layers.map(({ name }) => name), rows, ends };
  } finally {
    race.dispose();
  }
}

function expectObjective({ columns }: RunRows, want: Expected, steps: number): void {
  const objective = (want.objective ?? []).filter(({ step }) => step < steps);
  expect(objective.length).toBeGreaterThan(1);
  const terms = { objective: "objective", objectiveLoss: "loss", fsd: "fsd", wsd: "wsd" } as const;
  for (const [column, term] of Object.entries(terms) as [keyof typeof terms, (typeof terms)[keyof typeof terms]][]) {
    const actual = objective.map(({ step }) => columns[column][step]);
    const difference = apart(
      actual,
      objective.map((one) => one[term]),
    );
    const quantity = term === "loss" ? "objective" : term;
    expect(difference, column).toBeLessThan(limitOf(want, quantity));
  }
}

forEachBackend((backend) => {
  describe.each(GRAPH_FILES)("%s", (name) => {
    const file = readGraphFile<Fixture>(name);
    const steps = backend === "cpu" ? CPU_STEPS : file.config.steps;
    let trained: Awaited<ReturnType<typeof train>>;
    beforeAll(async () => {
      trained = await train(file, steps);
    }, 60_000);

    it("has its matrices by the names of the file", () => {
      expect(trained.names).toEqual(file.paramNames);
    });

    it.each(file.expected.map((want, i) => [want.name, want, i] as const))(
      "%s follows the float64 trace",
      (_, want, i) => {
        const { rows, ends } = trained;
        const [run, end] = [rows[i] as RunRows, ends[i] as (typeof ends)[number]];
        expect(run.status, run.message).toBe("running");
        expect(run.columns.trainLoss).toHaveLength(steps);
        expect(apart(run.columns.trainLoss, want.trainLoss.slice(0, steps)), "loss").toBeLessThan(
          limitOf(want, "trainLoss"),
        );
        if (want.learningRate)
          expect(apart(run.columns.learningRate, want.learningRate.slice(0, steps)), "η").toBeLessThan(
            limitOf(want, "learningRate"),
          );
        if (want.objective) expectObjective(run, want, steps);
        if (steps < file.config.steps) return;
        expect(apart([end.loss], [want.finalTrainLoss]), "evaluation").toBeLessThan(limitOf(want, "finalTrainLoss"));
        expect(end.params.map(({ length }) => length)).toEqual(want.finalParams.map((rows) => rows.flat().length));
        want.finalParams.forEach((matrix, k) => {
          const actual = end.params[k] as Float32Array;
          const most = matrix.flat().reduce((m, value, j) => Math.max(m, Math.abs((actual[j] as number) - value)), 0);
          expect(most, file.paramNames[k]).toBeLessThan(limitOf(want, "finalParams"));
        });
        const statistics = (want.finalStatistics ?? []).map((pair) => pair.flat());
        expect(end.statistics).toHaveLength(statistics.length);
        statistics.forEach((values, k) => {
          expect(apart(Array.from(end.statistics[k] as Float32Array), values), `batch norm ${k}`).toBeLessThan(1e-4);
        });
      },
    );
  });
});
