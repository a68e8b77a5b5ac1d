type Values = readonly (number | null)[];

/** Arrays of one value alone, by their length and it: few are ever asked for. */
const alike = new Map<string, Values>();

/** A list whose values are all alike, as nulls, is one array for all of them. Another is given back as it is. */
export function sharedEqual<List extends Values>(values: List): List {
  if (values.some((value) => value !== values[0])) return values;
  const key = `${values.length} ${values[0]}`;
  if (!alike.has(key)) alike.set(key, values);
  return alike.get(key) as List;
}
