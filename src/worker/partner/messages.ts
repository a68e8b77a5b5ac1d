import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import type { Lookahead } from "../../config/formulas/lookahead";
import type { PreconditionerState } from "../../config/formulas/preconditionerState";
import type { HyperparamName } from "../../config/tables/hyperparams";
import type { ObjectiveSettings } from "../../config/tables/lambdas";
import type { Evaluation, RunCost } from "../../config/tables/metrics";
import type { TaskData } from "../../core/tasks/task";
import type { RunRows, RunSpec } from "../../core/training/contract";

/** The partner's part of a race; the rest of its options are the whole race's. */
interface PartOptions {
  seed: number;
  batchSize: number;
  steps: number;
  runs: readonly RunSpec[];
}

export interface HyperparamChange {
  run: string;
  name: HyperparamName;
  value: number | string;
}

/** What the partner's runs have cost, and its tensors. */
export interface PartStatus {
  costs: Record<string, RunCost>;
  tensors: number;
}

/** What the training worker asks of its partner, with the answer to each. */
export interface PartnerCalls {
  /** Builds the part at step 0. `task` is null where it is the one sent last. */
  open: { ask: { task: TaskData | null; options: PartOptions }; answer: PartStatus };
  /** Applies the changes and takes one step of every run; `objective` has the λ of runs without their own. */
  step: {
    ask: { changes: readonly HyperparamChange[]; objective: ObjectiveSettings; isProbed: boolean };
    answer: { metaSteps: Record<string, number> };
  };
  /** Rows of the steps before `before`; answered between two runs as well. */
  rows: { ask: { before: number }; answer: { rows: RunRows[]; status: PartStatus } };
  evaluate: { ask: { run: string }; answer: Evaluation };
  predict: { ask: { run: string }; answer: Float32Array };
  lookAhead: { ask: { run: string }; answer: Lookahead | null };
  preconditionerState: { ask: { run: string }; answer: PreconditionerState };
  weights: { ask: { run: string }; answer: Float32Array[] };
  checkpoint: { ask: Record<never, never>; answer: RaceCheckpoint };
  restore: { ask: { checkpoint: RaceCheckpoint }; answer: null };
  /** Ends what is being done and disposes the part. */
  close: { ask: Record<never, never>; answer: null };
}

export type PartnerCall = {
  [Type in keyof PartnerCalls]: { type: Type } & PartnerCalls[Type]["ask"];
}[keyof PartnerCalls];

/** Training worker to partner. */
export type PartnerQuestion = { id: number } & PartnerCall;

/** Partner to training worker. */
export type PartnerReply =
  | { id: number; answer: PartnerCalls[keyof PartnerCalls]["answer"] }
  | { id: number; error: string; isDeviceFault: boolean };
