import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { TASK_IDS, type TaskId } from "../config/tasks";
import { startNodeBackend } from "./nodeBackend";
import { sweepTask } from "./sweep/sweepTask";

/*
 * Chooses every method's settings on a task with an equal budget, on one seed, and reports them on five others.
 *   npm run -s sweep -- --task cars,sine       writes docs/sweeps/cars.json and docs/sweeps/sine.json
 */
const FOLDER = fileURLToPath(new URL("../../docs/sweeps/", import.meta.url));
/** Its data are the user's. */
const SWEPT: readonly TaskId[] = TASK_IDS.filter((task) => task !== "csv");

const { values } = parseArgs({ options: { task: { type: "string", default: SWEPT.join(",") } } });
const wanted = values.task.split(",").map((name) => {
  const task = SWEPT.find((id) => id === name);
  if (!task) throw new Error(`There is no sweep of "${name}"; choose from ${SWEPT.join(", ")}.`);
  return task;
});

await startNodeBackend("wasm");
mkdirSync(FOLDER, { recursive: true });
for (const task of wanted) {
  const result = await sweepTask(task, (line) => void process.stderr.write(`${line}\n`));
  writeFileSync(`${FOLDER}${task}.json`, `${JSON.stringify(result, null, 1)}\n`);
}
