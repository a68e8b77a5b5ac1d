import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startNodeBackend } from "./nodeBackend";
import { readNames, readOptions } from "./options";
import { writeOut } from "./outFile";
import { publishResults } from "./results/publishResults";
import { runCommand } from "./runCommand";
import { shardOf } from "./shard";
import { readLongRuns, writeLongRun } from "./sweep/longRecords";
import { LONG_RUN_IDS, type LongRunId, longRunsOf, trainLong } from "./sweep/longRuns";
import { SWEEP_NAMES } from "./sweep/plan";
import { publishSwept } from "./sweep/publish";
import { sweepTask } from "./sweep/sweepTask";

/*
 * Chooses every method's settings on a task with an equal budget, on one seed, and reports them on five others.
 *   npm run -s sweep -- --task cars,sine       writes docs/sweeps/cars.json and docs/sweeps/sine.json
 *   npm run -s sweep -- --task resnet18         a network of cifar10, or the Transformer of translation
 *   npm run -s sweep -- --shard 1/3            a third of the tasks; the files of all three are the whole
 *   npm run -s sweep -- --long transformer     trains its long runs, and writes docs/runs/transformer.json
 *   npm run -s sweep -- --long transformer --run adam,sgdm     some of them, beside those that are recorded
 *   npm run -s sweep -- --publish              writes src/config/tables/chosen/sweptSettings.ts from docs/sweeps, and docs/results.md anew
 */
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OPTIONS = {
  task: { type: "string" },
  shard: { type: "string" },
  long: { type: "string" },
  run: { type: "string" },
  publish: { type: "boolean" },
} as const;

await runCommand(async () => {
  const { task, shard, long, run, publish: isPublished } = readOptions(process.argv.slice(2), OPTIONS);
  if (isPublished) {
    publishSwept(ROOT);
    publishResults(ROOT);
    return;
  }
  if (long !== undefined) {
    await trainAllOf(readNames("long run", [long], LONG_RUN_IDS)[0] as LongRunId, run);
    return;
  }
  const tasks = task === undefined ? SWEEP_NAMES : readNames("sweep of", task.split(","), SWEEP_NAMES);
  const folder = join(ROOT, "docs/sweeps");
  await startNodeBackend("wasm");
  mkdirSync(folder, { recursive: true });
  for (const one of shardOf(tasks, shard)) {
    const result = await sweepTask(one, (line) => void process.stderr.write(`${line}\n`));
    writeOut(join(folder, `${one}.json`), `${JSON.stringify(result)}\n`);
  }
});

/** Each run is written when it is done, so that what ends early has lost one of them. */
async function trainAllOf(id: LongRunId, named: string | undefined): Promise<void> {
  const all = longRunsOf(id).map((one) => one.run);
  await startNodeBackend("wasm");
  for (const one of named === undefined ? all : readNames("run", named.split(","), all)) {
    const record = await trainLong(id, one);
    writeLongRun(ROOT, id, [...(readLongRuns(ROOT)[id] ?? []).filter(({ run }) => run !== one), record]);
    const end = record.evaluations.at(-1);
    process.stderr.write(`${id} ${one}: train ${end?.trainLoss}, test ${end?.testLoss}, ${end?.testMetric}\n`);
  }
}
