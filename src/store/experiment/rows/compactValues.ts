type Values = readonly (number | null)[];

/** Arrays of nulls by their length: few lengths are ever asked for. */
const nothing = new Map<number, Values>();
const equal = new Map<string, readonly number[]>();
const MOST_EQUAL = 64;

/**
 * The same values in less memory, for columns that no longer change: nulls alone are one array for all, and numbers alone are an array
 * that engines hold unboxed, in 8 bytes each instead of some 16. Others are given back as they are.
 */
export function compactValues(values: Values): Values {
  if (values.every((value) => value === null)) return nulls(values.length);
  // A list of numbers from its first value on: engines choose how they hold one by what it began with.
  const numbers = [0.5];
  numbers.length = 0;
  for (const value of values) {
    if (value === null) return values;
    numbers.push(value);
  }
  return numbers.slice();
}

function nulls(length: number): Values {
  const known = nothing.get(length);
  if (known) return known;
  const made = Object.freeze(Array.from({ length }, () => null));
  nothing.set(length, made);
  return made;
}

/** Shares that are all alike, as those of all eigenvalues: one array for all of that length and value. Others are given back as they are. */
export function sharedEqual<List extends readonly number[]>(values: List): List {
  const [first] = values;
  if (first === undefined || !values.every((value) => value === first)) return values;
  const key = `${values.length} ${first}`;
  const known = equal.get(key);
  if (known) return known as List;
  if (equal.size >= MOST_EQUAL) equal.clear();
  equal.set(key, values);
  return values;
}
