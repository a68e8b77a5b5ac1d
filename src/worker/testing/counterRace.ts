import { COLUMN_NAMES, type Columns } from "../../config/tables/metrics";
import type { OptimizerId } from "../../config/tables/optimizers";
import type { Race, RunRows, RunSpec } from "../../core/training/contract";

/** What a counter race is told to do; fields may change while it runs. */
export interface CounterBehaviour {
  /** Milliseconds of blocking work per run and step. */
  workMs: number;
  /** Throws at this step of the first run. */
  failAt?: number;
  /** Called at every run's step. */
  onRunStep?(run: string, step: number): void;
  onDispose?(): void;
}

/**
 * A race without numerics for tests of the loop: every run counts its steps and does nothing for a given time. It keeps
 * the contract of `Race` with losses 1/(1 + step).
 */
export function createCounterRace(runs: readonly RunSpec[], behaviour: CounterBehaviour): Race {
  const taken = new Map(runs.map(({ run }) => [run, 0]));
  const read = new Map(runs.map(({ run }) => [run, 0]));
  const hyperparams = new Map(runs.map((spec) => [spec.run, spec.hyperparams]));
  let step = 0;
  return {
    runs: runs.map(({ run, optimizer }) => ({ run, optimizer: optimizer as OptimizerId, layers: [] })),
    lanes: [runs.map(({ run }) => run)],
    get step() {
      return step;
    },
    stepsPerEpoch: 1,
    async takeStep(betweenRuns) {
      for (const [index, { run }] of runs.entries()) {
        if (index > 0) await betweenRuns?.();
        if (index === 0 && step === behaviour.failAt) throw new Error("the counter broke");
        const end = performance.now() + behaviour.workMs;
        while (performance.now() < end);
        behaviour.onRunStep?.(run, step);
        taken.set(run, step + 1);
      }
      step += 1;
    },
    probeNextStep() {},
    setHyperparam(run, name, value) {
      const settings = hyperparams.get(run);
      if (!settings) throw new Error(`no run ${run}`);
      const before = settings[name];
      hyperparams.set(run, { ...settings, [name]: value });
      return before;
    },
    metaSteps: (run) => taken.get(run) ?? 0,
    async readRows() {
      return runs.map(({ run }): RunRows => {
        const columns = Object.fromEntries(COLUMN_NAMES.map((name) => [name, [] as (number | null)[]])) as Columns;
        for (let at = read.get(run) ?? 0; at < step; at++)
          for (const name of COLUMN_NAMES)
            columns[name].push(name === "step" ? at : name === "trainLoss" ? 1 / (1 + at) : null);
        read.set(run, step);
        return { run, columns, metaSteps: taken.get(run) ?? 0, status: "running", probes: [] };
      });
    },
    evaluate: async () => ({ step, trainLoss: 1, testLoss: 1, testMetric: 1 }),
    predict: async () => new Float32Array(0),
    lookAhead: async () => null,
    preconditionerState: async () => ({ kind: "scalar", layers: [] }),
    weights: async () => [],
    checkpoint: async () => ({ step, runs: [] }),
    async restore(checkpoint) {
      step = checkpoint.step;
      for (const { run } of runs) {
        taken.set(run, step);
        read.set(run, step);
      }
    },
    tensorCount: () => 0,
    cost: () => ({ msPerStep: behaviour.workMs, forwardPasses: 1, backwardPasses: 1, tensorBytes: 0, peakBytes: 0 }),
    dispose: () => behaviour.onDispose?.(),
  };
}
