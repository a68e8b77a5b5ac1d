import type { Activation } from "../operands/activation";

/**
 * tanh with an error of a unit or two of float32's last place: an odd polynomial (Cephes, tanhf) below 0.625, where the quotient
 * would cancel, and beyond it a quotient that does not overflow. NaN stays NaN.
 */
const TANH = `
fn activate(x: f32) -> f32 {
  let size = abs(x);
  if (size < 0.625) {
    let s = x * x;
    let p = (((-5.70498872745e-3 * s + 2.06390887954e-2) * s - 5.37397155531e-2) * s + 1.33314422036e-1) * s;
    return x + x * s * (p - 3.33332819422e-1);
  }
  let e = exp(-2.0 * size);
  let value = (1.0 - e) / (1.0 + e);
  return select(value, -value, x < 0.0);
}
fn scaled(back: f32, y: f32) -> f32 { return back * (1.0 - y * y); }`;

const RELU = `
fn activate(x: f32) -> f32 { return select(x, 0.0, x < 0.0); }
fn scaled(back: f32, y: f32) -> f32 { return select(0.0, back, y > 0.0); }`;

const LINEAR = `
fn activate(x: f32) -> f32 { return x; }
fn scaled(back: f32, y: f32) -> f32 { return back; }`;

/** WGSL functions `activate(x)` and `scaled(back, y)`, a gradient at the value y taken through the activation. */
export const ACTIVATION_CODE: Record<Activation, string> = { tanh: TANH, relu: RELU, linear: LINEAR };
