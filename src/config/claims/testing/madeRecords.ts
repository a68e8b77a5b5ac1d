import type { Hyperparams } from "../../tables/hyperparams";
import type { OptimizerId } from "../../tables/optimizers";
import { CLAIMS_FORMAT, type ClaimRun, type LedgerRecord, type MethodRecord, type SeriesRecord } from "../record";
import { STUDIES, type StudyId } from "../studies";

type Settings = Partial<Hyperparams>;

const trainedOf = (study: StudyId) => {
  const { task, taskOptions, batchSize, steps } = STUDIES[study];
  return { task, taskOptions, batchSize, steps };
};

/** A run of evaluations at even distances, whose train loss, test loss and metric are the same numbers; null where it had diverged. */
export function madeRun(study: StudyId, seed: number, settings: Settings, curve: readonly (number | null)[]): ClaimRun {
  const { steps } = STUDIES[study];
  const evaluations = curve.map((value, i) => ({
    step: Math.round((steps * (i + 1)) / curve.length),
    seconds: i,
    trainLoss: value,
    testLoss: value,
    testMetric: value,
  }));
  return { seed, settings, early: [1, 1], evaluations };
}

/** A method whose runs on seeds 1, 2, … have these curves. */
export function madeMethod(
  study: StudyId,
  method: string,
  optimizer: OptimizerId,
  settings: Settings,
  curves: readonly (readonly (number | null)[])[],
): MethodRecord {
  const heldOut = curves.map((curve, i) => madeRun(study, i + 1, settings, curve));
  const candidate = { ...madeRun(study, 0, settings, [1]), arm: 0, round: 0 };
  return {
    ...{ format: CLAIMS_FORMAT, kind: "method", study, method, optimizer, trained: trainedOf(study) },
    ...{ criterion: STUDIES[study].criterion, box: { today: { arm: 0, settings }, arms: [] } },
    ...{ candidates: [candidate], chosen: settings, edges: [], heldOut },
  };
}

/** Runs of a claim beside a study. */
export const madeSeries = (
  study: StudyId,
  claim: number,
  series: string,
  optimizer: OptimizerId,
  varied: readonly string[],
  runs: readonly ClaimRun[],
): SeriesRecord => ({
  ...{ format: CLAIMS_FORMAT, kind: "series", study, claim, series, optimizer, trained: trainedOf(study) },
  ...{ varied: [...varied], runs: [...runs] },
});

/** A ledger with milliseconds a step by method, and as many passes and bytes as are given. */
export const madeLedger = (
  study: StudyId,
  methods: readonly (Pick<LedgerRecord["methods"][number], "method" | "optimizer" | "msPerStep"> &
    Partial<LedgerRecord["methods"][number]>)[],
): LedgerRecord => ({
  ...{ format: CLAIMS_FORMAT, kind: "ledger", study, trained: trainedOf(study), steps: 100 },
  methods: methods.map((one) => ({
    ...{ settings: {}, forwardPasses: 1, backwardPasses: 1, tensorBytes: 1000, peakBytes: 2000 },
    ...one,
  })),
});
