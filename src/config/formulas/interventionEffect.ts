import type { ColumnName } from "../tables/metrics";

/** What is compared before and after a move: means over a window of steps. */
export const EFFECT_QUANTITIES = ["learningRate", "preconditionerTrace", "stepLength", "functionChange"] as const;
export type EffectQuantity = (typeof EFFECT_QUANTITIES)[number];

/** Null where the run measures no such thing in the window. */
type EffectMeans = Record<EffectQuantity, number | null>;

/** A move of a setting that was complete at `step`; `firstStep` differs where it was dragged while training. */
export interface Move {
  firstStep: number;
  step: number;
}

/** Means over the same number of steps on both sides of a move. */
export interface InterventionEffect {
  /** Steps on each side. */
  steps: number;
  before: EffectMeans;
  after: EffectMeans;
}

/** The widest window, in steps. */
export const EFFECT_STEPS = 50;

/** Value of a column of the run in a step, null where there is none. */
export type ReadColumn = (column: ColumnName, step: number) => number | null;

/** A quantity in one step: η, trace of P, ‖θ′ − θ‖ from WSD = ½‖θ′ − θ‖², FSD; the last two exist at meta-updates only. */
export function effectValue(read: ReadColumn, quantity: EffectQuantity, step: number): number | null {
  switch (quantity) {
    case "stepLength": {
      const wsd = read("wsd", step);
      return wsd === null ? null : Math.sqrt(2 * wsd);
    }
    case "functionChange":
      return read("fsd", step);
    default:
      return read(quantity, step);
  }
}

/**
 * What changed with the move `moves[index]`, all of one run and ascending: as many steps before its first as from its last on,
 * at most 50, and none that reaches into another move. `taken` is the number of steps taken. Null before there is a step on
 * each side.
 */
export function interventionEffect(
  read: ReadColumn,
  moves: readonly Move[],
  index: number,
  taken: number,
): InterventionEffect | null {
  const move = moves[index];
  if (!move) return null;
  const others = moves.filter((other) => other !== move);
  const earlier = Math.max(0, ...others.filter(({ step }) => step < move.firstStep).map(({ step }) => step));
  const later = Math.min(
    taken,
    ...others.filter(({ firstStep }) => firstStep > move.step).map(({ firstStep }) => firstStep),
  );
  const steps = Math.min(EFFECT_STEPS, move.firstStep - earlier, later - move.step);
  if (steps < 1) return null;
  return {
    steps,
    before: meansOf(read, move.firstStep - steps, steps),
    after: meansOf(read, move.step, steps),
  };
}

function meansOf(read: ReadColumn, from: number, steps: number): EffectMeans {
  const mean = (quantity: EffectQuantity): number | null => {
    let sum = 0;
    let count = 0;
    for (let step = from; step < from + steps; step += 1) {
      const value = effectValue(read, quantity, step);
      if (value === null || !Number.isFinite(value)) continue;
      sum += value;
      count += 1;
    }
    return count === 0 ? null : sum / count;
  };
  return Object.fromEntries(EFFECT_QUANTITIES.map((quantity) => [quantity, mean(quantity)])) as EffectMeans;
}
