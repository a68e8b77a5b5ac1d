import { engine, type Tensor, type Tensor1D, type Tensor2D } from "@tensorflow/tfjs-core";
import type { RunCheckpoint } from "../../config/experiment/checkpoint";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { Lambdas } from "../../config/tables/lambdas";
import { endStep } from "../kernels/launches";
import type { Ahead, Batch, Optimizer, Params } from "../optimizers/optimizer";
import { scoped } from "../scope";
import { bytesIn, tensorsIn } from "../tree";
import { type PackedName, pack } from "./packing";
import { withPeakBytes } from "./peakBytes";
import { movedAverages, type Trained } from "./runningAverages";
import { StepTimes } from "./stepTimes";
import { restoreTree, storeTree } from "./storedTree";

/** Stats of one step: numbers packed into one device tensor that the reader owns, and what the host knows already. */
export interface StepRecord {
  packed: Tensor1D;
  /** Name of each packed scalar, in order. */
  names: readonly PackedName[];
  /** What weights stand behind the scalars; null where they were not asked for. */
  weights: PackedWeights | null;
  step: number;
  learningRate: number | null;
  lambdas: Lambdas | null;
  /** As they stood in this step. */
  hyperparams: Hyperparams;
  /** Cumulative, seconds in this run's steps and backward passes. */
  seconds: number;
  gradientEvaluations: number;
  /** Of this step. */
  forwardPasses: number;
  backwardPasses: number;
}

interface PackedWeights {
  /** Whether θ stands before θ⁺; else it is what the record before ended at. */
  hasStart: boolean;
  /** θ⁺ is where the step would have led: θ stood still. */
  isProposed: boolean;
}

/**
 * One optimizer on one task: the only place that owns tensor memory. Each step runs in an engine scope; what it replaced is
 * disposed by tensor id. Steps of different runs must not overlap in time, so that scopes never interleave.
 */
export class Run {
  private params: Params;
  private state: unknown;
  private stepCount = 0;
  private metaCount = 0;
  private readonly times = new StepTimes();
  private gradientEvaluations = 0;
  private forwardPasses = 0;
  /** Whether the reader knows θ from the last record. */
  private isPacked = false;
  /** Most bytes of tensors that a step so far has held beside what is kept between steps. */
  private madeBytes = 0;

  constructor(
    private readonly optimizer: Optimizer<unknown>,
    initialParams: Params,
    public hyperparams: Hyperparams,
    private readonly now: () => number,
    private averages: readonly Tensor2D[] = [],
  ) {
    this.params = initialParams;
    this.state = scoped(() => optimizer.init(initialParams, hyperparams));
  }

  get metaSteps(): number {
    return this.metaCount;
  }

  get weights(): Params {
    return this.params;
  }

  /** What the run is evaluated with. */
  get trained(): Trained {
    return { params: this.params, averages: this.averages };
  }

  /**
   * Takes one step; throws what the optimizer throws, with params and state as they were. `withWeights` packs θ⁺ as well. `letIn` is
   * awaited between its parts, and its time does not count as the step's.
   */
  async step(
    batch: Batch,
    fsdBatch: () => Batch,
    steps: number,
    withWeights = false,
    letIn?: () => Promise<void>,
  ): Promise<StepRecord> {
    const started = this.now();
    let apartMs = 0;
    const between = async () => {
      const from = this.now();
      await letIn?.();
      apartMs += this.now() - from;
    };
    const { result, before, most } = await withPeakBytes(() =>
      this.inAsyncScope(async () => {
        const settings = { ...this.hyperparams, steps, ...(letIn && { between }) };
        const next = await this.optimizer.step(this.params, this.state, batch, fsdBatch, settings, true);
        const start = withWeights && !this.isPacked ? this.params : [];
        const end = withWeights ? (next.stats.proposed ?? next.params) : [];
        const weights = withWeights
          ? { hasStart: start.length > 0, isProposed: next.stats.proposed !== undefined }
          : null;
        const { params, state, stats } = next;
        const averages = movedAverages(this.averages, stats.statistics);
        return { params, state, averages, stats, weights, ...pack(stats, [...start, ...end]) };
      }),
    );
    this.madeBytes = Math.max(this.madeBytes, most - before);
    const { params, state, averages, stats, packed, names, weights } = result;
    this.replace(params, state, averages, packed);
    endStep();
    this.isPacked = withWeights;
    this.times.add(this.now() - started - apartMs);
    this.gradientEvaluations += stats.backwardPasses;
    this.forwardPasses += stats.forwardPasses;
    if (stats.meta) this.metaCount++;
    return {
      packed,
      names,
      weights,
      step: this.stepCount++,
      learningRate: typeof stats.learningRate === "number" ? stats.learningRate : null,
      lambdas: stats.meta ? { lambdaFsd: stats.meta.lambdaFsd, lambdaWsd: stats.meta.lambdaWsd } : null,
      hyperparams: this.hyperparams,
      seconds: this.times.seconds,
      gradientEvaluations: this.gradientEvaluations,
      forwardPasses: stats.forwardPasses,
      backwardPasses: stats.backwardPasses,
    };
  }

  get canLookAhead(): boolean {
    return this.optimizer.lookAhead !== undefined;
  }

  /** What the next step looks at, measured in the scope of the tensors it is made of. */
  lookAhead<T>(batch: Batch, measure: (ahead: Ahead) => Promise<T>): Promise<T> {
    return this.inAsyncScope(async () => {
      const ahead = this.optimizer.lookAhead?.(this.params, this.state, batch, this.hyperparams);
      if (!ahead) throw new Error("This method does not look ahead; ask `canLookAhead` first.");
      return measure(ahead);
    });
  }

  preconditionerState() {
    return this.inAsyncScope(() => this.optimizer.preconditionerState(this.state, this.hyperparams));
  }

  cost() {
    const tensorBytes = bytesIn(this.kept);
    const steps = Math.max(1, this.stepCount);
    const measured = { forward: this.forwardPasses / steps, backward: this.gradientEvaluations / steps };
    const { forward, backward } = this.optimizer.passesPerStep(this.hyperparams, measured);
    return {
      msPerStep: this.times.medianMs,
      forwardPasses: forward,
      backwardPasses: backward,
      tensorBytes,
      peakBytes: tensorBytes + this.madeBytes,
    };
  }

  /** All that the next step depends on, but for what the recorder knows. */
  async checkpoint(): Promise<Pick<RunCheckpoint, "state" | "hyperparams" | "counts">> {
    const { stepCount: steps, metaCount: metaSteps, gradientEvaluations, forwardPasses } = this;
    return {
      state: await storeTree(this.kept),
      hyperparams: this.hyperparams,
      counts: { steps, metaSteps, seconds: this.times.seconds, gradientEvaluations, forwardPasses },
    };
  }

  /** Goes on from there. Throws, and stays as it is, where the weights are of another network. */
  restore({ state: stored, hyperparams, counts }: Pick<RunCheckpoint, "state" | "hyperparams" | "counts">): void {
    // one from before there were running averages has two parts
    const [params, state, averages = []] = restoreTree(stored) as [Params, unknown, Params?];
    const shapes = (list: Params) => JSON.stringify(list.map(({ shape }) => shape));
    const refuse = (what: string, theirs: Params, ours: Params) => {
      if (shapes(theirs) === shapes(ours)) return;
      for (const tensor of new Set(tensorsIn([params, state, averages]))) tensor.dispose();
      throw new Error(`The checkpoint has ${what} of ${shapes(theirs)}, the run has ${shapes(ours)}.`);
    };
    refuse("weights", params, this.params);
    refuse("running averages", averages, this.averages);
    this.dispose();
    this.params = params;
    this.state = state;
    this.averages = averages;
    // those that there were not when it was taken are the run's own, which starts with them at what changes nothing
    this.hyperparams = { ...this.hyperparams, ...hyperparams };
    this.stepCount = counts.steps;
    this.metaCount = counts.metaSteps;
    this.times.seconds = counts.seconds;
    this.gradientEvaluations = counts.gradientEvaluations;
    this.forwardPasses = counts.forwardPasses;
    this.isPacked = false;
  }

  dispose(): void {
    for (const tensor of new Set(tensorsIn(this.kept))) if (!tensor.isDisposed) tensor.dispose();
  }

  /** All tensors that live from step to step. */
  private get kept(): [Params, unknown, Params] {
    return [this.params, this.state, this.averages];
  }

  private replace(params: Params, state: unknown, averages: Params, packed: Tensor): void {
    const before = tensorsIn(this.kept);
    const kept = new Set(tensorsIn([params, state, averages]).map(({ id }) => id));
    for (const tensor of before) if (!kept.has(tensor.id) && !tensor.isDisposed) tensor.dispose();
    this.params = params;
    this.state = state;
    this.averages = averages;
    if (kept.has(packed.id)) throw new Error("The packed stats of a step must not be part of the optimizer's state.");
  }

  private async inAsyncScope<T>(f: () => Promise<T>): Promise<T> {
    engine().startScope();
    let kept: unknown;
    try {
      const result = await f();
      kept = withoutStats(result);
      return result;
    } finally {
      engine().endScope(kept as never);
    }
  }
}

/** What outlives a scope: everything but the loose scalars of the stats, which are packed. */
function withoutStats(result: unknown): unknown {
  if (!result || typeof result !== "object" || !("stats" in result)) return result;
  return { ...result, stats: null };
}
