import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultHyperparams } from "../../config/experiment/resolveRuns";
import type { LayerSpectrum } from "../../config/tables/metrics";
import type { OptimizerId } from "../../config/tables/optimizers";
import { DEFAULT_TASK_OPTIONS } from "../../config/tables/taskOptions";
import { CREATE_TASK } from "../tasks/registry";
import { useBackend } from "../testing/forEachBackend";
import type { Race, RunRows } from "../training/contract";
import { createRace } from "../training/race";
import { spectrumOf } from "./spectrum";

const OPTIMIZERS: OptimizerId[] = ["sgdm", "adam", "kfac", "apo-lr", "apo-p"];
let race: Race;
let rows: RunRows[];

beforeAll(async () => {
  await useBackend("cpu");
  const task = await CREATE_TASK["deep-linear"](
    7,
    { ...DEFAULT_TASK_OPTIONS, conditionNumber: 1e5 },
    {
      readFile: () => Promise.reject(new Error("deep-linear reads no file")),
      report: () => {},
    },
  );
  const runs = OPTIMIZERS.map((optimizer) => ({
    run: optimizer,
    optimizer,
    hyperparams: defaultHyperparams({ task: "deep-linear" }, optimizer),
  }));
  race = createRace(task, { seed: 7, batchSize: 50, steps: 20, runs });
  for (let step = 0; step < 20; step++) await race.takeStep();
  rows = await race.readRows();
});
afterAll(() => race.dispose());

const spectrum = async (run: string): Promise<LayerSpectrum[]> => spectrumOf(await race.preconditionerState(run));

const lastOf = (run: string, column: "learningRate" | "preconditionerTrace"): number =>
  rows.find((row) => row.run === run)?.columns[column].at(-1) ?? Number.NaN;

const traceOf = (layers: LayerSpectrum[]): number =>
  layers.reduce(
    (sum, { dimension, eigenvalues, weights }) =>
      sum + dimension * eigenvalues.reduce((mean, value, i) => mean + value * (weights[i] as number), 0),
    0,
  );

test("every run of a race has a spectrum of positive numbers in every layer", async () => {
  for (const { run, layers } of race.runs) {
    const found = await spectrum(run);
    expect(found.map(({ name, dimension }) => ({ name, dimension }))).toEqual(
      layers.map(({ name, shape: [out, inputs] }) => ({ name, dimension: out * inputs })),
    );
    for (const { eigenvalues } of found) expect(Math.min(...eigenvalues)).toBeGreaterThan(0);
  }
});

test("APO-P's eigenvalues sum to its column of the total trace of P, away from the start", async () => {
  const trace = lastOf("apo-p", "preconditionerTrace");
  expect(traceOf(await spectrum("apo-p")) / trace).toBeCloseTo(1, 5);
  expect(Math.abs(trace / (96 * 0.01) - 1)).toBeGreaterThan(0.01); // η₀ 0.01 in 36 + 60 dimensions
});

test.each(["sgdm", "apo-lr"])("the line of %s is at its column of the learning rate", async (run) => {
  for (const { eigenvalues } of await spectrum(run)) {
    expect(eigenvalues).toHaveLength(1);
    expect((eigenvalues[0] as number) / lastOf(run, "learningRate")).toBeCloseTo(1, 6);
  }
});
