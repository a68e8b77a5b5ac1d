import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recordedSettings } from "../../config/claims/recordedSettings";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { CLAIMED_SETTINGS } from "../../config/tables/chosen/claimedSettings";
import { SWEEP_BUDGET, SWEEP_SEED, SWEPT_SETTINGS } from "../../config/tables/chosen/sweptSettings";
import { hasLiveRate } from "../../config/tables/hyperparamRange";
import { NETWORK_BUDGET } from "./networkGrids";
import { isNetwork, SWEEP_NAMES, sweepPlan } from "./plan";
import { readSweeps, sweptOf } from "./publish";
import { sweepName } from "./sweepTask";

const root = join(import.meta.dirname, "../../..");
const sweeps = readSweeps(join(root, "docs/sweeps")).map((sweep) => ({ ...sweep, name: sweepName(sweep) }));

describe("the recorded sweeps", () => {
  it("are of every task that ships its data, and of networks of the poster", () => {
    expect(readdirSync(join(root, "docs/sweeps"))).toHaveLength(sweeps.length);
    const names = sweeps.map(({ name }) => name);
    expect(names).toEqual(SWEEP_NAMES.filter((name) => !isNetwork(name) || names.includes(name)));
  });

  it.each(sweeps)(
    "of $name gave every method the same budget, and took the candidate of the lowest train loss",
    ({ name, methods }) => {
      const { legs, candidates: planned } = sweepPlan(name);
      expect(new Set(methods.map(({ optimizer }) => optimizer))).toEqual(
        new Set(legs.flatMap(({ optimizers }) => optimizers)),
      );
      for (const { optimizer, candidates, chosen } of methods) {
        expect(candidates).toHaveLength(isNetwork(name) ? NETWORK_BUDGET : SWEEP_BUDGET);
        if (isNetwork(name)) expect(candidates.map(({ hyperparams }) => hyperparams)).toEqual(planned(optimizer));
        const lowest = Math.min(...candidates.flatMap(({ trainLoss }) => trainLoss ?? []));
        expect(candidates.find(({ trainLoss }) => trainLoss === lowest)?.hyperparams).toEqual(chosen);
      }
    },
  );

  it.each(sweeps)("of $name reported on seeds apart from the one it chose on", ({ name, tuningSeed, methods }) => {
    expect(tuningSeed).toBe(SWEEP_SEED);
    for (const { heldOut } of methods) {
      const seeds = heldOut.map(({ seed }) => seed);
      expect(seeds).toEqual(sweepPlan(name).heldOutSeeds);
      expect(seeds).not.toContain(tuningSeed);
    }
  });

  it.each(sweeps)(
    "of $name are what a run on the same is set to, with the steps that their candidates took",
    (sweep) => {
      const { task, taskOptions, legs } = sweepPlan(sweep.name);
      const { config } = resolveExperiment({ version: 1, task, taskOptions });
      const claimed = CLAIMED_SETTINGS[sweep.name]?.methods ?? {};
      for (const { optimizer, chosen } of sweep.methods) {
        if (claimed[optimizer] || !hasLiveRate(optimizer)) continue;
        const recorded = recordedSettings(config, { id: optimizer, run: optimizer })?.config;
        expect(recorded, optimizer).toMatchObject({
          task,
          taskOptions: config.taskOptions,
          batchSize: config.batchSize,
        });
        expect(recorded?.optimizers[0]?.hyperparams, optimizer).toMatchObject(chosen);
        expect(recorded?.steps).toBe(legs.find((leg) => leg.optimizers.includes(optimizer))?.tuningSteps);
      }
    },
  );

  it.each(sweeps)("of $name are the settings in force", (sweep) => {
    for (const method of sweep.methods)
      expect(SWEPT_SETTINGS[sweep.name]?.[method.optimizer]).toEqual(sweptOf(sweep, method));
  });
});
