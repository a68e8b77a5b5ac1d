import { objectiveSettings } from "../../config/formulas/objectiveInForce";
import type { LayerShape } from "../../config/formulas/preconditionerState";
import type { DenseLayer, ProximalGap, ProximalProbe, ProximalProblem } from "../../config/formulas/proximalProblem";
import { type ProximalSolver, proximalSolver } from "../../config/formulas/proximalSolver";
import { readsHyperparam } from "../../config/tables/hyperparamRange";
import type { ObjectiveSettings } from "../../config/tables/lambdas";
import type { OptimizerId } from "../../config/tables/optimizers";
import { allNumbers, gatherRows } from "../data/inputs";
import { NO_GAP, proximalGap } from "../proximal/gap";
import { type LinearMoments, linearMoments, linearProximalStep } from "../proximal/linearStep";
import { chainOf } from "../tasks/modelOfTask";
import type { TaskData } from "../tasks/task";
import type { RunSpec } from "./contract";
import type { StepRecord } from "./run";

/** A step that waits to be read: rows of B and B′, the λ of runs without their own, and what is made of them when asked. */
interface Watched {
  batch: Int32Array;
  fsdBatch: Int32Array;
  shared: ObjectiveSettings;
  problem?: ProximalProblem;
  moments?: LinearMoments;
}

/** Holds the steps of a race against their exact proximal steps: rows of B and B′ are shared by all runs of a step. */
export class ProximalWatch {
  readonly solver: ProximalSolver["kind"];
  private allMoments: LinearMoments | null = null;
  /** Where each run stood after the last record. */
  private readonly reached = new Map<string, Float32Array>();
  private readonly steps = new Map<number, Watched>();

  constructor(
    private readonly task: TaskData,
    parametric: readonly LayerShape[],
    batchSize: number,
  ) {
    const solver = proximalSolver(parametric, task.loss, batchSize).kind;
    const isActivated = task.layers.some(({ activation = "linear" }) => activation !== "linear");
    this.solver = solver === "linear" && isActivated ? "net" : solver;
  }

  /** Remembers a step until it is read. */
  watch(step: number, batch: Int32Array, fsdBatch: Int32Array, shared: ObjectiveSettings): void {
    this.steps.set(step, { batch, fsdBatch, shared });
  }

  /** Forgets the steps before this one. */
  forget(before: number): void {
    for (const step of this.steps.keys()) if (step < before) this.steps.delete(step);
  }

  /** The gap of a step of linear regression; nothing where its weights were not packed or its objective has no minimum. */
  gapOf({ run, optimizer }: RunSpec, record: StepRecord, read: Float32Array): ProximalGap {
    const watched = this.steps.get(record.step);
    if (this.solver !== "linear" || !watched || !record.weights) return NO_GAP;
    const { theta, next } = this.weightsOf(run, record, read);
    watched.moments ??= this.momentsOf(watched);
    try {
      const exact = linearProximalStep(
        Float64Array.from(theta),
        watched.moments,
        settingsFor(optimizer, record, watched),
      );
      return proximalGap(theta, next, exact);
    } catch (error) {
      if (error instanceof RangeError) return NO_GAP;
      throw error;
    }
  }

  /** What the gap of a step of a network is solved from; null where its weights were not packed. */
  probeOf(
    { run, optimizer }: RunSpec,
    record: StepRecord,
    read: Float32Array,
  ): (ProximalProbe & { step: number }) | null {
    const watched = this.steps.get(record.step);
    if (this.solver !== "net" || !watched || !record.weights) return null;
    const problem = { ...this.problemOf(watched), ...settingsFor(optimizer, record, watched) };
    return { step: record.step, problem, ...this.weightsOf(run, record, read) };
  }

  /** θ and θ⁺ of a record; those of a run must be asked for in order, each once. */
  private weightsOf(run: string, { names, weights }: StepRecord, read: Float32Array) {
    const packed = read.slice(names.length);
    const theta = weights?.hasStart ? packed.subarray(0, packed.length / 2) : this.reached.get(run);
    if (!theta) throw new Error(`The weights of ${run} before the step were never read.`);
    const next = weights?.hasStart ? packed.subarray(packed.length / 2) : packed;
    this.reached.set(run, weights?.isProposed ? theta : next);
    return { theta, next };
  }

  /** Of linear regression; the same at every step where B and B′ are all there is. */
  private momentsOf({ batch, fsdBatch }: Watched): LinearMoments {
    if (this.allMoments) return this.allMoments;
    const { inputShape, train } = this.task;
    const [layer] = chainOf(this.task);
    const [inputs, outputs] = [inputShape[0] ?? 0, layer?.outputs ?? 0];
    const columns = inputs + (layer?.bias === false ? 0 : 1);
    const x = allNumbers(train.x);
    const moments = linearMoments({ x, y: train.y, fsdX: x, batch, fsdBatch }, inputs, columns, outputs);
    if (batch.length === train.count && new Set(batch).size === train.count) this.allMoments = moments;
    return moments;
  }

  private problemOf(watched: Watched): ProximalProblem {
    const { loss, inputShape, train } = this.task;
    const layers = chainOf(this.task);
    const width = inputShape.reduce((product, n) => product * n, 1);
    const outputs = layers.at(-1)?.outputs ?? 1;
    watched.problem ??= {
      layers: layers as readonly DenseLayer[],
      loss: loss as ProximalProblem["loss"],
      x: gatherRows(train.x, watched.batch, width),
      y:
        train.y instanceof Float32Array
          ? gatherRows(train.y, watched.batch, outputs)
          : watched.batch.map((row) => train.y[row] as number),
      fsdX: gatherRows(train.x, watched.fsdBatch, width),
      ...watched.shared,
    };
    return watched.problem;
  }
}

/** The run's own λ where its method reads both, else those of the race. */
function settingsFor(optimizer: OptimizerId, { hyperparams }: StepRecord, { shared }: Watched): ObjectiveSettings {
  const hasOwn = readsHyperparam(optimizer, "lambdaFsd") && readsHyperparam(optimizer, "lambdaWsd");
  return objectiveSettings(hasOwn ? hyperparams : shared);
}
