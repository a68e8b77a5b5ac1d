import type { ExperimentState } from "./state";

const REMEMBERED = 4;

/**
 * A selector that computes again only when one of its inputs is another object or value, and else returns the very same
 * result. It remembers four sets of inputs, because the frame's state and the charts' state are asked in turns.
 */
export function createSelector<Inputs extends object, Result>(
  inputs: (state: ExperimentState) => Inputs,
  compute: (inputs: NoInfer<Inputs>) => Result,
): (state: ExperimentState) => Result {
  const byState = new WeakMap<ExperimentState, { result: Result }>();
  let recent: { values: Inputs; result: Result }[] = [];
  return (state) => {
    const known = byState.get(state);
    if (known) return known.result;
    const values = inputs(state);
    const found = recent.find((entry) => isSame(entry.values, values));
    const entry = found ?? { values, result: compute(values) };
    recent = [entry, ...recent.filter((other) => other !== entry)].slice(0, REMEMBERED);
    byState.set(state, entry);
    return entry.result;
  };
}

/** A selector of a list that returns the very same list as long as its items are the same. */
export function createListSelector<Item>(
  list: (state: ExperimentState) => readonly Item[],
): (state: ExperimentState) => readonly Item[] {
  let recent: (readonly Item[])[] = [];
  return (state) => {
    const items = list(state);
    const kept = recent.find((other) => other.length === items.length && isSame(other, items)) ?? items;
    recent = [kept, ...recent.filter((other) => other !== kept)].slice(0, REMEMBERED);
    return kept;
  };
}

/**
 * A selector of a small plain model that returns the very same object as long as the model reads the same. For models that
 * are cheap to make and dear to draw.
 */
export function createStableSelector<Result>(
  compute: (state: ExperimentState) => Result,
): (state: ExperimentState) => Result {
  const byState = new WeakMap<ExperimentState, { key: string; result: Result }>();
  let recent: { key: string; result: Result }[] = [];
  return (state) => {
    const known = byState.get(state);
    if (known) return known.result;
    const result = compute(state);
    const key = JSON.stringify(result, (_, value) => (Number.isFinite(value) ? value : nameOf(value)));
    const entry = recent.find((other) => other.key === key) ?? { key, result };
    recent = [entry, ...recent.filter((other) => other !== entry)].slice(0, REMEMBERED);
    byState.set(state, entry);
    return entry.result;
  };
}

/** JSON knows no NaN and no infinity. */
function nameOf(value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}

function isSame<Inputs extends object>(a: Inputs, b: Inputs): boolean {
  return Object.keys(a).every((key) => Object.is(a[key as keyof Inputs], b[key as keyof Inputs]));
}
