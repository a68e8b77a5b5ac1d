import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { CRITERIA, heldOutRange, scoreOf } from "../../config/claims/criteria";
import type { CandidateRun, ClaimsRecord, MethodRecord } from "../../config/claims/record";
import { HELD_OUT_SEEDS } from "../../config/claims/rules";
import { studyOwner } from "../../config/claims/settingsOwner";
import { STUDY_IDS } from "../../config/claims/studies";
import {
  CLAIMED_SETTINGS,
  type Claimed,
  type ClaimedStudy,
  type Unsteady,
} from "../../config/tables/chosen/claimedSettings";
import type { NetworkForm } from "../../config/tables/networks/networkStarts";
import { OPTIMIZER_IDS, type OptimizerId } from "../../config/tables/optimizers";
import type { TaskId } from "../../config/tables/taskIds";
import { firstDivergence } from "./firstDivergence";
import { settingsApart } from "./settingsApart";

/** Methods of a study that may give a method's default, the best of them by the study's criterion; schedules and fixed grids may not. */
const NAMES: Partial<Record<OptimizerId, readonly string[]>> = { "apo-lr": ["apo-lr", "apo-lr-adam"] };

/** What may give a method's default, the one to take first. */
interface Ranking {
  owner: TaskId | NetworkForm;
  optimizer: OptimizerId;
  ranked: readonly Ranked[];
}

interface Ranked {
  record: MethodRecord;
  candidate: CandidateRun;
  /** As good as the best within the range of its held-out seeds, and not the best. */
  isLevel: boolean;
}

/** Of each task or network and method whose records have all their seeds. */
function choices(records: readonly ClaimsRecord[]): Ranking[] {
  return STUDY_IDS.flatMap((study) => {
    const owner = studyOwner(study);
    if (owner === null) return [];
    const own = records.filter((one): one is MethodRecord => one.kind === "method" && one.study === study);
    return OPTIMIZER_IDS.flatMap((optimizer) => {
      const ranked = rankedOf(own.filter(({ method }) => (NAMES[optimizer] ?? [optimizer]).includes(method)));
      return ranked.length > 0 ? [{ owner, optimizer, ranked }] : [];
    });
  });
}

/**
 * The candidates of some records that came to their end, the one to take first; none where a record lacks seeds or a choice. Those that are as
 * good as the best within the range of its held-out seeds lead, the nearest to what the app had first; then the others, the best first.
 */
function rankedOf(records: readonly MethodRecord[]): readonly Ranked[] {
  const isWhole = ({ chosen, heldOut }: MethodRecord) => chosen !== null && heldOut.length === HELD_OUT_SEEDS.length;
  if (!records.every(isWhole)) return [];
  const byScore = records
    .flatMap((record) =>
      record.candidates.map((candidate) => ({ record, candidate, score: scoreOf(record.criterion, candidate) })),
    )
    .filter(({ score }) => score > Number.NEGATIVE_INFINITY)
    .toSorted((a, b) => b.score - a.score);
  const [best] = byScore;
  if (!best) return [];
  const had = best.record.candidates[0]?.settings ?? {};
  const least = best.score - (heldOutRange(best.record) ?? 0);
  const asGood = byScore
    .filter(({ score }) => score >= least)
    .map((one) => ({ ...one, away: settingsApart(one.record.optimizer, one.candidate.settings, had) }))
    .toSorted((a, b) => a.away.words - b.away.words || a.away.logs - b.away.logs);
  return [
    ...asGood.map((one) => ({ ...one, isLevel: one.score < best.score })),
    ...byScore.slice(asGood.length).map((one) => ({ ...one, isLevel: false })),
  ];
}

/** The first candidate of a choice after those that were passed over; null where none is left. */
function claimedOf({ ranked }: Ranking, unsteady: readonly Unsteady[]): Claimed | null {
  const first = ranked[unsteady.length];
  if (!first) return null;
  return {
    hyperparams: first.candidate.settings,
    ...(first.isLevel ? { isLevel: true } : {}),
    ...(unsteady.length > 0 ? { unsteady } : {}),
  };
}

/** What all methods of a study have in common: each has as many candidates once they have their seeds. */
function studyOf({ ranked }: Ranking): Omit<ClaimedStudy, "methods"> {
  const { criterion, trained, candidates } = (ranked[0] as Ranked).record;
  return { candidates: candidates.length, criterion: CRITERIA[criterion].name, steps: trained.steps };
}

/** The settings that records with all their seeds have chosen, by task or network and by method; `passedOver` says how many of each diverge. */
export function claimedSettings(
  records: readonly ClaimsRecord[],
  passedOver: (choice: Ranking) => readonly Unsteady[] = () => [],
): typeof CLAIMED_SETTINGS {
  const table: typeof CLAIMED_SETTINGS = {};
  for (const choice of choices(records)) {
    const claimed = claimedOf(choice, passedOver(choice));
    if (!claimed) continue;
    const { methods, ...study } = table[choice.owner] ?? { ...studyOf(choice), methods: {} };
    table[choice.owner] = { ...study, methods: { ...methods, [choice.optimizer]: claimed } };
  }
  return table;
}

/** Candidates that the settings in force have passed over. */
export const passedInForce = ({ owner, optimizer }: Ranking): readonly Unsteady[] =>
  CLAIMED_SETTINGS[owner]?.methods[optimizer]?.unsteady ?? [];

/** The candidates that diverge on one of seeds 0 to 9, up to the first that does not; what is in force was found so, and is not trained again. */
async function unsteadyOf(choice: Ranking, tell: (line: string) => void): Promise<readonly Unsteady[]> {
  const inForce = CLAIMED_SETTINGS[choice.owner]?.methods[choice.optimizer];
  const passed = passedInForce(choice);
  if (inForce && isDeepStrictEqual(claimedOf(choice, passed), inForce)) return passed;
  const unsteady: Unsteady[] = [];
  for (const { record, candidate } of choice.ranked) {
    const found = await firstDivergence(record, candidate.settings);
    const settings = JSON.stringify(candidate.settings);
    const words = found ? `diverges on seed ${found.seed} by step ${found.step}` : "is steady";
    tell(`${choice.owner}, ${choice.optimizer}: ${settings} ${words}`);
    if (!found) break;
    unsteady.push(found);
  }
  return unsteady;
}

const PLACE = "src/config/tables/chosen/claimedSettings.ts";
const TABLE = /(export const CLAIMED_SETTINGS: [^=]+= )[\s\S]*$/;

/**
 * Writes the app's defaults anew from records, each the first of its ranking that diverges on none of seeds 0 to 9; what starts from them (golden
 * traces, recordings, presets) follows by its own commands. `tell` has a line for each candidate that was trained.
 */
export async function publishDefaults(
  root: string,
  records: readonly ClaimsRecord[],
  tell: (line: string) => void,
): Promise<void> {
  const path = join(root, PLACE);
  const unsteady = new Map<string, readonly Unsteady[]>();
  const keyOf = ({ owner, optimizer }: Ranking) => `${owner} ${optimizer}`;
  for (const choice of choices(records)) unsteady.set(keyOf(choice), await unsteadyOf(choice, tell));
  const text = JSON.stringify(claimedSettings(records, (choice) => unsteady.get(keyOf(choice)) ?? []));
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(TABLE, (_, head) => `${head}${text};\n`),
  );
  const formatter = join(root, "node_modules/@biomejs/biome/bin/biome");
  execFileSync(process.execPath, [formatter, "format", "--write", path], { cwd: root, stdio: "ignore" });
}
