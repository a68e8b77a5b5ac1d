import type { Evaluation } from "../../config/tables/metrics";
import type { Race } from "../../core/training/contract";

/**
 * Evaluations of the runs of these lanes on both splits: one run of a lane after the other, lanes side by side. `between` is
 * awaited within each.
 */
export function measure(
  race: Pick<Race, "evaluate">,
  lanes: Race["lanes"],
  between: () => Promise<void>,
): Map<string, Promise<Evaluation>> {
  const measured = new Map<string, Promise<Evaluation>>();
  for (const lane of lanes) {
    let before: Promise<unknown> = Promise.resolve();
    for (const run of lane) {
      const evaluation = before.then(() => race.evaluate(run, between));
      evaluation.catch(() => {}); // thrown where it is awaited, unless another was thrown before
      measured.set(run, evaluation);
      before = evaluation;
    }
  }
  return measured;
}
