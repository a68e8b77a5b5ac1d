import { isDeepStrictEqual } from "node:util";
import { CLAIMS_FORMAT, type DefaultsRecord } from "../../../config/claims/record";
import type { Study } from "../../../config/claims/studies";
import { hyperparamDefaults } from "../../../config/tables/hyperparamRange";
import type { HyperparamName, Hyperparams } from "../../../config/tables/hyperparams";
import type { OptimizerId } from "../../../config/tables/optimizers";
import type { RecordStore } from "../recordStore";
import { type ClaimScale, isLarge } from "../scale";
import { defaultRuns, divergences } from "./defaultRuns";
import { type Job, trainingOf } from "./job";

/** Steps on the large networks, where a step takes a tenth of a second: all divergences that were mended were within 13. */
export const LARGE_STEPS = 40;

/** A study's race with the app's defaults, as long as the page trains it. */
const raceOf = ({ id, task, taskOptions }: Study, { share }: ClaimScale) => ({
  ...{ task, taskOptions },
  ...(share < 1 ? { until: 10, solverSteps: 2 } : isLarge(id) ? { until: LARGE_STEPS } : {}),
});

/** What differs from the method's bare defaults. */
function ownSettings(optimizer: OptimizerId, hyperparams: Hyperparams): Partial<Hyperparams> {
  const bare = hyperparamDefaults(optimizer);
  const names = (Object.keys(bare) as HyperparamName[]).filter((name) => hyperparams[name] !== bare[name]);
  return Object.fromEntries(names.map((name) => [name, hyperparams[name]]));
}

/** The record of a study's defaults as they are now, before its first seed. */
export function emptyDefaults(study: Study, scale: ClaimScale): DefaultsRecord {
  const methods = defaultRuns(raceOf(study, scale)).map(({ optimizer, hyperparams, steps }) => ({
    ...{ optimizer, settings: ownSettings(optimizer, hyperparams), steps },
  }));
  const steps = Math.max(...methods.map((method) => method.steps));
  return {
    ...{ format: CLAIMS_FORMAT, kind: "defaults", study: study.id },
    ...{ trained: { ...trainingOf(study), steps }, methods, runs: [] },
  };
}

/** The record as far as it is of today's defaults: with other ones it begins anew. */
export function defaultsInForce(study: Study, store: RecordStore, scale: ClaimScale): DefaultsRecord {
  const empty = emptyDefaults(study, scale);
  const record = store.defaults(study.id);
  return record && isDeepStrictEqual({ ...record, runs: [] }, empty) ? record : empty;
}

/** The seeds that are left, each with all methods. */
export function defaultJobs(study: Study, store: RecordStore, scale: ClaimScale): Job[] {
  const there = defaultsInForce(study, store, scale);
  return scale.steadySeeds
    .filter((seed) => there.runs.every((run) => run.seed !== seed))
    .map((seed) => ({
      ...{ study, file: "defaults", optimizer: "sgdm", steps: there.trained.steps, label: `seed ${seed}` },
      train: async () => {
        const run = { seed, diverged: await divergences(raceOf(study, scale), seed) };
        const before = defaultsInForce(study, store, scale);
        return { ...before, runs: [...before.runs, run].toSorted((a, b) => a.seed - b.seed) };
      },
    }));
}
