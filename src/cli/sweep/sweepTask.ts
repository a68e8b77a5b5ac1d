import { defaultHyperparams } from "../../config/experiment/resolveRuns";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { OptimizerId } from "../../config/tables/optimizers";
import type { TaskId } from "../../config/tables/taskIds";
import type { RunSpec } from "../../core/training/contract";
import { type Candidate, candidatesOf } from "./grids";
import { HELD_OUT_SEEDS, type Leg, legsOf, TUNING_SEED } from "./plan";
import { type Checkpoint, trainRuns } from "./trainRuns";

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
  tuningSeed: number;
  heldOutSeeds: number[];
  methods: MethodResult[];
}

const specOf = (task: TaskId, optimizer: OptimizerId, run: string, changed: Candidate): RunSpec => ({
  run,
  optimizer,
  hyperparams: { ...defaultHyperparams({ task }, optimizer), ...changed } as Hyperparams,
});

/** Tries every candidate of one method on the tuning seed, in one race. */
async function tune(task: TaskId, optimizer: OptimizerId, steps: number): Promise<MethodResult["candidates"]> {
  const candidates = candidatesOf(optimizer);
  const runs = candidates.map((candidate, i) => specOf(task, optimizer, `candidate-${i}`, candidate));
  const ends = await trainRuns(task, TUNING_SEED, runs, { steps, interval: steps });
  return candidates.map((hyperparams, i) => ({
    hyperparams,
    trainLoss: ends.get(`candidate-${i}`)?.at(-1)?.trainLoss ?? null,
  }));
}

function bestOf(candidates: MethodResult["candidates"]): Candidate {
  const [first, ...rest] = candidates;
  if (!first) throw new Error("A grid without candidates.");
  const loss = ({ trainLoss }: { trainLoss: number | null }) => trainLoss ?? Number.POSITIVE_INFINITY;
  return rest.reduce((best, next) => (loss(next) < loss(best) ? next : best), first).hyperparams;
}

/** The held-out runs of a leg, all its methods in one race per seed, so that the machine's mood is the same for all. */
async function report(task: TaskId, leg: Leg, chosen: ReadonlyMap<OptimizerId, Candidate>) {
  const results = new Map<OptimizerId, HeldOut[]>(leg.optimizers.map((id) => [id, []]));
  for (const seed of HELD_OUT_SEEDS) {
    const runs = leg.optimizers.map((id) => specOf(task, id, id, chosen.get(id) ?? {}));
    const races = await trainRuns(task, seed, runs, leg);
    const time = races.get("sgdm")?.at(-1)?.seconds ?? 0;
    for (const [id, list] of results) {
      const checkpoints = races.get(id) as Checkpoint[];
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

/** Chooses settings for every method of a task, and runs each on the held-out seeds. */
export async function sweepTask(task: TaskId, log: (line: string) => void): Promise<TaskResult> {
  const methods: MethodResult[] = [];
  for (const leg of legsOf(task)) {
    const known = new Map(methods.map(({ optimizer, chosen }) => [optimizer, chosen]));
    const tuned: Pick<MethodResult, "optimizer" | "candidates" | "chosen">[] = [];
    for (const optimizer of leg.optimizers) {
      if (known.has(optimizer)) continue; // SGDm again, for the clock
      const candidates = await tune(task, optimizer, leg.tuningSteps);
      const chosen = bestOf(candidates);
      tuned.push({ optimizer, candidates, chosen });
      log(`${task} ${optimizer}: ${JSON.stringify(chosen)}`);
    }
    for (const { optimizer, chosen } of tuned) known.set(optimizer, chosen);
    const heldOut = await report(task, leg, known);
    for (const one of tuned)
      methods.push({
        ...one,
        tuningSteps: leg.tuningSteps,
        steps: leg.steps,
        heldOut: heldOut.get(one.optimizer) ?? [],
      });
    log(`${task}: held-out seeds done`);
  }
  return { task, tuningSeed: TUNING_SEED, heldOutSeeds: HELD_OUT_SEEDS, methods };
}
