import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TASK_IDS } from "../../config/tables/taskIds";
import { BUDGET } from "./grids";
import { TUNING_SEED } from "./plan";
import { resultsPage } from "./resultsPage";
import type { TaskResult } from "./sweepTask";

const HEAD = `import type { Hyperparams } from "./hyperparams";
import type { NetworkForm } from "./networks/networkStarts";
import type { OptimizerId } from "./optimizers";
import type { TaskId } from "./taskIds";

/** A choice of the sweep: the hyperparameters it changed, and how many steps its candidates took. */
export interface Swept {
  hyperparams: Partial<Hyperparams>;
  steps: number;
}

/**
 * What \`npm run sweep\` chose for each method on each task, over \`TASK_STARTS\`, from \`SWEEP_BUDGET\` candidates on seed
 * \`SWEEP_SEED\`. Written from docs/sweeps by \`npm run sweep -- --publish\`; not by hand.
 */
`;

/** Every sweep that is recorded, in the order of the tasks. */
export function readSweeps(folder: string): TaskResult[] {
  const recorded = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as TaskResult)
      .map((result) => [result.task, result]),
  );
  return TASK_IDS.flatMap((task) => recorded.get(task) ?? []);
}

/** The recorded sweeps as the settings that the app starts from. */
function settingsSource(sweeps: readonly TaskResult[]): string {
  const tasks = sweeps.map(({ task, methods }) => [
    task,
    Object.fromEntries(
      methods.map(({ optimizer, chosen, tuningSteps }) => [optimizer, { hyperparams: chosen, steps: tuningSteps }]),
    ),
  ]);
  const table = JSON.stringify(Object.fromEntries(tasks));
  const type = "Partial<Record<TaskId | NetworkForm, Partial<Record<OptimizerId, Swept>>>>";
  const constants = `export const SWEEP_BUDGET = ${BUDGET};\nexport const SWEEP_SEED = ${TUNING_SEED};\n`;
  return `${HEAD}export const SWEPT_SETTINGS: ${type} = ${table};\n\n${constants}`;
}

/** Writes src/config/tables/sweptSettings.ts and docs/results.md from docs/sweeps. */
export function publish(root: string): void {
  const sweeps = readSweeps(join(root, "docs/sweeps"));
  const settings = join(root, "src/config/tables/sweptSettings.ts");
  writeFileSync(settings, settingsSource(sweeps));
  const formatter = join(root, "node_modules/@biomejs/biome/bin/biome");
  execFileSync(process.execPath, [formatter, "format", "--write", settings], { cwd: root, stdio: "ignore" });
  writeFileSync(join(root, "docs/results.md"), resultsPage(sweeps));
}
