/** Vectors in float64 on the host, for recurrences that float32 is too coarse for. */

/** ⟨a, b⟩. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** ‖v‖. */
export const norm = (v: Float64Array): number => Math.sqrt(dot(v, v));

/** y ← y + factor·x, in place. */
export function addScaledInPlace(y: Float64Array, factor: number, x: Float64Array): void {
  for (let i = 0; i < y.length; i++) y[i] = (y[i] as number) + factor * (x[i] as number);
}

/** a − b. In a loop of its own: what maps a typed array calls a function for each value. */
export function difference(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = (a[i] as number) - (b[i] as number);
  return result;
}

/** factor·v. */
export function scaledVector(v: Float64Array, factor: number): Float64Array {
  const result = new Float64Array(v.length);
  for (let i = 0; i < v.length; i++) result[i] = factor * (v[i] as number);
  return result;
}

/** p ← r + factor·p, in place: the next direction of a conjugate method. */
export function renewDirection(p: Float64Array, factor: number, r: Float64Array): void {
  for (let i = 0; i < p.length; i++) p[i] = (r[i] as number) + factor * (p[i] as number);
}
