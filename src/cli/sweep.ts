import { parseArgs } from "node:util";
import type { Hyperparams } from "../config/hyperparams";
import { OPTIMIZER_IDS } from "../config/optimizers";
import { resolveExperiment } from "../config/resolveExperiment";
import { CREATE_TASK } from "../core/tasks/registry";
import { createRace } from "../core/training/race";
import { startNodeBackend } from "./nodeBackend";
import { readPublicFile } from "./readPublicFile";
import { GRIDS } from "./sweepGrids";

/*
 * Chooses settings for a task: every method gets the same number of candidates on one seed, and the one with the lowest
 * train loss at the end wins (over at most 1,000 training examples; a diverged run loses). Prints one JSON line per method.
 *   npm run -s sweep -- --task cars --optimizers sgd,adam --seed 0 --steps 500
 */
const { values } = parseArgs({
  options: {
    task: { type: "string", default: "cars" },
    optimizers: { type: "string", default: OPTIMIZER_IDS.join(",") },
    seed: { type: "string", default: "0" },
    steps: { type: "string" },
  },
});

await startNodeBackend("wasm");
for (const id of values.optimizers.split(",")) {
  const { config } = resolveExperiment({
    task: values.task,
    seed: Number(values.seed),
    ...(values.steps === undefined ? {} : { steps: Number(values.steps) }),
    optimizers: [{ id }],
  });
  const [first] = config.optimizers;
  if (!first || config.task === "given") throw new Error('A sweep needs a task with data of its own, not "given".');
  const task = await CREATE_TASK[config.task](config.seed, config.taskOptions, {
    readFile: readPublicFile,
    report: () => {},
  });
  const candidates = GRIDS[first.id];
  const runs = candidates.map((candidate, i) => ({
    run: `${id}-${i}`,
    optimizer: first.id,
    hyperparams: { ...first.hyperparams, ...candidate } as Hyperparams,
  }));
  const race = createRace(task, { seed: config.seed, batchSize: config.batchSize, steps: config.steps, runs });
  const diverged = new Set<string>();
  while (race.step < config.steps) {
    await race.takeStep();
    if (race.step % 50 === 0 || race.step === config.steps)
      for (const { run, status } of await race.readRows()) if (status === "diverged") diverged.add(run);
  }
  const results: { settings: object; trainLoss: number; testLoss: number }[] = [];
  for (const [i, { run }] of runs.entries()) {
    const { trainLoss, testLoss } = diverged.has(run)
      ? { trainLoss: Number.POSITIVE_INFINITY, testLoss: Number.POSITIVE_INFINITY }
      : await race.evaluate(run);
    results.push({ settings: candidates[i] as object, trainLoss, testLoss });
  }
  race.dispose();
  results.sort((a, b) => a.trainLoss - b.trainLoss);
  process.stdout.write(
    `${JSON.stringify({ task: config.task, optimizer: id, seed: config.seed, steps: config.steps, candidates: candidates.length, best: results[0], all: results })}\n`,
  );
}
