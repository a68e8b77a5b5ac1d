/** Below this float32's exponential is no normal number any more: here it is 0. */
const LOWEST: f32 = -87.33654;

/** eˣ of four float32 of at most 88, to about 1e-7 relative (the polynomial of Cephes' expf); keeps NaN. */
export function exponentialOf(x: v128): v128 {
  const within = f32x4.max(x, f32x4.splat(LOWEST));
  const k = f32x4.nearest(f32x4.mul(within, f32x4.splat(Mathf.LOG2E)));
  const r = f32x4.add(
    f32x4.sub(within, f32x4.mul(k, f32x4.splat(0.693359375))),
    f32x4.mul(k, f32x4.splat(2.1219444e-4)),
  );
  let sum = f32x4.splat(1.98756915e-4);
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.3981999507e-3));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(8.3334519073e-3));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(4.1665795894e-2));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.6666665459e-1));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(5.0000001201e-1));
  sum = f32x4.add(f32x4.add(f32x4.mul(sum, f32x4.mul(r, r)), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127)), 23);
  return v128.andnot(f32x4.mul(sum, power), f32x4.lt(x, f32x4.splat(LOWEST)));
}
