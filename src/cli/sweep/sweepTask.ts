import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { defaultHyperparams } from "../../config/experiment/resolveRuns";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { NetworkForm } from "../../config/tables/networks/networkStarts";
import type { OptimizerId } from "../../config/tables/optimizers";
import type { TaskId } from "../../config/tables/taskIds";
import type { RunSpec } from "../../core/training/contract";
import type { Candidate } from "./grids";
import { type Leg, type SweepName, type SweepPlan, sweepPlan, TUNING_SEED } from "./plan";
import { type TrainedOn, type TrainedRun, trainRuns } from "./trainRuns";

/** What one method came to on one held-out seed. */
export interface HeldOut {
  seed: number;
  /** At the last step; null where it diverged. */
  trainLoss: number | null;
  testLoss: number | null;
  testMetric: number | null;
  /** Train loss at its last evaluation within the seconds that SGDm took for all its steps, in the same race. */
  trainLossInTime: number | null;
  /** Seconds of its steps over SGDm's. */
  timeOverSgdm: number;
}

export interface MethodResult {
  optimizer: OptimizerId;
  tuningSteps: number;
  steps: number;
  /** All candidates with the train loss that each came to on the tuning seed; null where it diverged. */
  candidates: { hyperparams: Candidate; trainLoss: number | null }[];
  /** Over the settings that the method had on the task. */
  chosen: Candidate;
  heldOut: HeldOut[];
}

export interface TaskResult {
  task: TaskId;
  /** Absent: the task's first network. */
  network?: NetworkForm;
  tuningSeed: number;
  heldOutSeeds: number[];
  methods: MethodResult[];
}

/** What a record is of. */
export const sweepName = ({ task, network }: Pick<TaskResult, "task" | "network">): SweepName => network ?? task;

const trainedOn = ({ task, taskOptions }: SweepPlan, seed: number): TrainedOn =>
  resolveExperiment({ task, seed, taskOptions, optimizers: [{ id: "sgd" }] }).config;

const specOf = (plan: SweepPlan, optimizer: OptimizerId, run: string, changed: Candidate): RunSpec => ({
  run,
  optimizer,
  hyperparams: { ...defaultHyperparams(trainedOn(plan, TUNING_SEED), optimizer), ...changed } as Hyperparams,
});

/** Tries every candidate of one method on the tuning seed, in one race. */
async function tune(plan: SweepPlan, optimizer: OptimizerId, steps: number): Promise<MethodResult["candidates"]> {
  const candidates = plan.candidates(optimizer);
  const runs = candidates.map((candidate, i) => specOf(plan, optimizer, `candidate-${i}`, candidate));
  const { lastBatches } = plan;
  const ends = await trainRuns(trainedOn(plan, TUNING_SEED), runs, { steps, interval: lastBatches ? 0 : steps });
  return candidates.map((hyperparams, i) => {
    const end = ends.get(`candidate-${i}`);
    const trainLoss = lastBatches ? lastMean(end, steps, lastBatches) : end?.checkpoints.at(-1)?.trainLoss;
    return { hyperparams, trainLoss: trainLoss ?? null };
  });
}

/** Mean loss on the last batches of a run; null where it diverged. */
function lastMean(trained: TrainedRun | undefined, steps: number, count: number): number | null {
  const last = trained?.batchLosses.slice(0, steps).slice(steps - count) ?? [];
  const mean = last.reduce((sum, loss) => sum + loss, 0) / count;
  return last.length === count && Number.isFinite(mean) ? mean : null;
}

function bestOf(candidates: MethodResult["candidates"]): Candidate {
  const [first, ...rest] = candidates;
  if (!first) throw new Error("A grid without candidates.");
  const loss = ({ trainLoss }: { trainLoss: number | null }) => trainLoss ?? Number.POSITIVE_INFINITY;
  return rest.reduce((best, next) => (loss(next) < loss(best) ? next : best), first).hyperparams;
}

/** The held-out runs of a leg, all its methods in one race per seed, so that the machine's mood is the same for all. */
async function report(plan: SweepPlan, leg: Leg, chosen: ReadonlyMap<OptimizerId, Candidate>) {
  const results = new Map<OptimizerId, HeldOut[]>(leg.optimizers.map((id) => [id, []]));
  for (const seed of plan.heldOutSeeds) {
    const runs = leg.optimizers.map((id) => specOf(plan, id, id, chosen.get(id) ?? {}));
    const races = await trainRuns(trainedOn(plan, seed), runs, leg);
    const time = races.get("sgdm")?.checkpoints.at(-1)?.seconds ?? 0;
    for (const [id, list] of results) {
      const { checkpoints = [] } = races.get(id) ?? {};
      const end = checkpoints.at(-1);
      const inTime = checkpoints.filter(({ seconds }) => seconds <= time).at(-1);
      list.push({
        seed,
        trainLoss: end?.trainLoss ?? null,
        testLoss: end?.testLoss ?? null,
        testMetric: end?.testMetric ?? null,
        trainLossInTime: inTime?.trainLoss ?? null,
        timeOverSgdm: (end?.seconds ?? 0) / time,
      });
    }
  }
  return results;
}

/** Chooses settings for every method of a task or network, and runs each on the held-out seeds. */
export async function sweepTask(name: SweepName, log: (line: string) => void): Promise<TaskResult> {
  const plan = sweepPlan(name);
  const methods: MethodResult[] = [];
  for (const leg of plan.legs) {
    const known = new Map(methods.map(({ optimizer, chosen }) => [optimizer, chosen]));
    const tuned: Pick<MethodResult, "optimizer" | "candidates" | "chosen">[] = [];
    for (const optimizer of leg.optimizers) {
      if (known.has(optimizer)) continue; // SGDm again, for the clock
      const candidates = await tune(plan, optimizer, leg.tuningSteps);
      const chosen = bestOf(candidates);
      tuned.push({ optimizer, candidates, chosen });
      log(
        `${name} ${optimizer}: ${JSON.stringify(chosen)} of ${candidates.map(({ trainLoss }) => trainLoss?.toPrecision(4))}`,
      );
    }
    for (const { optimizer, chosen } of tuned) known.set(optimizer, chosen);
    const heldOut = await report(plan, leg, known);
    for (const one of tuned)
      methods.push({
        ...one,
        tuningSteps: leg.tuningSteps,
        steps: leg.steps,
        heldOut: heldOut.get(one.optimizer) ?? [],
      });
    log(`${name}: held-out seeds done`);
  }
  const { task, heldOutSeeds } = plan;
  const network = name === task ? {} : { network: name as NetworkForm };
  return { task, ...network, tuningSeed: TUNING_SEED, heldOutSeeds: [...heldOutSeeds], methods };
}
