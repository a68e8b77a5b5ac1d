import { addTile, imageBytes } from "./convolutionFactor";
import { clearRow, PANEL_ROW, TILE, tile4 } from "./matmul";

/** One image at a time. */
export function convWeightGradScratch(height: usize, width: usize, channels: usize): usize {
  return imageBytes(height, width, channels);
}

/** dw [outputs, patch + bias] for dy [count, h, w, outputs]: per image in float32, and those added up. */
export function convWeightGrad(
  x: usize,
  dy: usize,
  dw: usize,
  count: usize,
  height: usize,
  width: usize,
  channels: usize,
  kernel: usize,
  outputs: usize,
  bias: usize,
  scratch: usize,
): void {
  const columns = width - kernel + 1;
  const rows = height - kernel + 1;
  const pixel = channels << 2;
  const run = kernel * channels;
  const dwRow = (run * kernel + bias) << 2;
  const dyRow = outputs << 2;
  const bytes = height * width * pixel;
  const zeros = scratch + TILE;
  // a copy of the image, because a block of columns may read beyond its end
  const image = zeros + PANEL_ROW;
  clearRow(zeros);
  memory.fill(dw, 0, outputs * dwRow);
  for (let n: usize = 0; n < count; n++) {
    memory.copy(image, x, bytes);
    for (let o: usize = 0; o < outputs; o += 4) {
      const someRows = min<usize>(4, outputs - o);
      const d0 = dy + (o << 2);
      const d1 = someRows > 1 ? d0 + 4 : d0;
      const d2 = someRows > 2 ? d1 + 4 : d1;
      const d3 = someRows > 3 ? d2 + 4 : d2;
      for (let k: usize = 0; k < kernel; k++)
        for (let j: usize = 0; j < run; j += 8) {
          const b = image + k * width * pixel + (j << 2);
          const bGap = (width - columns) * pixel;
          const to = dw + o * dwRow + ((k * run + j) << 2);
          if (someRows < 3 && run - j > 8) {
            tile2(d0, d1, dyRow, columns, rows, b, pixel, bGap, scratch);
            addTile(scratch, to, dwRow, someRows, 8);
            addTile(scratch + 2 * PANEL_ROW, to + PANEL_ROW, dwRow, someRows, min<usize>(8, run - j - 8));
            j += 8;
            continue;
          }
          tile4(d0, d1, d2, d3, dyRow, columns, rows, 0, b, pixel, bGap, zeros, scratch, PANEL_ROW);
          addTile(scratch, to, dwRow, someRows, min<usize>(8, run - j));
        }
    }
    if (bias) addRows(dy, rows * columns, outputs, dw + ((run * kernel) << 2), dwRow);
    x += bytes;
    dy += rows * columns * dyRow;
  }
}

/** As `tile4`, two rows from zero times 16 columns: two tiles [2, 8] at c. */
function tile2(
  a0: usize,
  a1: usize,
  step: usize,
  length: usize,
  segments: usize,
  b: usize,
  bRow: usize,
  bGap: usize,
  c: usize,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c02 = c00;
  let c03 = c00;
  let c10 = c00;
  let c11 = c00;
  let c12 = c00;
  let c13 = c00;
  for (; segments > 0; segments--) {
    const end = a0 + step * length;
    while (a0 < end) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      const b2 = v128.load(b, 32);
      const b3 = v128.load(b, 48);
      const x0 = v128.load32_splat(a0);
      c00 = f32x4.add(c00, f32x4.mul(x0, b0));
      c01 = f32x4.add(c01, f32x4.mul(x0, b1));
      c02 = f32x4.add(c02, f32x4.mul(x0, b2));
      c03 = f32x4.add(c03, f32x4.mul(x0, b3));
      const x1 = v128.load32_splat(a1);
      c10 = f32x4.add(c10, f32x4.mul(x1, b0));
      c11 = f32x4.add(c11, f32x4.mul(x1, b1));
      c12 = f32x4.add(c12, f32x4.mul(x1, b2));
      c13 = f32x4.add(c13, f32x4.mul(x1, b3));
      a0 += step;
      a1 += step;
      b += bRow;
    }
    b += bGap;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c, c10, 32);
  v128.store(c, c11, 48);
  v128.store(c, c02, 64);
  v128.store(c, c03, 80);
  v128.store(c, c12, 96);
  v128.store(c, c13, 112);
}

/** Adds the sums of the columns of a [count, columns] to values that stand `stride` bytes apart. */
function addRows(a: usize, count: usize, columns: usize, to: usize, stride: usize): void {
  const row = columns << 2;
  for (let j: usize = 0; j < columns; j++) {
    let total: f32 = 0;
    for (let n: usize = 0; n < count; n++) total += load<f32>(a + n * row + (j << 2));
    store<f32>(to + j * stride, load<f32>(to + j * stride) + total);
  }
}
