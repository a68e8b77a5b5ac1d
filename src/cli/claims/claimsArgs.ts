import { STUDY_IDS, type StudyId } from "../../config/claims/studies";
import { ConfigError } from "../../config/experiment/notes";
import { readNames, readWordsAndOptions } from "../options";
import { shardOf } from "../shard";
import { TRAINED_CLAIMS, type TrainedClaim } from "./plan/stages";

/** What is asked of the command. */
export interface ClaimsRequest {
  kind: "train" | "status" | "merge" | "help";
  studies: StudyId[] | null;
  claims: TrainedClaim[] | null;
  isQuick: boolean;
  shard?: string;
  /** Begins no run after so many minutes. */
  minutes: number;
  /** Where records lie: of the repository unless named. */
  folder?: string;
  /** To be joined into it. */
  parts: string[];
}

const OPTIONS = {
  claim: { type: "string" },
  task: { type: "string" },
  quick: { type: "boolean" },
  shard: { type: "string" },
  minutes: { type: "string" },
  folder: { type: "string" },
  merge: { type: "boolean" },
  status: { type: "boolean" },
  help: { type: "boolean" },
} as const;

export const CLAIMS_USAGE = `npm run -s claims -- [--claim 1,3] [--task lenet,sine] [--shard 1/3] [--minutes 60]
  trains what is left of the claims, the most wanted first, and writes each run as it ends: ended and begun again, it goes on
  --claim LIST      of ${TRAINED_CLAIMS.join(", ")}
  --task LIST       studies: ${STUDY_IDS.join(", ")}
  --quick           every kind of run in a few minutes, into claims-quick: to see that all works, of no use as a result
  --shard I/N       the records of one of N machines, which do not overlap; where it waits for the others, merge and go on
  --minutes N       begins no run after N minutes
  --folder PATH     where records lie, docs/claims unless named
  --status          what is there and what is left, with its hours; trains nothing
  --merge FOLDERS   joins the records of these folders into its own
  --publish         alone: writes docs/results.md and the data of the page's panel from the records
  --defaults        alone: writes the app's defaults from records with all their seeds; recordings and golden traces follow`;

/** Reads the command line. Throws `ConfigError`. */
export function readClaimsArgs(argv: readonly string[]): ClaimsRequest {
  const { words, values } = readWordsAndOptions(argv, OPTIONS);
  const { claim, task, quick: isQuick = false, shard, folder } = values;
  const kind = values.help ? "help" : values.merge ? "merge" : values.status ? "status" : "train";
  if ((kind === "merge") !== words.length > 0)
    throw usage(
      kind === "merge" ? "--merge names no folder" : `The word ${words[0]} is no option`,
      "Folders are named with --merge alone.",
      "Write --merge FOLDER FOLDER, say.",
    );
  shardOf([], shard);
  const minutes = values.minutes === undefined ? Number.POSITIVE_INFINITY : Number(values.minutes);
  if (!(minutes > 0))
    throw usage(`--minutes is ${values.minutes}`, "Allowed: a number above 0.", "Write --minutes 60, say.");
  return {
    ...{ kind, isQuick, minutes, parts: words },
    studies: task === undefined ? null : readNames("study", task.split(","), STUDY_IDS),
    claims: claim === undefined ? null : readNames("claim to train", claim.split(","), TRAINED_CLAIMS),
    ...(shard === undefined ? {} : { shard }),
    ...(folder === undefined ? {} : { folder }),
  };
}

const usage = (title: string, detail: string, remedy: string) => new ConfigError([{ title, detail, remedy }]);
