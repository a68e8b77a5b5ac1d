/* Sums along one row of float32, four at a time. */

/** The sum of four. */
export function across(four: v128): f32 {
  return (
    f32x4.extract_lane(four, 0) +
    f32x4.extract_lane(four, 1) +
    (f32x4.extract_lane(four, 2) + f32x4.extract_lane(four, 3))
  );
}

/** The largest of four; NaN where one is. */
export function largestOf(four: v128): f32 {
  return max(
    max(f32x4.extract_lane(four, 0), f32x4.extract_lane(four, 1)),
    max(f32x4.extract_lane(four, 2), f32x4.extract_lane(four, 3)),
  );
}

/** Σ a·b */
export function dot(a: usize, b: usize, size: usize): f32 {
  const whole = size & ~3;
  let sum = f32x4.splat(0);
  for (let i: usize = 0; i < whole; i += 4)
    sum = f32x4.add(sum, f32x4.mul(v128.load(a + (i << 2)), v128.load(b + (i << 2))));
  let total = across(sum);
  for (let i = whole; i < size; i++) total += load<f32>(a + (i << 2)) * load<f32>(b + (i << 2));
  return total;
}

/** to += factor·from */
export function addTimes(to: usize, factor: f32, from: usize, size: usize): void {
  const factors = f32x4.splat(factor);
  const whole = size & ~3;
  for (let i: usize = 0; i < whole; i += 4)
    v128.store(to + (i << 2), f32x4.add(v128.load(to + (i << 2)), f32x4.mul(factors, v128.load(from + (i << 2)))));
  for (let i = whole; i < size; i++)
    store<f32>(to + (i << 2), load<f32>(to + (i << 2)) + factor * load<f32>(from + (i << 2)));
}
