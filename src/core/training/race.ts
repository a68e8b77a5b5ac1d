import { keep, memory, type Tensor, tensor1d, tensor2d } from "@tensorflow/tfjs-core";
import { isGridRun } from "../../config/experiment/learningRateGrid";
import { objectiveInForce } from "../../config/formulas/objectiveInForce";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { ObjectiveSettings } from "../../config/tables/lambdas";
import { isDeviceFault } from "../kernels/faults/deviceFault";
import { listFromHost } from "../kernels/joined";
import { rounded } from "../kernels/rounding/round16";
import { CREATE_OPTIMIZER } from "../methods";
import type { Batch, Problem } from "../optimizers/optimizer";
import { withPrecision } from "../optimizers/withPrecision";
import { lossOfTask, modelOfTask } from "../tasks/modelOfTask";
import type { Feed, TaskData } from "../tasks/task";
import type { Showing } from "./augment";
import type { Race, RunRows, RunSpec } from "./contract";
import { evaluate } from "./evaluate";
import { createFeed } from "./feed";
import { letIn } from "./letIn";
import { hasLookaheadPicture, lookAhead } from "./lookAhead";
import { predict } from "./predict";
import { ProximalWatch } from "./proximalWatch";
import { Recorder, readPacked } from "./recorder";
import { inputRows, targetRows, tokenRows } from "./rows";
import { Run } from "./run";
import { startAverages } from "./runningAverages";

export interface RaceOptions {
  seed: number;
  batchSize: number;
  /** Length of the run, for schedules. */
  steps: number;
  runs: readonly RunSpec[];
  /** λ that the steps of a race without APO are held against; absent: APO-P's defaults. */
  objectiveSettings?: ObjectiveSettings;
  /** In place of both, asked for at every step: of a race whose first run with APO is in another worker. */
  sharedObjective?: () => ObjectiveSettings;
  /** Explicit batches and noise in place of the seeded ones (`--task given`). */
  feed?: Feed;
  /** Milliseconds, for the `seconds` column. */
  now?: () => number;
}

/** A race in this worker. */
export interface OwnRace extends Race {
  /** Names of the layers that normalise with their batch. */
  readonly norms: readonly string[];
  /** Copies of the running averages of each batch norm, in order: means, then variances. */
  averages(run: string): Promise<Float32Array[]>;
}

interface Entry {
  spec: RunSpec;
  run: Run;
  recorder: Recorder;
}

/** Same start, same batches in the same order, one step of each run at a time. The tfjs backend must be set and ready. */
export function createRace(task: TaskData, options: RaceOptions): OwnRace {
  const { steps, now = () => performance.now() } = options;
  const model = modelOfTask(task);
  const problem: Problem = { model, loss: lossOfTask(task) };
  const outputs = model.layers.at(-1)?.outputShape.at(-1) ?? 0;
  const feed = options.feed ?? createFeed({ ...options, count: task.train.count, noise: problem.loss.noise, outputs });
  const entries: Entry[] = options.runs.map((spec) => {
    const { precision } = spec.hyperparams;
    const start = model.parametric.map(({ name, shape }, i) => {
      const values = task.initialParams[i];
      if (values?.length !== shape[0] * shape[1])
        throw new Error(
          `Initial weights of ${name}: expected ${shape[0]} × ${shape[1]} values, got ${values?.length}.`,
        );
      return precision === "fp32" ? values : rounded(values, precision);
    });
    const params = listFromHost(
      start,
      model.parametric.map(({ shape }) => shape),
    );
    const optimizer = withPrecision(CREATE_OPTIMIZER[spec.optimizer](problem));
    const run = new Run(optimizer, params, { ...spec.hyperparams }, now, startAverages(model.statisticsShapes));
    return { spec, run, recorder: new Recorder() };
  });
  const entryOf = (name: string): Entry => {
    const entry = entries.find(({ spec }) => spec.run === name);
    if (!entry)
      throw new Error(`There is no run "${name}"; the race has ${entries.map(({ spec }) => spec.run).join(", ")}.`);
    return entry;
  };
  let step = 0;
  const watch = new ProximalWatch(task, model.parametric, feed.batchSize);
  const fallback = options.objectiveSettings ?? hyperparamDefaults("apo-p");
  const sharedObjective =
    options.sharedObjective ??
    (() => objectiveInForce(options.runs, ({ run }) => entryOf(run).run.hyperparams, fallback));
  let isProbing = false;

  /** The tensors of one lockstep step, made when first asked for and disposed together. */
  function stepTensors() {
    const made: Tensor[] = [];
    const own = <T extends Tensor>(tensor: T): T => {
      made.push(keep(tensor));
      return tensor;
    };
    const noise = once(() => {
      const values = feed.targetNoise(step);
      return own(
        problem.loss.noise === "uniform" ? tensor1d(values) : tensor2d(values, [values.length / outputs, outputs]),
      );
    });
    const targetsOf = (rows: Int32Array) => {
      if (!task.sequences) return { target: own(targetRows(task.train, rows, outputs)) };
      const { target, rowShares } = tokenRows(task.train, rows, task.sequences);
      return { target: own(target), rowShares: own(rowShares) };
    };
    const taken = step;
    const batchOf = (rows: Int32Array, batch: Showing["batch"]): Batch => ({
      input: own(
        inputRows(
          task.train,
          rows,
          task.inputShape,
          task.isAugmented ? { seed: options.seed, batch, step: taken } : undefined,
        ),
      ),
      ...targetsOf(rows),
      noise,
    });
    return {
      batch: batchOf(feed.batch(step), "batch"),
      fsdBatch: once(() => batchOf(feed.fsdBatch(step), "fsdBatch")),
      dispose: () => {
        for (const tensor of made) tensor.dispose();
      },
    };
  }

  return {
    runs: entries.map(({ spec }) => ({ run: spec.run, optimizer: spec.optimizer, layers: [...model.parametric] })),
    lanes: [entries.map(({ spec }) => spec.run)],
    get step() {
      return step;
    },
    stepsPerEpoch: feed.stepsPerEpoch,
    probeNextStep() {
      isProbing = watch.solver === "net";
    },
    async takeStep(betweenRuns) {
      const isWatched = isProbing || watch.solver === "linear";
      if (isWatched) watch.watch(step, feed.batch(step), feed.fsdBatch(step), sharedObjective());
      isProbing = false;
      const { batch, fsdBatch, dispose } = stepTensors();
      const heard = letIn(betweenRuns);
      try {
        const going = entries.filter(({ recorder }) => !recorder.failure);
        for (const [place, { run, recorder, spec }] of going.entries()) {
          if (place > 0) await betweenRuns?.();
          try {
            recorder.push(await run.step(batch, fsdBatch, steps, isWatched && !isGridRun(spec.run), heard.between));
          } catch (error) {
            if (heard.hasEnded || isDeviceFault(error)) throw error; // of the whole race
            recorder.fail(step, error);
          }
        }
        step++;
      } finally {
        dispose();
      }
    },
    setHyperparam(name, hyperparam, value) {
      const { run } = entryOf(name);
      const before = run.hyperparams[hyperparam];
      run.hyperparams = { ...run.hyperparams, [hyperparam]: value };
      return before;
    },
    metaSteps: (name) => entryOf(name).run.metaSteps,
    async readRows(before = step) {
      const taken = entries.map((entry) => ({ entry, records: entry.recorder.take(before) }));
      const values = await readPacked(taken.flatMap(({ records }) => records));
      let offset = 0;
      const rows = taken.map(({ entry: { spec, run, recorder }, records }): RunRows => {
        const own = values.slice(offset, offset + records.length);
        offset += records.length;
        const columns = recorder.toColumns(records, own, (record, read) => watch.gapOf(spec, record, read));
        const probes = records.slice(0, columns.step.length).flatMap((record, i) => {
          return watch.probeOf(spec, record, own[i] as Float32Array) ?? [];
        });
        return { run: spec.run, columns, metaSteps: run.metaSteps, ...recorder.told, probes };
      });
      watch.forget(before);
      return rows;
    },
    evaluate: (name, betweenChunks) =>
      evaluate(problem, entryOf(name).run.trained, task, { step, isEnd: step >= steps }, betweenChunks),
    predict: (name) => predict(problem, entryOf(name).run.trained, task),
    async lookAhead(name) {
      const { run, recorder } = entryOf(name);
      if (!hasLookaheadPicture(task) || !run.canLookAhead || recorder.failure) return null;
      const rows = { batch: feed.batch(step), fsdBatch: feed.fsdBatch(step) };
      const { dispose, ...batches } = stepTensors();
      try {
        return await lookAhead(problem, run, task, rows, batches);
      } finally {
        dispose();
      }
    },
    preconditionerState: (name) => entryOf(name).run.preconditionerState(),
    weights: async (name) => {
      const { run } = entryOf(name);
      return Promise.all(run.weights.map(async (w) => Float32Array.from(await w.data())));
    },
    norms: model.layers.flatMap(({ name, statistics }) => (statistics ? [name] : [])),
    averages: async (name) =>
      Promise.all(entryOf(name).run.trained.averages.map(async (each) => Float32Array.from(await each.data()))),
    checkpoint: async () => ({
      step,
      runs: await Promise.all(
        entries.map(async ({ spec, run, recorder }) => ({
          run: spec.run,
          ...(await run.checkpoint()),
          watch: recorder.seen,
        })),
      ),
    }),
    async restore(checkpoint) {
      for (const { spec, run, recorder } of entries) {
        const stored = checkpoint.runs.find((candidate) => candidate.run === spec.run);
        if (!stored) throw new Error(`The checkpoint has no run "${spec.run}".`);
        run.restore(stored);
        recorder.restore(stored.watch);
      }
      step = checkpoint.step;
    },
    cost: (name) => entryOf(name).run.cost(),
    tensorCount: () => memory().numTensors,
    dispose() {
      for (const { run, recorder } of entries) {
        for (const { packed } of recorder.take(Number.POSITIVE_INFINITY)) packed.dispose();
        run.dispose();
      }
    },
  };
}

/** Calls `make` the first time and remembers its result. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
