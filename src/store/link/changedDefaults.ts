import type { HyperparamName } from "../../config/tables/hyperparams";
import type { OptimizerId } from "../../config/tables/optimizers";
import type { TaskId } from "../../config/tables/taskIds";

/** A default that a version of the app changed. */
export interface ChangedDefault {
  /** The first version with the new one: "1.1.0". */
  version: string;
  /** null: of every task. */
  task: TaskId | null;
  /** null: of every method that reads it, or of the experiment itself. */
  optimizer: OptimizerId | null;
  name: HyperparamName | "steps" | "batchSize";
  before: number | string;
  now: number | string;
}

/** Oldest first. Whoever changes a default of a released version writes its line here: links of that version then say what differs. */
export const CHANGED_DEFAULTS: readonly ChangedDefault[] = [];
