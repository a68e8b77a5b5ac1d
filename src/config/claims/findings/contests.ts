import type { OptimizerId } from "../../tables/optimizers";
import type { ClaimNumber } from "../posterClaims";
import { FIXED_RATES } from "../rules";
import { STUDIES, STUDY_IDS, type Study, type StudyId } from "../studies";
import { type Draft, draftOfMethod, entrantsOf, TRAIN_MEASURE, testMeasure } from "./entrants";
import type { ClaimComparison } from "./finding";
import type { RecordSet } from "./recordSet";

/** Studies of a claim, in their order. */
export const studiesOf = (claim: ClaimNumber): Study[] =>
  STUDY_IDS.map((id) => STUDIES[id]).filter(({ claims }) => claims.includes(claim));

/** One against several: a method by its name within the study. */
interface Contest {
  claim: ClaimNumber;
  study: Study;
  ours: Method;
  rivals: readonly Method[];
  /** Fixed rates beside them, of which the best is taken in each seed: the name of their series. */
  fixed?: { series: string; method: Method };
}

interface Method {
  name: string;
  optimizer: OptimizerId;
}

const own = (optimizer: OptimizerId): Method => ({ name: optimizer, optimizer });

/** Claim 1: APO-η on a base beside that base with fixed rates and with schedules. WRN-28 has SGDm alone. */
function adaptiveContests(study: Study): Contest[] {
  const onSgdm: Contest = {
    ...{ claim: 1, study, ours: own("apo-lr") },
    rivals: [own("sgdm"), { name: "sgdm-step", optimizer: "sgdm" }, { name: "sgdm-cosine", optimizer: "sgdm" }],
    fixed: { series: "fixed-sgdm", method: own("sgdm") },
  };
  if (study.id === "wrn28") return [onSgdm];
  const onAdam: Contest = {
    ...{ claim: 1, study, ours: { name: "apo-lr-adam", optimizer: "apo-lr" }, rivals: [own("adam")] },
    fixed: { series: "fixed-adam", method: own("adam") },
  };
  return [onSgdm, onAdam];
}

/** Claim 3: KFAC does not train what has attention. */
const preconditionerContest = (study: Study): Contest => ({
  ...{ claim: 3, study, ours: own("apo-p") },
  rivals: [own("sgdm"), own("adam"), ...(study.id === "translation" ? [] : [own("kfac")])],
});

const regressionContest = (study: Study): Contest => ({
  ...{ claim: 4, study, ours: own("apo-p") },
  rivals: [own("sgd"), own("sgdm"), own("rmsprop"), own("adam")],
});

/** Claims 1, 3 and 4: a method of the poster against others, on every study that they name. */
export function contests(records: RecordSet): ClaimComparison[] {
  return [
    ...studiesOf(1).flatMap(adaptiveContests),
    ...studiesOf(3).map(preconditionerContest),
    ...studiesOf(4).map(regressionContest),
  ].map((contest) => comparisonOf(contest, records));
}

function comparisonOf({ claim, study, ours, rivals, fixed }: Contest, records: RecordSet): ClaimComparison {
  const measure = claim === 4 ? TRAIN_MEASURE : testMeasure(study);
  const ledger = records.ledger(study.id);
  const drafts = [ours, ...rivals].map(({ name, optimizer }) =>
    draftOfMethod(name, optimizer, records.method(study.id, name), ledger, measure),
  );
  if (fixed) drafts.push(draftOfRates(study.id, claim, fixed, records, drafts));
  const entrants = entrantsOf(drafts, study.steps, measure, true);
  const names = rivals.map(({ name }) => name);
  const single = [...names, ...(fixed ? [fixed.series] : [])].map((rival) => ({ ours: ours.name, rivals: [rival] }));
  const all = names.length > 1 && claim !== 1 ? [{ ours: ours.name, rivals: names }] : [];
  const pairings = [...all, ...single];
  return { kind: "comparison", claim, study: study.id, subject: ours.name, ...measure, entrants, pairings };
}

/** All fixed rates of a series as one entrant: in each seed, and at each time, the best of them in hindsight. */
function draftOfRates(
  study: StudyId,
  claim: ClaimNumber,
  { series, method }: NonNullable<Contest["fixed"]>,
  records: RecordSet,
  drafts: readonly Draft[],
): Draft {
  return {
    entrant: { name: series, optimizer: method.optimizer, settings: null },
    runs: records.series(study, claim, series)?.runs ?? [],
    runsPerSeed: FIXED_RATES,
    msPerStep: drafts.find(({ entrant }) => entrant.name === method.name)?.msPerStep ?? null,
  };
}
