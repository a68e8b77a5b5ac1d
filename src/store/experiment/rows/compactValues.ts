type Values = readonly (number | null)[];

/** Arrays of nulls by their length: few lengths are ever asked for. */
const nothing = new Map<number, Values>();

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
