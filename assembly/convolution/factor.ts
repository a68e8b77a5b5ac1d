import { clearRow, PANEL_ROW, TILE, tile4 } from "../matmul";
import { copyWithin, placesAlong, withMarginsBytes } from "./margins";

/** A tile, a row of zeros, a copy of an image with its zeros, and the row that may be read beyond its end. */
export function imageBytes(height: usize, width: usize, channels: usize, padding: usize): usize {
  return TILE + 2 * PANEL_ROW + withMarginsBytes(height, width, channels, padding);
}

/** One image at a time. */
export function convInputFactorScratch(height: usize, width: usize, channels: usize, padding: usize): usize {
  return imageBytes(height, width, channels, padding);
}

/**
 * to [columns, columns] = Σ āāᵀ / count over all patches ā of x [count, height, width, channels], columns = patch + bias, of
 * which the last is 1. Per image in float32, and those added up.
 */
export function convInputFactor(
  x: usize,
  to: usize,
  count: usize,
  height: usize,
  width: usize,
  channels: usize,
  kernel: usize,
  bias: usize,
  stride: usize,
  padding: usize,
  scratch: usize,
): void {
  const across = placesAlong(width, kernel, stride, padding);
  const down = placesAlong(height, kernel, stride, padding);
  const pixel = channels << 2;
  const pitch = (width + 2 * padding) * pixel;
  const step = stride * pixel;
  const run = kernel * channels;
  const patch = run * kernel;
  const columns = patch + bias;
  const row = columns << 2;
  const gap = stride * pitch - across * step;
  const zeros = scratch + TILE;
  // a copy of the image, because a block of columns may read beyond its end
  const image = zeros + PANEL_ROW;
  clearRow(zeros);
  memory.fill(to, 0, columns * row);
  memory.fill(image, 0, withMarginsBytes(height, width, channels, padding));
  for (let n: usize = 0; n < count; n++) {
    copyWithin(image, x, height, width, channels, padding);
    for (let i: usize = 0; i < patch; i += 4) {
      const last = patch - 1;
      const a0 = entryAt(image, i, run, pitch);
      const a1 = entryAt(image, min(i + 1, last), run, pitch);
      const a2 = entryAt(image, min(i + 2, last), run, pitch);
      const a3 = entryAt(image, min(i + 3, last), run, pitch);
      for (let k: usize = 0; k < kernel; k++)
        for (let j: usize = 0; j < run; j += 8) {
          const some = min<usize>(8, run - j);
          const column = k * run + j;
          // the factor is symmetric: blocks wholly left of the diagonal are copied at the end
          if (column + some <= i) continue;
          const b = image + k * pitch + (j << 2);
          tile4(a0, a1, a2, a3, step, across, down, gap, b, step, gap, zeros, scratch, PANEL_ROW);
          addTile(scratch, to + i * row + (column << 2), row, min<usize>(4, patch - i), some);
        }
    }
    if (bias) addSums(image, to, patch, run, row, down, across, pitch, step, gap);
    x += height * width * pixel;
  }
  finish(to, columns, row, <f32>count);
}

/** Where in the image the entry of the first patch lies. */
function entryAt(image: usize, entry: usize, run: usize, imageRow: usize): usize {
  const kernelRow = entry / run;
  return image + kernelRow * imageRow + ((entry - kernelRow * run) << 2);
}

function addTile(tile: usize, c: usize, cRow: usize, rows: usize, columns: usize): void {
  for (let r: usize = 0; r < rows; r++)
    for (let j: usize = 0; j < columns; j++) {
      const at = c + r * cRow + (j << 2);
      store<f32>(at, load<f32>(at) + load<f32>(tile + r * PANEL_ROW + (j << 2)));
    }
}

/** Adds an image's sums of each entry to the last column, and its number of patches to the corner. */
function addSums(
  image: usize,
  to: usize,
  patch: usize,
  run: usize,
  row: usize,
  down: usize,
  across: usize,
  pitch: usize,
  step: usize,
  gap: usize,
): void {
  for (let i: usize = 0; i < patch; i++) {
    let from = entryAt(image, i, run, pitch);
    let total: f32 = 0;
    for (let r: usize = 0; r < down; r++) {
      for (let c: usize = 0; c < across; c++) {
        total += load<f32>(from);
        from += step;
      }
      from += gap;
    }
    const at = to + i * row + (patch << 2);
    store<f32>(at, load<f32>(at) + total);
  }
  const corner = to + patch * row + (patch << 2);
  store<f32>(corner, load<f32>(corner) + <f32>(down * across));
}

/** Divides what is on and right of the diagonal, and copies it to the left. */
function finish(to: usize, columns: usize, row: usize, count: f32): void {
  for (let i: usize = 0; i < columns; i++)
    for (let j = i; j < columns; j++) {
      const value = load<f32>(to + i * row + (j << 2)) / count;
      store<f32>(to + i * row + (j << 2), value);
      store<f32>(to + j * row + (i << 2), value);
    }
}
