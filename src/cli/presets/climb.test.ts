import { expect, it } from "vitest";
import { median } from "../../config/experiment/presets/checks/seen";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { TASK_IDS } from "../../config/tables/taskIds";
import { isHeavy } from "../../config/tables/tasks";
import { trainTrace } from "../trace/trainTrace";

const TOYS = TASK_IDS.filter((task) => task !== "csv" && !isHeavy(task));
const SEEDS = [7, 8, 9];

/** Where a start is far too low, η climbs by decades before it comes to where it stays: by a quarter of a race it is no further than a factor of 4 below. */
it.each(TOYS)("on %s APO-η has by default left its climb by a quarter of the race", async (task) => {
  for (const seed of SEEDS) {
    const { config } = resolveExperiment({ version: 1, task, seed, optimizers: [{ id: "apo-lr" }] });
    const { runs } = await trainTrace({ config, rowsOnly: true });
    const rates = runs[0]?.columns.learningRate.map((rate) => rate ?? 0) ?? [];
    expect(rates).toHaveLength(config.steps);
    const quarter = rates[config.steps / 4] ?? 0;
    expect(quarter / median(rates.slice(config.steps / 4)), `seed ${seed}`).toBeGreaterThan(0.25);
  }
});
