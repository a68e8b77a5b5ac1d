const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;

/** eˣ for x of at most 700, to float64's rounding; 0 below −700. */
export function exponential(x: f64): f64 {
  if (isNaN(x)) return x;
  if (x < -700) return 0;
  const k = nearest(min(x, 700) * Math.LOG2E);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  // Taylor: |r| is at most 0.35, and 0.35¹⁴/14! is 5e-18
  let sum: f64 = 1;
  for (let i: f64 = 13; i > 0; i--) sum = 1 + (sum * r) / i;
  return sum * reinterpret<f64>((<i64>k + 1023) << 52);
}

/** Natural logarithm of a positive normal number. */
export function logarithm(x: f64): f64 {
  if (isNaN(x)) return x;
  const bits = reinterpret<i64>(x);
  let exponent = <f64>((bits >> 52) - 1023);
  let mantissa = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  if (mantissa > Math.SQRT2) {
    mantissa *= 0.5;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const s2 = s * s;
  // 2·artanh(s) with |s| at most 0.172: s²⁴ is 5e-19
  let sum: f64 = 0;
  for (let i: f64 = 23; i > 0; i -= 2) sum = sum * s2 + 1 / i;
  return exponent * Math.LN2 + 2 * s * sum;
}

/** eˣ of two numbers, to 1e-11 relative; beyond ±700 as at ±700. */
function exponentialPair(value: v128): v128 {
  const x = f64x2.max(f64x2.min(value, f64x2.splat(700)), f64x2.splat(-700));
  const k = f64x2.nearest(f64x2.mul(x, f64x2.splat(Math.LOG2E)));
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(k, f64x2.splat(LN2_HIGH))), f64x2.mul(k, f64x2.splat(LN2_LOW)));
  // Taylor: |r| is at most 0.35, and 0.35¹⁰/10! is 8e-12
  let sum = f64x2.splat(1.0 / 362880);
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 40320));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 5040));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 720));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 120));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 24));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 6));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(0.5));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1));
  // k + 1023 in the last bits of the mantissa, moved to the exponent: 2ᵏ
  const power = i64x2.shl(f64x2.add(k, f64x2.splat(6755399441055744 + 1023)), 52);
  return f64x2.mul(sum, power);
}

/** eˣ of four float32, each rounded from float64. */
export function exponentialFour(x: v128): v128 {
  const low = f32x4.demote_f64x2_zero(exponentialPair(f64x2.promote_low_f32x4(x)));
  const high = f32x4.demote_f64x2_zero(exponentialPair(f64x2.promote_low_f32x4(v128.shuffle<u64>(x, x, 1, 0))));
  return v128.shuffle<u64>(low, high, 0, 2);
}
