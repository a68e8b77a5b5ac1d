/** Beyond this float32's tanh is ±1. */
const TANH_END: f32 = 9.02;

/** tanh(x) = x·P(x²)/Q(x²) to 4e-11 relative for |x| up to TANH_END (weighted least squares, float64). */
function tanhPair(x: v128): v128 {
  const s = f64x2.mul(x, x);
  let p = f64x2.splat(3.674681397720508e-11);
  p = f64x2.add(f64x2.mul(p, s), f64x2.splat(1.1118022083181376e-7));
  p = f64x2.add(f64x2.mul(p, s), f64x2.splat(4.2274489185930745e-5));
  p = f64x2.add(f64x2.mul(p, s), f64x2.splat(0.004425978765619329));
  p = f64x2.add(f64x2.mul(p, s), f64x2.splat(0.1409923205175983));
  p = f64x2.add(f64x2.mul(p, s), f64x2.splat(0.9999999999639397));
  let q = f64x2.splat(2.951326521567666e-9);
  q = f64x2.add(f64x2.mul(q, s), f64x2.splat(2.6039232570083036e-6));
  q = f64x2.add(f64x2.mul(q, s), f64x2.splat(0.0005008398499298069));
  q = f64x2.add(f64x2.mul(q, s), f64x2.splat(0.02920119731023221));
  q = f64x2.add(f64x2.mul(q, s), f64x2.splat(0.4743256534526352));
  q = f64x2.add(f64x2.mul(q, s), f64x2.splat(1));
  return f64x2.div(f64x2.mul(x, p), q);
}

function tanhFour(value: v128): v128 {
  const x = f32x4.max(f32x4.min(value, f32x4.splat(TANH_END)), f32x4.splat(-TANH_END));
  const low = f32x4.demote_f64x2_zero(tanhPair(f64x2.promote_low_f32x4(x)));
  const high = f32x4.demote_f64x2_zero(tanhPair(f64x2.promote_low_f32x4(v128.shuffle<u64>(x, x, 1, 0))));
  return v128.shuffle<u64>(low, high, 0, 2);
}

export function tanh(x: usize, y: usize, size: usize): void {
  const whole = size & ~3;
  for (let i: usize = 0; i < whole; i += 4) v128.store(y + (i << 2), tanhFour(v128.load(x + (i << 2))));
  for (let i = whole; i < size; i++)
    store<f32>(y + (i << 2), f32x4.extract_lane(tanhFour(v128.load32_splat(x + (i << 2))), 0));
}

/** dx = dy·(1 − y²) */
export function tanhGrad(y: usize, dy: usize, dx: usize, size: usize): void {
  const one = f32x4.splat(1);
  const whole = size & ~3;
  for (let i: usize = 0; i < whole; i += 4) {
    const value = v128.load(y + (i << 2));
    const slope = f32x4.sub(one, f32x4.mul(value, value));
    v128.store(dx + (i << 2), f32x4.mul(v128.load(dy + (i << 2)), slope));
  }
  for (let i = whole; i < size; i++) {
    const value = load<f32>(y + (i << 2));
    store<f32>(dx + (i << 2), load<f32>(dy + (i << 2)) * (1 - value * value));
  }
}

export function relu(x: usize, y: usize, size: usize): void {
  const zero = f32x4.splat(0);
  const whole = size & ~3;
  for (let i: usize = 0; i < whole; i += 4) v128.store(y + (i << 2), f32x4.max(v128.load(x + (i << 2)), zero));
  for (let i = whole; i < size; i++) store<f32>(y + (i << 2), max<f32>(load<f32>(x + (i << 2)), 0));
}

/** dx = dy where y > 0, else 0. */
export function reluGrad(y: usize, dy: usize, dx: usize, size: usize): void {
  const zero = f32x4.splat(0);
  const whole = size & ~3;
  for (let i: usize = 0; i < whole; i += 4) {
    const isAbove = f32x4.gt(v128.load(y + (i << 2)), zero);
    v128.store(dx + (i << 2), v128.and(v128.load(dy + (i << 2)), isAbove));
  }
  for (let i = whole; i < size; i++)
    store<f32>(dx + (i << 2), load<f32>(y + (i << 2)) > 0 ? load<f32>(dy + (i << 2)) : 0);
}

/** to = factor·x + y */
export function addScaled(factor: f32, x: usize, y: usize, to: usize, size: usize): void {
  const factors = f32x4.splat(factor);
  const whole = size & ~3;
  for (let i: usize = 0; i < whole; i += 4)
    v128.store(to + (i << 2), f32x4.add(f32x4.mul(factors, v128.load(x + (i << 2))), v128.load(y + (i << 2))));
  for (let i = whole; i < size; i++)
    store<f32>(to + (i << 2), factor * load<f32>(x + (i << 2)) + load<f32>(y + (i << 2)));
}

/** Σ x·y in float64. */
export function innerProduct(x: usize, y: usize, size: usize): f64 {
  const whole = size & ~3;
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  for (let i: usize = 0; i < whole; i += 4) {
    const a = v128.load(x + (i << 2));
    const b = v128.load(y + (i << 2));
    even = f64x2.add(even, f64x2.mul(f64x2.promote_low_f32x4(a), f64x2.promote_low_f32x4(b)));
    const aHigh = v128.shuffle<u64>(a, a, 1, 0);
    const bHigh = v128.shuffle<u64>(b, b, 1, 0);
    odd = f64x2.add(odd, f64x2.mul(f64x2.promote_low_f32x4(aHigh), f64x2.promote_low_f32x4(bHigh)));
  }
  const both = f64x2.add(even, odd);
  let sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
  for (let i = whole; i < size; i++) sum += <f64>load<f32>(x + (i << 2)) * <f64>load<f32>(y + (i << 2));
  return sum;
}

/** to = factor·x */
export function scale(factor: f32, x: usize, to: usize, size: usize): void {
  const factors = f32x4.splat(factor);
  const whole = size & ~3;
  for (let i: usize = 0; i < whole; i += 4) v128.store(to + (i << 2), f32x4.mul(factors, v128.load(x + (i << 2))));
  for (let i = whole; i < size; i++) store<f32>(to + (i << 2), factor * load<f32>(x + (i << 2)));
}
