import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { GivenProblem } from "../../config/experiment/experiment";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { OPTIMIZER_IDS, type OptimizerId } from "../../config/tables/optimizers";
import { createGiven } from "../tasks/given";
import { forEachBackend } from "../testing/forEachBackend";
import { relativeError } from "../testing/numeric";
import type { RunRows } from "./contract";
import { createRace } from "./race";

/** Made by an independent program in float64, with batches, starts and noise written out (`--task given`). */
interface Fixture {
  config: { steps: number; optimizers: { id: string; hyperparams: Partial<Hyperparams> }[]; given: GivenProblem };
  expected: {
    name: string;
    trainLoss: number[];
    finalParams: number[][][];
    finalTrainLoss: number;
    learningRate?: number[];
    objective?: { step: number; loss: number; fsd: number; wsd: number; objective: number }[];
    finalMetaParams?: { A: number[][][]; B: number[][][]; S: number[][][] };
  }[];
}
type Expected = Fixture["expected"][number];

const STEPS = 50;
const fixture = (name: string): Fixture =>
  JSON.parse(readFileSync(join(import.meta.dirname, "fixtures", `${name}.json`), "utf8"));

/** Relative limit of the loss: float32 against float64. KFAC's inverses amplify rounding, small eigenvalues most of all. */
function lossLimit(id: OptimizerId, { dampingForm }: Partial<Hyperparams>): number {
  if (id !== "kfac") return 1e-4;
  return dampingForm === "tikhonov" ? 2e-2 : 2e-3;
}

/** One run of the file, and what it should have been. */
async function replay({ given }: Fixture["config"], optimizer: OptimizerId, changed: Partial<Hyperparams>) {
  const { task, feed } = createGiven(given, { steps: STEPS, fsdBatches: true, targetNoise: true });
  const hyperparams = { ...hyperparamDefaults(optimizer), ...changed };
  const race = createRace(task, {
    seed: 0,
    batchSize: feed.batchSize,
    steps: STEPS,
    runs: [{ run: "given", optimizer, hyperparams }],
    feed,
  });
  try {
    for (let step = 0; step < STEPS; step++) await race.takeStep();
    const [rows] = await race.readRows();
    const { trainLoss } = await race.evaluate("given");
    const weights = await race.weights("given");
    return { rows: rows as RunRows, trainLoss, weights, state: await race.preconditionerState("given") };
  } finally {
    race.dispose();
  }
}

const largest = (
  actual: readonly (number | null)[],
  expected: readonly number[],
  error: (a: number, b: number) => number,
) => expected.reduce((worst, value, i) => Math.max(worst, error(actual[i] ?? Number.NaN, value)), 0);
const relative = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

function expectObjective({ columns }: RunRows, objective: NonNullable<Expected["objective"]>): void {
  for (const { step, loss, fsd, wsd, objective: total } of objective) {
    const pairs = [
      [columns.objective[step], total],
      [columns.objectiveLoss[step], loss],
      [columns.fsd[step], fsd],
      [columns.wsd[step], wsd],
    ];
    for (const [actual, expected] of pairs as [number, number][])
      expect(Math.abs(actual - expected), `step ${step}`).toBeLessThan(Math.max(1e-7, 1e-4 * Math.abs(expected)));
  }
}

const FILES = ["mlp-regression", "mlp-classification"];

it("follows every run of the files", () => {
  const ids = FILES.flatMap((file) => fixture(file).config.optimizers.map(({ id }) => id));
  expect(ids).toHaveLength(14 + 5);
  for (const id of ids) expect(OPTIMIZER_IDS).toContain(id);
});

forEachBackend(() => {
  for (const file of FILES) {
    const { config, expected } = fixture(file);
    config.optimizers.forEach(({ id, hyperparams }, i) => {
      const optimizer = id as OptimizerId;
      const want = expected[i] as Expected;

      it(`${file}: ${want.name} follows the float64 trace`, async () => {
        const { rows, trainLoss, weights, state } = await replay(config, optimizer, hyperparams);
        const limit = lossLimit(optimizer, hyperparams);
        expect(rows.status).toBe("running");
        expect(rows.columns.trainLoss).toHaveLength(STEPS);
        expect(largest(rows.columns.trainLoss, want.trainLoss, relative)).toBeLessThan(limit);
        expect(relative(trainLoss, want.finalTrainLoss)).toBeLessThan(limit);
        if (want.learningRate)
          expect(largest(rows.columns.learningRate, want.learningRate, relative)).toBeLessThan(1e-4);
        if (want.objective) {
          expect(rows.metaSteps).toBe(want.objective.length);
          expectObjective(rows, want.objective);
        }
        const paramsLimit = optimizer === "kfac" ? limit : 1e-4;
        expect(weights).toHaveLength(want.finalParams.length);
        for (const [layer, values] of want.finalParams.entries())
          expect(relativeError(weights[layer] as Float32Array, values.flat())).toBeLessThan(paramsLimit);
        const { finalMetaParams } = want;
        if (!finalMetaParams) return;
        if (state.kind !== "eigenbasis") throw new Error(`apo-p has a state of kind ${state.kind}.`);
        const exponentiated = hyperparams.scaleParameterization === "exp";
        for (const [l, layer] of state.layers.entries()) {
          const S = (finalMetaParams.S[l] as number[][]).flat();
          expect(relativeError(layer.A, (finalMetaParams.A[l] as number[][]).flat())).toBeLessThan(1e-4);
          expect(relativeError(layer.B, (finalMetaParams.B[l] as number[][]).flat())).toBeLessThan(1e-4);
          expect(relativeError(layer.S, exponentiated ? S.map(Math.exp) : S)).toBeLessThan(1e-4);
        }
      });
    });
  }
});
