import { STUDIES, STUDY_IDS, type StudyId } from "../../../config/claims/studies";
import { ConfigError } from "../../../config/experiment/notes";
import { shardOf } from "../../shard";
import { STUDY_METHODS } from "../boxes/studyMethods";
import type { RecordStore } from "../recordStore";
import { type ClaimScale, studyAt } from "../scale";
import { defaultJobs } from "./defaultJobs";
import type { Job } from "./job";
import { ledgerJobs } from "./ledgerJobs";
import { methodJobs, recordsOf } from "./methodJobs";
import { seriesOf } from "./series";
import { seriesJobs } from "./seriesJobs";

/** A part of the whole: the methods of a study with its ledger, its series of one claim, or whether the app's defaults diverge on its task. */
export interface Stage {
  study: StudyId;
  part: "methods" | "defaults" | number;
}

const PRICED_TOYS: readonly StudyId[] = ["sine", "linear", "deep-linear", "spirals", "cars"];

const methodsOf = (study: StudyId): Stage => ({ study, part: "methods" });

/** The most wanted first. */
const FIRST: readonly Stage[] = [
  ...PRICED_TOYS.map((study) => ({ study, part: 8 })),
  ...(["deep-linear", "cars", "linear-1e4", "mnist-autoencoder"] as const).map(methodsOf),
  methodsOf("lenet"),
  ...[1, 2, 5, 8].map((part) => ({ study: "lenet" as const, part })),
  methodsOf("alexnet"),
];

/** The series that a study has. */
const partsOf = (study: StudyId): Stage[] => {
  const claims = seriesOf(STUDIES[study], STUDY_METHODS[study], 1).map(({ claim }) => claim);
  return [...new Set(claims)].map((part) => ({ study, part }));
};

const isSame = (a: Stage, b: Stage) => a.study === b.study && a.part === b.part;

/** All stages in the order they are trained in. */
export const STAGES: readonly Stage[] = [
  ...FIRST,
  ...STUDY_IDS.flatMap((study) => [methodsOf(study), ...partsOf(study), { study, part: "defaults" } as const]).filter(
    (stage) => !FIRST.some((first) => isSame(first, stage)),
  ),
];

/**
 * Claims that are trained for: what a step costs (6) is in the ledger of each study, and 7 is the acceptance tests. Beside them our own, that no
 * default diverges.
 */
export const TRAINED_CLAIMS = ["1", "2", "3", "4", "5", "8", "defaults"] as const;
export type TrainedClaim = (typeof TRAINED_CLAIMS)[number];

/** Those of some studies and claims; all where neither is named. A claim on a study needs the study's methods, too. */
export function stagesOf(studies: readonly StudyId[] | null, claims: readonly TrainedClaim[] | null): Stage[] {
  const chosen = STAGES.filter(
    ({ study, part }) =>
      (studies?.includes(study) ?? true) &&
      (claims?.some((claim) =>
        part === "methods" ? STUDIES[study].claims.includes(Number(claim)) : String(part) === claim,
      ) ??
        true),
  );
  if (chosen.length > 0) return chosen;
  const detail = `There is no study of ${studies?.join(", ")} for claim ${claims?.join(", ")}.`;
  throw new ConfigError([{ title: "Nothing is to be trained", detail, remedy: "Leave out --task, or --claim." }]);
}

/** The runs of a stage that can be trained now, of one shard's records. Throws `DataError`. */
export function stageJobs({ study: id, part }: Stage, store: RecordStore, scale: ClaimScale, shard?: string): Job[] {
  const study = studyAt(id, scale);
  const methods = STUDY_METHODS[id];
  const records = recordsOf(study, methods, store);
  const own = (files: readonly string[]) => new Set(shardOf(files, shard));
  if (part === "methods") {
    const files = own([...Object.keys(methods), "ledger"]);
    const jobs = methodJobs(study, methods, store, scale);
    const all = jobs.length > 0 ? jobs : ledgerJobs(study, records, store);
    return all.filter(({ file }) => files.has(file));
  }
  if (part === "defaults") return own(["defaults"]).size > 0 ? defaultJobs(study, store, scale) : [];
  const series = seriesOf(study, methods, scale.share).filter(({ claim }) => claim === part);
  const jobs = series.flatMap((one) => seriesJobs(study, one, records, store, scale));
  const files = own(series.map((one) => `claim-${one.claim}-${one.series}`));
  return jobs.filter(({ file }) => files.has(file));
}
