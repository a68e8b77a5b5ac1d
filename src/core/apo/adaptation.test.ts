import { beforeAll, describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { ColumnName } from "../../config/tables/metrics";
import { settingsIn, TASK_SETTINGS } from "../../config/tables/taskSettings";
import { useBackend } from "../testing/forEachBackend";
import { toyTask } from "../testing/toyTask";
import { createRace } from "../training/race";

const MOVED_AT = 300;

/** APO-η from a low start on plain SGD, whose α lets η climb and fall by a fifth in each meta-update. */
const ON_SGD = { baseOptimizer: "sgd", learningRate: 1e-3, metaLearningRate: 0.2 } as const;

/** A quantity 20 meta-updates after λ_FSD went from 0.1 to 100, over what it is without the move. */
async function ratio(optimizer: "apo-lr" | "apo-p", K: number, quantity: ColumnName, seed: number): Promise<number> {
  const hyperparams = {
    ...hyperparamDefaults(optimizer),
    ...settingsIn(TASK_SETTINGS.sine, optimizer).hyperparams,
    ...(optimizer === "apo-lr" ? ON_SGD : {}),
    metaUpdateInterval: K,
    lambdaFsd: 0.1,
  };
  const last = MOVED_AT + 20 * K;
  const race = createRace(await toyTask("sine", seed), {
    seed,
    batchSize: 64,
    steps: last,
    runs: [
      { run: "moved", optimizer, hyperparams },
      { run: "unmoved", optimizer, hyperparams },
    ],
  });
  for (let step = 0; step < last; step++) {
    if (step === MOVED_AT) race.setHyperparam("moved", "lambdaFsd", 100);
    await race.takeStep();
  }
  const [moved, unmoved] = await race.readRows();
  race.dispose();
  const at = (step: number) =>
    [moved, unmoved].map((rows) => rows?.columns[quantity][step] as number) as [number, number];
  const [before, alsoBefore] = at(MOVED_AT - 1);
  expect(before).toBe(alsoBefore); // the same run until the move
  const [after, without] = at(last - 1);
  return after / without;
}

/** The middle of three seeds. */
async function median(of: (seed: number) => Promise<number>): Promise<number> {
  const ratios = [await of(1), await of(2), await of(3)].sort((a, b) => a - b);
  return ratios[1] as number;
}

/** Three seeds take some seconds on a quiet machine, and a minute on a busy one. */
const TIMEOUT_MS = 240_000;

describe("raising λ_FSD from 0.1 to 100 at step 300 of sine", () => {
  beforeAll(() => useBackend("wasm"));

  it(
    "lowers η of APO-η (SGD, K = 10, α = 0.2) to at most 0.6 within 20 meta-updates",
    async () => {
      expect(await median((seed) => ratio("apo-lr", 10, "learningRate", seed))).toBeLessThanOrEqual(0.6);
    },
    TIMEOUT_MS,
  );

  it(
    "lowers the total trace of P of APO-P (K = 1) to at most 0.9 within 20 meta-updates",
    async () => {
      expect(await median((seed) => ratio("apo-p", 1, "preconditionerTrace", seed))).toBeLessThanOrEqual(0.9);
    },
    TIMEOUT_MS,
  );
});
