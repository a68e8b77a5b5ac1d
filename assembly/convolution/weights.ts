import { clearRow, PANEL_ROW, TILE, tile4 } from "../matmul";
import { imageBytes } from "./factor";
import { copyWithin, placesAlong, placesBytes, withMarginsBytes, writePlaces } from "./margins";

/** Bytes of a row of sums: the runs of a patch, each filled up to whole panels. */
function sumsRow(channels: usize, kernel: usize): usize {
  return kernel * ((kernel * channels + 7) >> 3) * PANEL_ROW;
}

/** Fewer places than this are too few for a tile of their own: images are then taken together. */
const FEW: usize = 64;

/** Places of images that are taken together. */
const MANY: usize = 64;

/** One image at a time, the sums of as many outputs as fill up the tiles, and the patches of images that are taken together. */
export function convWeightGradScratch(
  height: usize,
  width: usize,
  channels: usize,
  kernel: usize,
  outputs: usize,
  stride: usize,
  padding: usize,
): usize {
  const positions = placesAlong(height, kernel, stride, padding) * placesAlong(width, kernel, stride, padding);
  const patches = positions < FEW ? placesBytes(positions, 1) + MANY * sumsRow(channels, kernel) : 0;
  return imageBytes(height, width, channels, padding) + ((outputs + 3) & ~3) * sumsRow(channels, kernel) + patches;
}

/** dw [outputs, patch + bias] for dy [count, h, w, outputs]: per image, or few together, in float32, and those added up. */
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
  stride: usize,
  padding: usize,
  scratch: usize,
): void {
  const columns = placesAlong(width, kernel, stride, padding);
  const rows = placesAlong(height, kernel, stride, padding);
  const pixel = channels << 2;
  const pitch = (width + 2 * padding) * pixel;
  const step = stride * pixel;
  const bGap = stride * pitch - columns * step;
  const run = kernel * channels;
  const dwRow = (run * kernel + bias) << 2;
  const dyRow = outputs << 2;
  const sumRow = sumsRow(channels, kernel);
  const segment = sumRow / kernel;
  const zeros = scratch + TILE;
  const sums = zeros + PANEL_ROW;
  // a copy of the image, because a block of columns may read beyond its end
  const image = sums + ((outputs + 3) & ~3) * sumRow;
  clearRow(zeros);
  memory.fill(sums, 0, ((outputs + 3) & ~3) * sumRow);
  memory.fill(image, 0, withMarginsBytes(height, width, channels, padding));
  memory.fill(dw, 0, outputs * dwRow);
  if (rows * columns < FEW) {
    const positions = rows * columns;
    const places = image + withMarginsBytes(height, width, channels, padding) + PANEL_ROW;
    const patches = places + placesBytes(positions, 1);
    writePlaces(places, rows, columns, stride, pitch, pixel);
    while (count > 0) {
      const some = min(MANY / positions, count);
      const depth = some * positions;
      for (let i: usize = 0; i < depth; i += positions) {
        copyWithin(image, x, height, width, channels, padding);
        gather(image, places, positions, kernel, run, pitch, patches + i * PANEL_ROW, depth * PANEL_ROW);
        x += height * width * pixel;
      }
      addProducts(dy, outputs, depth, patches, sumRow, sums, zeros, scratch);
      if (bias) addRows(dy, depth, outputs, dw + ((run * kernel) << 2), dwRow);
      dy += depth * dyRow;
      count -= some;
    }
  }
  for (let n: usize = 0; n < count; n++) {
    copyWithin(image, x, height, width, channels, padding);
    for (let o: usize = 0; o < outputs; o += 4) {
      const someRows = min<usize>(4, outputs - o);
      const d0 = dy + (o << 2);
      const d1 = someRows > 1 ? d0 + 4 : d0;
      const d2 = someRows > 2 ? d1 + 4 : d1;
      const d3 = someRows > 3 ? d2 + 4 : d2;
      for (let k: usize = 0; k < kernel; k++)
        for (let j: usize = 0; j < run; j += 8) {
          const b = image + k * pitch + (j << 2);
          const to = sums + o * sumRow + k * segment + (j << 2);
          if (someRows < 3 && run - j > 8) {
            tile2(d0, d1, dyRow, columns, rows, b, step, bGap, scratch);
            addWhole(scratch, to, sumRow, 2);
            addWhole(scratch + 2 * PANEL_ROW, to + PANEL_ROW, sumRow, 2);
            j += 8;
            continue;
          }
          tile4(d0, d1, d2, d3, dyRow, columns, rows, 0, b, step, bGap, zeros, scratch, PANEL_ROW);
          addWhole(scratch, to, sumRow, 4);
        }
    }
    if (bias) addRows(dy, rows * columns, outputs, dw + ((run * kernel) << 2), dwRow);
    x += height * width * pixel;
    dy += rows * columns * dyRow;
  }
  for (let o: usize = 0; o < outputs; o++)
    for (let k: usize = 0; k < kernel; k++)
      memory.copy(dw + o * dwRow + ((k * run) << 2), sums + o * sumRow + k * segment, run << 2);
}

/** The patches of an image in panels, eight values of each run together, `panelBytes` from one panel to the next. */
function gather(
  image: usize,
  places: usize,
  positions: usize,
  kernel: usize,
  run: usize,
  pitch: usize,
  to: usize,
  panelBytes: usize,
): void {
  for (let k: usize = 0; k < kernel; k++)
    for (let j: usize = 0; j < run; j += 8) {
      const corner = image + k * pitch + (j << 2);
      for (let p: usize = 0; p < positions; p++) {
        const from = corner + <usize>load<u32>(places + (p << 2));
        v128.store(to + p * PANEL_ROW, v128.load(from));
        v128.store(to + p * PANEL_ROW, v128.load(from, 16), 16);
      }
      to += panelBytes;
    }
}

/** Adds dyᵀ·patches, patches [depth] in panels, to the sums. */
function addProducts(
  dy: usize,
  outputs: usize,
  depth: usize,
  patches: usize,
  sumRow: usize,
  sums: usize,
  zeros: usize,
  tile: usize,
): void {
  for (let o: usize = 0; o < outputs; o += 4) {
    const d0 = dy + (o << 2);
    const d1 = o + 1 < outputs ? d0 + 4 : d0;
    const d2 = o + 2 < outputs ? d0 + 8 : d0;
    const d3 = o + 3 < outputs ? d0 + 12 : d0;
    let b = patches;
    for (let at: usize = 0; at < sumRow; at += PANEL_ROW) {
      tile4(d0, d1, d2, d3, outputs << 2, depth, 1, 0, b, PANEL_ROW, 0, zeros, tile, PANEL_ROW);
      addWhole(tile, sums + o * sumRow + at, sumRow, 4);
      b += depth * PANEL_ROW;
    }
  }
}

/** Adds the rows of a tile to sums that have whole panels. */
function addWhole(tile: usize, to: usize, row: usize, rows: usize): void {
  for (let r: usize = 0; r < rows; r++) {
    v128.store(to, f32x4.add(v128.load(to), v128.load(tile)));
    v128.store(to, f32x4.add(v128.load(to, 16), v128.load(tile, 16)), 16);
    to += row;
    tile += PANEL_ROW;
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
