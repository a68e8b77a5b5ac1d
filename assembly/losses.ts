import { exponential, logarithm } from "./math";

/** Mean over `count` rows of ½‖a − b‖² to `value`, and (a − b)/count to `grad`; sums in float64. */
export function halfSquaredDistance(a: usize, b: usize, value: usize, grad: usize, count: usize, size: usize): void {
  let total: f64 = 0;
  const rows = <f32>count;
  for (let i: usize = 0; i < size; i++) {
    const difference = load<f32>(a + (i << 2)) - load<f32>(b + (i << 2));
    total += <f64>difference * <f64>difference;
    store<f32>(grad + (i << 2), difference / rows);
  }
  store<f32>(value, <f32>(total / <f64>(2 * count)));
}

/** Mean over `count` rows of −Σ t log softmax(f) to `value`, and (softmax(f) − t)/count to `grad`; in float64. */
export function softmaxCrossEntropy(
  outputs: usize,
  targets: usize,
  value: usize,
  grad: usize,
  count: usize,
  classes: usize,
): void {
  let loss: f64 = 0;
  const row = classes << 2;
  for (let n: usize = 0; n < count; n++) {
    let largest = load<f32>(outputs);
    for (let j: usize = 1; j < classes; j++) largest = max<f32>(largest, load<f32>(outputs + (j << 2)));
    let total: f64 = 0;
    for (let j: usize = 0; j < classes; j++) {
      const e = exponential(<f64>(load<f32>(outputs + (j << 2)) - largest));
      total += e;
      store<f32>(grad + (j << 2), <f32>e);
    }
    const logTotal = logarithm(total);
    for (let j: usize = 0; j < classes; j++) {
      const target = <f64>load<f32>(targets + (j << 2));
      loss -= target * (<f64>(load<f32>(outputs + (j << 2)) - largest) - logTotal);
      const p = <f64>load<f32>(grad + (j << 2)) / total;
      store<f32>(grad + (j << 2), <f32>((p - target) / <f64>count));
    }
    outputs += row;
    targets += row;
    grad += row;
  }
  store<f32>(value, <f32>(loss / <f64>count));
}
