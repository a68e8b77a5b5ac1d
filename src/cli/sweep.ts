import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TASK_IDS, type TaskId } from "../config/tables/taskIds";
import { startNodeBackend } from "./nodeBackend";
import { readNames, readOptions } from "./options";
import { writeOut } from "./outFile";
import { runCommand } from "./runCommand";
import { shardOf } from "./shard";
import { publish } from "./sweep/publish";
import { sweepTask } from "./sweep/sweepTask";

/*
 * Chooses every method's settings on a task with an equal budget, on one seed, and reports them on five others.
 *   npm run -s sweep -- --task cars,sine       writes docs/sweeps/cars.json and docs/sweeps/sine.json
 *   npm run -s sweep -- --shard 1/3            a third of the tasks; the files of all three are the whole
 *   npm run -s sweep -- --publish              writes docs/results.md and src/config/tables/sweptSettings.ts from all of docs/sweeps
 */
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OPTIONS = { task: { type: "string" }, shard: { type: "string" }, publish: { type: "boolean" } } as const;
/** All but those whose data are the user's, and the Transformer, of which a sweep would take a day. */
const SWEPT: readonly TaskId[] = TASK_IDS.filter((task) => !["csv", "cifar100", "translation"].includes(task));

await runCommand(async () => {
  const { task, shard, publish: isPublished } = readOptions(process.argv.slice(2), OPTIONS);
  if (isPublished) {
    publish(ROOT);
    return;
  }
  const tasks = task === undefined ? SWEPT : readNames("sweep of", task.split(","), SWEPT);
  const folder = join(ROOT, "docs/sweeps");
  await startNodeBackend("wasm");
  mkdirSync(folder, { recursive: true });
  for (const one of shardOf(tasks, shard)) {
    const result = await sweepTask(one, (line) => void process.stderr.write(`${line}\n`));
    writeOut(join(folder, `${one}.json`), `${JSON.stringify(result)}\n`);
  }
});
