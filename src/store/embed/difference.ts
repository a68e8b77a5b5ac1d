/**
 * What makes one plain value another: itself, or of the same kind of object what is new in it. Numbers, rows and snapshots that
 * both share by identity are left out, so that a log that grows costs its new rows.
 */
export type Difference =
  | { is: unknown }
  | { at: (readonly [string | number, Difference])[]; gone: readonly string[]; length: number | null };

type Parts = Record<string | number, unknown>;

/** null where there is none. */
export function differenceOf(before: unknown, after: unknown): Difference | null {
  if (Object.is(before, after)) return null;
  if (!isPlain(before) || !isPlain(after) || Array.isArray(before) !== Array.isArray(after)) return { is: after };
  const at: [string | number, Difference][] = [];
  for (const key of Object.keys(after)) {
    const part = key in before ? differenceOf(before[key], after[key]) : { is: after[key] };
    if (part) at.push([key, part]);
  }
  const gone = Array.isArray(after) ? [] : Object.keys(before).filter((key) => !(key in after));
  const isShorter = Array.isArray(before) && Array.isArray(after) && before.length !== after.length;
  if (at.length === 0 && gone.length === 0 && !isShorter) return null;
  return { at, gone, length: Array.isArray(after) ? after.length : null };
}

/** The value that the difference leads to; what did not change is shared. */
export function withDifference(before: unknown, difference: Difference): unknown {
  if ("is" in difference) return difference.is;
  const next = (Array.isArray(before) ? before.slice(0, difference.length ?? 0) : { ...Object(before) }) as Parts;
  for (const key of difference.gone) delete next[key];
  for (const [key, part] of difference.at) next[key] = withDifference(Object(before)[key], part);
  return next;
}

const isPlain = (value: unknown): value is Parts =>
  Array.isArray(value) ||
  (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype);
