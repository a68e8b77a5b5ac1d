import type { ExperimentState } from "./state";

const REMEMBERED = 4;

/**
 * A selector that computes again only when one of its inputs is another object or value, and else returns the very same
 * result. It remembers four sets of inputs, because the frame's state and the charts' state are asked in turns.
 */
export function createSelector<Inputs extends readonly unknown[], Result>(
  inputs: (state: ExperimentState) => Inputs,
  compute: (...values: Inputs) => Result,
): (state: ExperimentState) => Result {
  const byState = new WeakMap<ExperimentState, { result: Result }>();
  let recent: { values: Inputs; result: Result }[] = [];
  return (state) => {
    const known = byState.get(state);
    if (known) return known.result;
    const values = inputs(state);
    const found = recent.find((entry) => isSame(entry.values, values));
    const entry = found ?? { values, result: compute(...values) };
    recent = [entry, ...recent.filter((other) => other !== entry)].slice(0, REMEMBERED);
    byState.set(state, entry);
    return entry.result;
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}
