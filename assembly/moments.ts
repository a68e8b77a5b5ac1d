/** β·old + γ·now */
function average(old: v128, now: v128, beta: v128, gamma: v128): v128 {
  return f32x4.add(f32x4.mul(beta, old), f32x4.mul(gamma, now));
}

/**
 * Adam's moments and direction of `size` values: μ ← β₁μ + γ₁g, ν ← β₂ν + γ₂g², d = c₁μ / (√(c₂ν) + ε), with γ = 1 − β and
 * c the bias corrections, each rounded to float32 before. To `to` goes d, or params + rate·d where there are params (else 0);
 * it may be where the gradient is.
 */
export function adam(
  grad: usize,
  mu: usize,
  nu: usize,
  muTo: usize,
  nuTo: usize,
  params: usize,
  to: usize,
  size: usize,
  rate: f32,
  beta1: f32,
  gamma1: f32,
  beta2: f32,
  gamma2: f32,
  correction1: f32,
  correction2: f32,
  epsilon: f32,
): void {
  const b1 = f32x4.splat(beta1);
  const g1 = f32x4.splat(gamma1);
  const b2 = f32x4.splat(beta2);
  const g2 = f32x4.splat(gamma2);
  const c1 = f32x4.splat(correction1);
  const c2 = f32x4.splat(correction2);
  const e = f32x4.splat(epsilon);
  for (let i: usize = 0; i < size; i += 4) {
    const at = i << 2;
    const isWhole = size - i >= 4;
    const g = isWhole ? v128.load(grad + at) : v128.load32_zero(grad + at);
    const m = average(isWhole ? v128.load(mu + at) : v128.load32_zero(mu + at), g, b1, g1);
    const n = average(isWhole ? v128.load(nu + at) : v128.load32_zero(nu + at), f32x4.mul(g, g), b2, g2);
    let d = f32x4.div(f32x4.mul(m, c1), f32x4.add(f32x4.sqrt(f32x4.mul(n, c2)), e));
    if (params) {
      const from = isWhole ? v128.load(params + at) : v128.load32_zero(params + at);
      d = f32x4.add(f32x4.mul(f32x4.splat(rate), d), from);
    }
    if (isWhole) {
      v128.store(muTo + at, m);
      v128.store(nuTo + at, n);
      v128.store(to + at, d);
    } else {
      v128.store_lane<f32>(muTo + at, m, 0);
      v128.store_lane<f32>(nuTo + at, n, 0);
      v128.store_lane<f32>(to + at, d, 0);
      i -= 3; // the last three at most, one by one
    }
  }
}
