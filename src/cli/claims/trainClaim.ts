import type { ClaimEvaluation } from "../../config/claims/evaluation";
import type { ClaimRun, ClaimTraining, PriceResponse } from "../../config/claims/record";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { OptimizerId } from "../../config/tables/optimizers";
import type { TaskData } from "../../core/tasks/task";
import type { RunRows } from "../../core/training/contract";
import { createRace } from "../../core/training/race";
import { claimData } from "./claimData";

/** Steps whose losses a record keeps. */
export const EARLY_LOSSES = 2;

/** Steps from one look at whether a run still lives to the next. */
const WATCH_INTERVAL = 50;

/** What is trained. */
export interface ClaimSpec {
  trained: ClaimTraining;
  optimizer: OptimizerId;
  settings: Partial<Hyperparams>;
  seed: number;
  /** Trains on nine tenths, and is tested on the tenth left. */
  isHeldApart: boolean;
  /** How often it is evaluated, at even distances, at its end the last time. */
  evaluations: number;
  /** Of a run that shows what its prices do: from which step on it trains, before which φ alone moves. */
  pricedFrom?: number;
  /** Ends it early, with the schedules of the whole: no evaluation. */
  until?: number;
}

/** Trains one run alone, to its end or until it diverges. */
export async function trainClaim(spec: ClaimSpec): Promise<ClaimRun> {
  const { trained, seed, optimizer, settings, until, pricedFrom } = spec;
  const { steps, batchSize } = trained;
  const data: TaskData = await claimData(trained, seed, spec.isHeldApart);
  const hyperparams: Hyperparams = { ...hyperparamDefaults(optimizer), ...settings };
  const race = createRace(data, { seed, batchSize, steps, runs: [{ run: "run", optimizer, hyperparams }] });
  const due = until === undefined ? evaluationSteps(steps, spec.evaluations) : [];
  const evaluations: ClaimEvaluation[] = [];
  const columns = { trainLoss: [] as number[], fsd: [] as (number | null)[], wsd: [] as (number | null)[] };
  let seconds = 0;
  let diverged = false;
  const read = async () => {
    for (const { status, columns: rows } of (await race.readRows()) satisfies RunRows[]) {
      diverged ||= status === "diverged";
      seconds = rows.seconds.at(-1) ?? seconds;
      columns.trainLoss.push(...rows.trainLoss.filter((loss) => loss !== null));
      columns.fsd.push(...rows.fsd);
      columns.wsd.push(...rows.wsd);
    }
  };
  try {
    while (race.step < (until ?? steps) && !diverged) {
      await race.takeStep();
      const isDue = due.includes(race.step);
      if (!isDue && race.step % WATCH_INTERVAL !== 0 && race.step !== until) continue;
      await read();
      if (isDue && !diverged) evaluations.push(shortened(race.step, seconds, await race.evaluate("run")));
    }
    const divergedAt = diverged ? { divergedAt: race.step } : {};
    if (diverged) evaluations.push({ ...LOST, step: race.step, seconds: short(seconds) });
    return {
      seed,
      settings,
      early: columns.trainLoss.slice(0, EARLY_LOSSES),
      ...divergedAt,
      evaluations,
      ...(pricedFrom === undefined ? {} : { response: responseOf(columns, pricedFrom) }),
    };
  } finally {
    race.dispose();
  }
}

const LOST = { trainLoss: null, testLoss: null, testMetric: null };

/** Steps after which a run is evaluated. */
const evaluationSteps = (steps: number, count: number): number[] =>
  Array.from({ length: Math.min(count, steps) }, (_, i) => Math.round((steps * (i + 1)) / Math.min(count, steps)));

/** Six digits: a file of hundreds of evaluations stays small. */
const short = (value: number): number => Number(value.toPrecision(6));
const shortOrNull = (value: number): number | null => (Number.isFinite(value) ? short(value) : null);

function shortened(
  step: number,
  seconds: number,
  { trainLoss, testLoss, testMetric }: { trainLoss: number; testLoss: number; testMetric: number },
): ClaimEvaluation {
  return {
    step,
    seconds: short(seconds),
    trainLoss: shortOrNull(trainLoss),
    testLoss: shortOrNull(testLoss),
    testMetric: shortOrNull(testMetric),
  };
}

/** Means of FSD and of ‖θ′ − θ‖ at the meta-updates, over the last fifth before a step, and from it on. */
function responseOf(columns: { fsd: (number | null)[]; wsd: (number | null)[] }, from: number): PriceResponse {
  const lengths = columns.wsd.map((wsd) => (wsd === null ? null : Math.sqrt(2 * wsd)));
  const within = (start: number, end?: number) => ({
    fsd: meanOf(columns.fsd.slice(start, end)),
    length: meanOf(lengths.slice(start, end)),
  });
  return { still: within(Math.floor(0.8 * from), from), training: within(from) };
}

function meanOf(values: readonly (number | null)[]): number | null {
  const measured = values.filter((value) => value !== null);
  return measured.length > 0 ? shortOrNull(measured.reduce((sum, value) => sum + value, 0) / measured.length) : null;
}
