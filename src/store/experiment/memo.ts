import type { ExperimentState } from "./state";

/** The frame's state and the charts' state are asked in turns; one more of each for a hover and a new run. */
const REMEMBERED = 4;

type Selector<Result> = (state: ExperimentState) => Result;

/**
 * A selector that computes again only when one of its inputs is another object or value, and else returns the very same
 * result.
 */
export function createSelector<Inputs extends object, Result>(
  inputs: Selector<Inputs>,
  compute: (inputs: NoInfer<Inputs>) => Result,
): Selector<Result> {
  const recent = new Recent<{ values: Inputs; result: Result }>();
  return oncePerState((state) => {
    const values = inputs(state);
    return recent.find((entry) => isSame(entry.values, values)) ?? recent.add({ values, result: compute(values) });
  });
}

/** A selector of a list that returns the very same list as long as its items are the same. */
export function createListSelector<Item>(list: Selector<readonly Item[]>): Selector<readonly Item[]> {
  const recent = new Recent<{ result: readonly Item[] }>();
  return oncePerState((state) => {
    const result = list(state);
    return recent.find((entry) => isSame(entry.result, result)) ?? recent.add({ result });
  });
}

/**
 * A selector of a small plain model that returns the very same object as long as the model reads the same. For models that
 * are cheap to make and expensive to draw.
 */
export function createStableSelector<Result>(compute: Selector<Result>): Selector<Result> {
  const recent = new Recent<{ key: string; result: Result }>();
  return oncePerState((state) => {
    const result = compute(state);
    const key = JSON.stringify(result, (_, value) => (isNotFinite(value) ? String(value) : value));
    return recent.find((entry) => entry.key === key) ?? recent.add({ key, result });
  });
}

/** The last few results, latest first. */
class Recent<Entry> {
  private entries: Entry[] = [];

  find(matches: (entry: Entry) => boolean): Entry | undefined {
    const found = this.entries.find(matches);
    return found && this.add(found);
  }

  add(entry: Entry): Entry {
    this.entries = [entry, ...this.entries.filter((other) => other !== entry)].slice(0, REMEMBERED);
    return entry;
  }
}

function oncePerState<Result>(select: Selector<{ result: Result }>): Selector<Result> {
  const byState = new WeakMap<ExperimentState, { result: Result }>();
  return (state) => {
    const known = byState.get(state) ?? select(state);
    byState.set(state, known);
    return known.result;
  };
}

function isSame<Inputs extends object>(a: Inputs, b: Inputs): boolean {
  const keys = Object.keys(a) as (keyof Inputs)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

/** JSON knows no NaN and no infinity. */
function isNotFinite(value: unknown): boolean {
  return typeof value === "number" && !Number.isFinite(value);
}
