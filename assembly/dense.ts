import { clearRow, multiply, PANEL_ROW, packTransposed, TILE, timesPanel } from "./matmul";

/**
 * y [count, outputs] = x [count, inputs] times the transpose of w [outputs, inputs + bias], plus its last column where there
 * is a bias (1, else 0). `scratch` has TILE + PANEL_ROW·(inputs + 2) bytes.
 */
export function denseForward(
  x: usize,
  w: usize,
  y: usize,
  count: usize,
  inputs: usize,
  outputs: usize,
  bias: usize,
  scratch: usize,
): void {
  const columns = inputs + bias;
  const wRow = columns << 2;
  const panel = scratch + TILE;
  const start = panel + inputs * PANEL_ROW;
  for (let j: usize = 0; j < outputs; j += 8) {
    const some = min<usize>(8, outputs - j);
    // the bias is the panel's last row: what every row of y starts from
    packTransposed(w + j * wRow, wRow, columns, some, panel);
    if (!bias) clearRow(start);
    timesPanel(x, inputs << 2, 4, count, inputs, panel, start, y + (j << 2), outputs << 2, some, scratch);
  }
}

/** dx [count, inputs] = dy [count, outputs]·w without its bias column. `scratch` has TILE + PANEL_ROW·(outputs + 1) bytes. */
export function denseInputGrad(
  w: usize,
  dy: usize,
  dx: usize,
  count: usize,
  inputs: usize,
  outputs: usize,
  bias: usize,
  scratch: usize,
): void {
  multiply(dy, outputs << 2, 4, w, (inputs + bias) << 2, dx, inputs << 2, count, inputs, outputs, scratch);
}

/**
 * dw [outputs, inputs + bias] = dyᵀ·(x, 1). `scratch` has TILE + PANEL_ROW·(count + 1) bytes.
 */
export function denseWeightGrad(
  x: usize,
  dy: usize,
  dw: usize,
  count: usize,
  inputs: usize,
  outputs: usize,
  bias: usize,
  scratch: usize,
): void {
  const dwRow = (inputs + bias) << 2;
  multiply(dy, 4, outputs << 2, x, inputs << 2, dw, dwRow, outputs, inputs, count, scratch);
  if (bias) sumRows(dy, count, outputs, dw + (inputs << 2), dwRow);
}

/** Sums of the columns of a [count, columns], one every `stride` bytes. */
function sumRows(a: usize, count: usize, columns: usize, to: usize, stride: usize): void {
  const row = columns << 2;
  const whole = columns & ~3;
  for (let j: usize = 0; j < whole; j += 4) {
    let total = f32x4.splat(0);
    let from = a + (j << 2);
    for (let n: usize = 0; n < count; n++) {
      total = f32x4.add(total, v128.load(from));
      from += row;
    }
    v128.store_lane<f32>(to + j * stride, total, 0);
    v128.store_lane<f32>(to + (j + 1) * stride, total, 1);
    v128.store_lane<f32>(to + (j + 2) * stride, total, 2);
    v128.store_lane<f32>(to + (j + 3) * stride, total, 3);
  }
  for (let j = whole; j < columns; j++) {
    let total: f32 = 0;
    for (let n: usize = 0; n < count; n++) total += load<f32>(a + n * row + (j << 2));
    store<f32>(to + j * stride, total);
  }
}
