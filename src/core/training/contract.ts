import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import type { Lookahead } from "../../config/formulas/lookahead";
import type { LayerShape, PreconditionerState } from "../../config/formulas/preconditionerState";
import type { ProximalProbe } from "../../config/formulas/proximalProblem";
import type { RunEnd } from "../../config/formulas/runEnd";
import type { HyperparamName, Hyperparams } from "../../config/tables/hyperparams";
import type { Columns, Evaluation, RunCost } from "../../config/tables/metrics";
import type { OptimizerId } from "../../config/tables/optimizers";

export interface RunSpec {
  run: string;
  optimizer: OptimizerId;
  hyperparams: Hyperparams;
}

/** New rows of one run since the last read. `testLoss` and `testMetric` are null here: evaluations fill them in. */
export interface RunRows {
  run: string;
  columns: Columns;
  metaSteps: number;
  status: "running" | "diverged";
  /** Names quantity and step when diverged. */
  message?: string;
  /** The same, to be told apart. */
  end?: RunEnd | null;
  /** Steps whose gap to the exact proximal step still has to be solved for: those after `probeNextStep`. */
  probes: readonly (ProximalProbe & { step: number })[];
}

/** Several optimizers on one task: same start, same batches, in lockstep (contract 3). */
export interface Race {
  readonly runs: readonly { run: string; optimizer: OptimizerId; layers: LayerShape[] }[];
  /** Runs by the worker that trains them: what is asked of runs of different lanes may overlap in time. */
  readonly lanes: readonly (readonly string[])[];
  /** Lockstep steps completed. */
  readonly step: number;
  /** Steps in one pass over the training split. */
  readonly stepsPerEpoch: number;
  /**
   * One step of every run that has not diverged. `betweenRuns` is awaited before each run but the first, and within a run's step before
   * a meta-update and before each layer's inverse: rows may be read there, nothing else asked. What it throws ends the step.
   */
  takeStep(betweenRuns?: () => Promise<void>): Promise<void>;
  /** On a small network: the next step comes back as a probe of each run. Elsewhere nothing. */
  probeNextStep(): void;
  /** Acts in the next step of the run; returns the value it replaces. */
  setHyperparam(run: string, name: HyperparamName, value: number | string): number | string;
  /** Meta-updates the run has made; 0 for a method without. */
  metaSteps(run: string): number;
  /** One read-back for all rows since the last call, of steps before `before` (`step` unless told); finds divergence. */
  readRows(before?: number): Promise<RunRows[]>;
  /** Both splits, a few hundred examples at a time; `betweenChunks` is awaited before each. */
  evaluate(run: string, betweenChunks?: () => Promise<void>): Promise<Evaluation>;
  /** What the run predicts for the task's picture, as `RunPrediction.values` wants it; empty where there is none. */
  predict(run: string): Promise<Float32Array>;
  /**
   * What the run's next step would look at, moving nothing; null for a method without meta-updates, a run that has stopped, and
   * a task whose picture is neither a function nor a surface.
   */
  lookAhead(run: string): Promise<Lookahead | null>;
  /** Copies for the analysis of the run's implied preconditioner. */
  preconditionerState(run: string): Promise<PreconditionerState>;
  /** Copies of the weights, one row-major [out, in (+1)] per layer with weights. */
  weights(run: string): Promise<Float32Array[]>;
  /** Everything that the steps to come depend on. All rows must have been read. */
  checkpoint(): Promise<RaceCheckpoint>;
  /** Goes on from a checkpoint of such a race, on the same backend to the bit. Throws where it is of another one. */
  restore(checkpoint: RaceCheckpoint): Promise<void>;
  cost(run: string): RunCost;
  /** Tensors alive on the device, of all runs and of what is on its way to be read back. */
  tensorCount(): number;
  dispose(): void;
}
