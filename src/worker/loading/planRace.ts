import type { NetworkEstimate } from "../../config/formulas/networkOutline";
import type { Backend } from "../../config/tables/backends";
import type { estimateHere, nominalCosts, StepCost } from "../../core/estimate/planner";
import type { TaskData } from "../../core/tasks/task";
import type { RunSpec } from "../../core/training/contract";
import type { DeviceFindings } from "../../protocol/messages";

/** What estimates a race: a script of its own. */
export interface Planner {
  estimateHere: typeof estimateHere;
  nominalCosts: typeof nominalCosts;
}

/** Fetches it; null where it does not come. */
export const fetchPlanner = (): Promise<Planner | null> => import("../../core/estimate/planner").catch(() => null);

interface Planning {
  /** The task with its options, as a refusal names it. */
  named: Parameters<typeof estimateHere>[2];
  planner: Planner | null;
  /** Of a worker before this one. */
  findings: DeviceFindings | undefined;
  now: () => number;
}

/**
 * What the race is expected to need on its device, which is timed where no worker before this one did; what it is divided by; and the
 * findings with the times.
 */
export async function planRace(
  task: TaskData,
  race: { batchSize: number; runs: readonly RunSpec[] },
  { backend, findings: own }: { backend: Backend; findings?: DeviceFindings },
  { named, planner, findings, now }: Planning,
): Promise<{
  network: NetworkEstimate | null;
  costs: readonly StepCost[];
  findings: DeviceFindings | undefined;
}> {
  if (!planner) return { network: null, costs: [], findings: own };
  const known = findings?.rates ?? [];
  const before = known.find((one) => one.backend === backend);
  const { network, rates } = await planner.estimateHere(task, race, named, before, now);
  const costs = planner.nominalCosts(task, race);
  return { network, costs, findings: own && { ...own, rates: before ? known : [...known, { backend, ...rates }] } };
}
