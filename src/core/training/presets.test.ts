import { beforeAll, expect, it } from "vitest";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { useBackend } from "../testing/forEachBackend";
import { toyTask } from "../testing/toyTask";
import { createRace } from "./race";

beforeAll(() => useBackend("wasm"));

it("the preset where APO loses shows what it promises: APO-η far behind a fixed SGD, and KFAC ahead of all", async () => {
  const preset = PRESETS.find(({ id }) => id === "apo-loses");
  const { config } = resolveExperiment(preset?.experiment);
  const { seed, batchSize, steps, optimizers } = config;
  const runs = optimizers.map(({ id, run, hyperparams }) => ({ run, optimizer: id, hyperparams }));
  const race = createRace(await toyTask("spirals", seed), { seed, batchSize, steps, runs });
  while (race.step < steps) await race.takeStep();
  const losses: Record<string, number> = {};
  for (const { run } of runs) losses[run] = (await race.evaluate(run)).trainLoss;
  race.dispose();
  const { kfac, "apo-lr": apoLr, sgd, ...others } = losses as Record<string, number>;
  expect(apoLr).toBeGreaterThan(10 * (sgd as number));
  for (const loss of [apoLr, sgd, ...Object.values(others)]) expect(kfac).toBeLessThan(loss as number);
});
