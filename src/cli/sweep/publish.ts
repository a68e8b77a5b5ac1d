import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BUDGET } from "./grids";
import { NETWORK_BUDGET } from "./networkGrids";
import { isNetwork, SWEEP_NAMES, TUNING_SEED } from "./plan";
import { type MethodResult, sweepName, type TaskResult } from "./sweepTask";

const HEAD = `import type { Hyperparams } from "../hyperparams";
import type { NetworkForm } from "../networks/networkStarts";
import type { OptimizerId } from "../optimizers";
import type { TaskId } from "../taskIds";

/** A choice of the sweep: the hyperparameters it changed, and how many steps its candidates took. */
export interface Swept {
  hyperparams: Partial<Hyperparams>;
  steps: number;
  /** Of how many, where not of \`SWEEP_BUDGET\`: on the poster's networks, by their loss on the last batches. */
  candidates?: number;
}

/**
 * What \`npm run sweep\` chose for each method on each task, over \`TASK_STARTS\`, from \`SWEEP_BUDGET\` candidates on seed
 * \`SWEEP_SEED\`. Written from docs/sweeps by \`npm run sweep -- --publish\`; not by hand.
 */
`;

/** Every sweep that is recorded, in the order of docs/results.md. */
export function readSweeps(folder: string): TaskResult[] {
  const recorded = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as TaskResult)
      .map((result) => [sweepName(result), result]),
  );
  return SWEEP_NAMES.flatMap((name) => recorded.get(name) ?? []);
}

/** A choice as the app has it. */
export function sweptOf(sweep: Pick<TaskResult, "task" | "network">, { chosen, tuningSteps }: MethodResult) {
  const few = isNetwork(sweepName(sweep)) ? { candidates: NETWORK_BUDGET } : {};
  return { hyperparams: chosen, steps: tuningSteps, ...few };
}

/** The recorded sweeps as the settings that the app starts from. */
function settingsSource(sweeps: readonly TaskResult[]): string {
  const tasks = sweeps.map((sweep) => [
    sweepName(sweep),
    Object.fromEntries(sweep.methods.map((method) => [method.optimizer, sweptOf(sweep, method)])),
  ]);
  const table = JSON.stringify(Object.fromEntries(tasks));
  const type = "Partial<Record<TaskId | NetworkForm, Partial<Record<OptimizerId, Swept>>>>";
  const constants = `export const SWEEP_BUDGET = ${BUDGET};\nexport const SWEEP_SEED = ${TUNING_SEED};\n`;
  return `${HEAD}export const SWEPT_SETTINGS: ${type} = ${table};\n\n${constants}`;
}

/** Writes src/config/tables/chosen/sweptSettings.ts from docs/sweeps. */
export function publishSwept(root: string): void {
  const sweeps = readSweeps(join(root, "docs/sweeps"));
  const settings = join(root, "src/config/tables/chosen/sweptSettings.ts");
  writeFileSync(settings, settingsSource(sweeps));
  const formatter = join(root, "node_modules/@biomejs/biome/bin/biome");
  execFileSync(process.execPath, [formatter, "format", "--write", settings], { cwd: root, stdio: "ignore" });
}
