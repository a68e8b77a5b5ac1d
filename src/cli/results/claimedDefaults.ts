import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CRITERIA, scoreOf } from "../../config/claims/criteria";
import type { ClaimsRecord, MethodRecord } from "../../config/claims/record";
import { HELD_OUT_SEEDS } from "../../config/claims/rules";
import { STUDIES, STUDY_IDS, type StudyId } from "../../config/claims/studies";
import type { Claimed } from "../../config/tables/chosen/claimedSettings";
import { type NetworkForm, networkForm } from "../../config/tables/networks/networkStarts";
import { taskOption } from "../../config/tables/networks/taskSetup";
import { OPTIMIZER_IDS, type OptimizerId } from "../../config/tables/optimizers";
import type { TaskId } from "../../config/tables/taskIds";

export type ClaimedTable = Partial<Record<TaskId | NetworkForm, Partial<Record<OptimizerId, Claimed>>>>;

/** Methods of a study that may give a method's default, the best of them by the study's criterion; schedules and fixed grids may not. */
const NAMES: Partial<Record<OptimizerId, readonly string[]>> = { "apo-lr": ["apo-lr", "apo-lr-adam"] };

/** Whose default a study gives: a task's or a network's; null of one with other data than the task starts with. */
export function ownerOf(study: StudyId): TaskId | NetworkForm | null {
  if (study === "linear-1e4") return null;
  const { task, taskOptions } = STUDIES[study];
  if (taskOptions.network === undefined) return task;
  const norm = taskOption({ task, taskOptions }, "norm").default as "none" | "batch";
  return networkForm({ network: taskOptions.network, norm: taskOptions.norm ?? norm }) ?? task;
}

/** The settings that records with all their seeds have chosen, by task or network and by method. */
export function claimedSettings(records: readonly ClaimsRecord[]): ClaimedTable {
  const table: ClaimedTable = {};
  for (const study of STUDY_IDS) {
    const owner = ownerOf(study);
    const own = records.filter((one): one is MethodRecord => one.kind === "method" && one.study === study);
    const chosen = OPTIMIZER_IDS.flatMap((id) => {
      const best = bestOf(own.filter(({ method }) => (NAMES[id] ?? [id]).includes(method)));
      return best ? [[id, claimedOf(best)] as const] : [];
    });
    if (owner !== null && chosen.length > 0) table[owner] = Object.fromEntries(chosen);
  }
  return table;
}

/** The record whose best candidate is best; null where one of them lacks seeds or a choice. */
function bestOf(records: readonly MethodRecord[]): MethodRecord | null {
  const isWhole = ({ chosen, heldOut }: MethodRecord) => chosen !== null && heldOut.length === HELD_OUT_SEEDS.length;
  if (!records.every(isWhole)) return null;
  const scored = records.map((record) => ({
    record,
    score: Math.max(...record.candidates.map((one) => scoreOf(record.criterion, one))),
  }));
  return scored.toSorted((a, b) => b.score - a.score)[0]?.record ?? null;
}

const claimedOf = ({ chosen, candidates, criterion, trained }: MethodRecord): Claimed => ({
  hyperparams: chosen ?? {},
  candidates: candidates.length,
  criterion: CRITERIA[criterion].name,
  steps: trained.steps,
});

const PLACE = "src/config/tables/chosen/claimedSettings.ts";
const TABLE = /(export const CLAIMED_SETTINGS: [^=]+= )[\s\S]*$/;

/** Writes the app's defaults anew from records; what starts from them (golden traces, recordings, presets) follows by its own commands. */
export function publishDefaults(root: string, records: readonly ClaimsRecord[]): void {
  const path = join(root, PLACE);
  const text = JSON.stringify(claimedSettings(records));
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(TABLE, (_, head) => `${head}${text};\n`),
  );
  const formatter = join(root, "node_modules/@biomejs/biome/bin/biome");
  execFileSync(process.execPath, [formatter, "format", "--write", path], { cwd: root, stdio: "ignore" });
}
