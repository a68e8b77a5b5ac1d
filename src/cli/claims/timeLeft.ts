import type { ClaimRun } from "../../config/claims/record";
import type { Study } from "../../config/claims/studies";
import type { OptimizerId } from "../../config/tables/optimizers";
import { STUDY_METHODS } from "./boxes/studyMethods";
import { defaultsInForce } from "./plan/defaultJobs";
import { seriesOf } from "./plan/series";
import type { Stage } from "./plan/stages";
import type { RecordStore } from "./recordStore";
import { type ClaimScale, studyAt } from "./scale";

type Costs = Partial<Record<OptimizerId, number>>;

/** A method's step over one of SGDm, until it was measured: on convolutions and texts, and on small dense networks with K = 1. */
const NETWORK_COSTS: Costs = { kfac: 2.7, "apo-p": 1.5, "apo-lr": 1.3 };
const DENSE_COSTS: Costs = { kfac: 4, ekfac: 4, shampoo: 2, "apo-p": 6, "apo-lr": 3 };

/** Evaluations and what else a run has beside its steps. */
const OVERHEAD = 1.2;

/** Moves that a box is expected to make. */
const EXPECTED_MOVES = 1;

/** Milliseconds of a step, from the runs of a record that came to their end; null where there is none. */
export function measuredMs(runs: readonly ClaimRun[]): number | null {
  const ends = runs.filter(({ divergedAt }) => divergedAt === undefined).map(({ evaluations }) => evaluations.at(-1));
  const steps = ends.reduce((sum, end) => sum + (end?.step ?? 0), 0);
  const seconds = ends.reduce((sum, end) => sum + (end?.seconds ?? 0), 0);
  return steps > 0 ? (1000 * seconds) / steps : null;
}

/** How many runs of a stage are there, how many it will have, and the milliseconds that those left are expected to take. */
export function stageProgress({ study: id, part }: Stage, store: RecordStore, scale: ClaimScale) {
  const study = studyAt(id, scale);
  const parts = partsOf(study, part, store, scale);
  const sum = (of: (one: Part) => number) => parts.reduce((total, one) => total + of(one), 0);
  return {
    done: sum(({ done }) => done),
    wanted: sum(({ done, wanted }) => Math.max(done, wanted)),
    msLeft: sum(({ done, wanted, steps, ms }) => Math.max(0, wanted - done) * steps * ms * OVERHEAD),
  };
}

function partsOf(study: Study, part: Stage["part"], store: RecordStore, scale: ClaimScale): Part[] {
  if (part === "methods") return methodParts(study, store, scale);
  return part === "defaults" ? defaultParts(study, store, scale) : seriesParts(study, part, store, scale);
}

interface Part {
  done: number;
  wanted: number;
  steps: number;
  ms: number;
}

function guess({ task, msPerStep }: Study, optimizer: OptimizerId): number {
  const costs = ["cifar10", "translation"].includes(task) ? NETWORK_COSTS : DENSE_COSTS;
  return msPerStep * (costs[optimizer] ?? 1);
}

function methodParts(study: Study, store: RecordStore, { candidates, perMove, seeds }: ClaimScale): Part[] {
  return Object.entries(STUDY_METHODS[study.id]).map(([name, { optimizer }]) => {
    const record = store.method(study.id, name);
    const runs = [...(record?.candidates ?? []), ...(record?.heldOut ?? [])];
    const isSettled = (record?.heldOut.length ?? 0) > 0;
    const tried = isSettled
      ? (record?.candidates.length ?? 0)
      : Math.max(record?.candidates.length ?? 0, candidates + perMove * Math.min(EXPECTED_MOVES, study.moves));
    return {
      done: runs.length,
      wanted: tried + seeds.length,
      steps: study.steps,
      ms: measuredMs(runs) ?? guess(study, optimizer),
    };
  });
}

/** Every method takes all seeds. */
function defaultParts(study: Study, store: RecordStore, scale: ClaimScale): Part[] {
  const { methods, runs } = defaultsInForce(study, store, scale);
  return methods.map(({ optimizer, steps }) => ({
    ...{ done: runs.length, wanted: scale.steadySeeds.length, steps },
    ms: guess(study, optimizer),
  }));
}

function seriesParts(study: Study, claim: number, store: RecordStore, { seeds, share }: ClaimScale): Part[] {
  const all = seriesOf(study, STUDY_METHODS[study.id], share).filter((one) => one.claim === claim);
  return all.map((series) => {
    const runs = store.series(study.id, `claim-${claim}-${series.series}`)?.runs ?? [];
    const settings = series.settings(() => ({}))?.length ?? 0;
    return {
      done: runs.length,
      wanted: settings * seeds.length,
      steps: series.steps ?? study.steps,
      ms: measuredMs(runs) ?? guess(study, series.optimizer),
    };
  });
}
