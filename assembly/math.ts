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
