import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { TASK_IDS, type TaskId } from "../config/tables/taskIds";
import { startNodeBackend } from "./nodeBackend";
import { publish } from "./sweep/publish";
import { sweepTask } from "./sweep/sweepTask";

/*
 * Chooses every method's settings on a task with an equal budget, on one seed, and reports them on five others.
 *   npm run -s sweep -- --task cars,sine       writes docs/sweeps/cars.json and docs/sweeps/sine.json
 *   npm run -s sweep -- --publish              writes docs/results.md and src/config/tables/sweptSettings.ts from all of docs/sweeps
 */
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Its data are the user's. */
const SWEPT: readonly TaskId[] = TASK_IDS.filter((task) => task !== "csv");

const { values } = parseArgs({
  options: { task: { type: "string", default: SWEPT.join(",") }, publish: { type: "boolean", default: false } },
});
const wanted = values.task.split(",").map((name) => {
  const task = SWEPT.find((id) => id === name);
  if (!task) throw new Error(`There is no sweep of "${name}"; choose from ${SWEPT.join(", ")}.`);
  return task;
});

if (values.publish) {
  publish(ROOT);
} else {
  const folder = join(ROOT, "docs/sweeps");
  await startNodeBackend("wasm");
  mkdirSync(folder, { recursive: true });
  for (const task of wanted) {
    const result = await sweepTask(task, (line) => void process.stderr.write(`${line}\n`));
    writeFileSync(join(folder, `${task}.json`), `${JSON.stringify(result)}\n`);
  }
}
