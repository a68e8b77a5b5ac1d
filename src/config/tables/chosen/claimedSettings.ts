import type { Hyperparams } from "../hyperparams";
import type { NetworkForm } from "../networks/networkStarts";
import type { OptimizerId } from "../optimizers";
import type { TaskId } from "../taskIds";

/** A choice of the claims' records: all settings of the method over its bare defaults, and what it was the best of. */
export interface Claimed {
  hyperparams: Partial<Hyperparams>;
  candidates: number;
  criterion: string;
  steps: number;
}

/** Written from docs/claims by `npm run claims -- --defaults`, of studies with all their seeds; not by hand. */
export const CLAIMED_SETTINGS: Partial<Record<TaskId | NetworkForm, Partial<Record<OptimizerId, Claimed>>>> = {};
