import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { StudyId } from "../../config/claims/studies";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import { EXIT } from "../exitCodes";
import { startNodeBackend } from "../nodeBackend";
import { CLAIMS_USAGE, type ClaimsRequest, readClaimsArgs } from "./claimsArgs";
import { mergeRecords } from "./mergeRecords";
import { type Stage, stageJobs, stagesOf } from "./plan/stages";
import { RecordStore } from "./recordStore";
import { type ClaimScale, FULL, QUICK, QUICK_STUDIES } from "./scale";
import { stageProgress } from "./timeLeft";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Trains, shows or joins the records of the claims. `tell` has each line of progress. Throws `ConfigError`, `DataError` and `TaskError`. */
export async function claimsCommand(argv: readonly string[], tell: (line: string) => void): Promise<void> {
  const request = readClaimsArgs(argv);
  const scale = request.isQuick ? QUICK : FULL;
  const folder = request.folder ?? join(ROOT, request.isQuick ? "claims-quick" : "docs/claims");
  if (request.kind === "help") {
    process.stdout.write(`${CLAIMS_USAGE}\n`);
    return;
  }
  if (request.kind === "merge") {
    tell(`${mergeRecords(folder, request.parts)} records joined into ${folder}`);
    return;
  }
  const stages = stagesOf(request.studies ?? (request.isQuick ? QUICK_STUDIES : null), request.claims);
  const store = new RecordStore(folder);
  if (request.kind === "status") process.stdout.write(statusTable(stages, store, scale));
  else await train(stages, store, scale, request, tell);
}

const PART_NAMES = { methods: "", defaults: ", defaults" };
const stageName = ({ study, part }: Stage) =>
  `${study}${typeof part === "number" ? `, claim ${part}` : PART_NAMES[part]}`;

/** What is there of each stage, and the hours left. */
function statusTable(stages: readonly Stage[], store: RecordStore, scale: ClaimScale): string {
  const rows = stages.map((stage) => ({ stage, ...stageProgress(stage, store, scale) }));
  const lines = rows.map(
    ({ stage, done, wanted, msLeft }) =>
      `${stageName(stage).padEnd(30)} ${`${done} of ${wanted}`.padStart(12)} ${hours(msLeft).padStart(10)}`,
  );
  const all = rows.reduce((sum, { msLeft }) => sum + msLeft, 0);
  return `${["runs, with one move of each box, and hours left on this machine", ...lines].join("\n")}\nall left ${hours(all)}\n`;
}

const hours = (ms: number) => `${(ms / 3.6e6).toFixed(2)} h`;

async function train(
  stages: readonly Stage[],
  store: RecordStore,
  scale: ClaimScale,
  { shard, minutes }: ClaimsRequest,
  tell: (line: string) => void,
): Promise<void> {
  await startNodeBackend("wasm");
  const ends = performance.now() + 60_000 * minutes;
  const left = () => stages.reduce((sum, stage) => sum + stageProgress(stage, store, scale).msLeft, 0);
  for (const stage of stages) {
    for (
      let jobs = stageJobs(stage, store, scale, shard);
      jobs.length > 0;
      jobs = stageJobs(stage, store, scale, shard)
    )
      for (const job of jobs) {
        if (performance.now() > ends) {
          tell(`${minutes} minutes are over; ${hours(left())} left. The same command goes on.`);
          return;
        }
        const started = performance.now();
        store.put(await job.train());
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        tell(`${stageName(stage)}, ${job.file}, ${job.label}: ${seconds} s; ${hours(left())} left`);
      }
  }
  const open = stages.filter((stage) => stageProgress(stage, store, scale).msLeft > 0).map(stageName);
  const waits = shard === undefined ? "" : " Of these the other shards have records: merge them, and go on.";
  tell(open.length === 0 ? "All is trained." : `Open: ${open.join("; ")}.${waits}`);
  const diverged = stages.filter(({ part }) => part === "defaults").flatMap(({ study }) => divergedWords(study, store));
  for (const words of diverged) tell(words);
  if (diverged.length > 0) process.exitCode = EXIT.diverged;
}

/** What diverged of the app's defaults on a study's task, a line each. */
function divergedWords(study: StudyId, store: RecordStore): string[] {
  return (store.defaults(study)?.runs ?? []).flatMap(({ seed, diverged }) =>
    diverged.map(
      ({ optimizer, step }) =>
        `${study}: the default of ${OPTIMIZERS[optimizer].name} diverges on seed ${seed}, in step ${step}. Choose another one, or mend the method.`,
    ),
  );
}
