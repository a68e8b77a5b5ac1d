import { interventionEffect, type ReadColumn } from "../formulas/interventionEffect";
import type { HyperparamName } from "../tables/hyperparams";
import type { Trace } from "./trace";

/** A change of a setting that acted in a step. */
export interface AppliedMove {
  run: string;
  name: HyperparamName;
  step: number;
  from: number | string;
  value: number | string;
  gesture?: number;
}

/** Moves as a trace holds them, each with its measured effect on its run. */
export function withEffects(
  moves: readonly AppliedMove[],
  logOf: (run: string) => { read: ReadColumn; taken: number },
): Trace["interventions"] {
  return moves.map((move) => {
    const own = moves.filter(({ run }) => run === move.run);
    const { read, taken } = logOf(move.run);
    const drags = own.map(({ step }) => ({ firstStep: step, step }));
    return { ...move, effect: interventionEffect(read, drags, own.indexOf(move), taken) };
  });
}
