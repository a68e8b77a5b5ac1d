import { clearRow, copyTile, PANEL_ROW, packRows, packTransposed, TILE, tile4, timesPanel } from "./matmul";

/*
 * Stride-1 convolutions without padding of x [count, height, width, channels] with w [outputs, kernel·kernel·channels + bias],
 * columns in the order row, column, channel. A patch is `kernel` runs of kernel·channels values in the image itself, so no
 * matrix of patches is made.
 */

/** Panels for all outputs, eight at a time, each with a row more than a patch has values: the bias. */
export function convForwardScratch(channels: usize, kernel: usize, outputs: usize): usize {
  return TILE + PANEL_ROW * (kernel * kernel * channels + 1) * ((outputs + 7) >> 3);
}

/** y [count, h, w, outputs]. */
export function convForward(
  x: usize,
  w: usize,
  y: usize,
  count: usize,
  height: usize,
  width: usize,
  channels: usize,
  kernel: usize,
  outputs: usize,
  bias: usize,
  scratch: usize,
): void {
  const patch = kernel * kernel * channels;
  const wRow = (patch + bias) << 2;
  const panelSize = (patch + 1) * PANEL_ROW;
  const panels = scratch + TILE;
  let panel = panels;
  for (let j: usize = 0; j < outputs; j += 8) {
    packTransposed(w + j * wRow, wRow, patch + bias, min<usize>(8, outputs - j), panel);
    if (!bias) clearRow(panel + patch * PANEL_ROW);
    panel += panelSize;
  }
  const columns = width - kernel + 1;
  const positions = (height - kernel + 1) * columns;
  const pixel = channels << 2;
  const run = kernel * channels;
  const gap = (width - kernel) * pixel;
  const yRow = outputs << 2;
  for (let n: usize = 0; n < count; n++) {
    panel = panels;
    for (let j: usize = 0; j < outputs; j += 8) {
      const some = min<usize>(8, outputs - j);
      let to = y + (j << 2);
      for (let p: usize = 0; p < positions; p += 4) {
        const last = positions - 1;
        const a0 = patchAt(x, p, columns, width, pixel);
        const a1 = patchAt(x, min(p + 1, last), columns, width, pixel);
        const a2 = patchAt(x, min(p + 2, last), columns, width, pixel);
        const a3 = patchAt(x, min(p + 3, last), columns, width, pixel);
        const isWhole = some === 8 && p + 4 <= positions;
        const c = isWhole ? to : scratch;
        const cRow = isWhole ? yRow : PANEL_ROW;
        const start = panel + patch * PANEL_ROW;
        tile4(a0, a1, a2, a3, 4, run, kernel, gap, panel, PANEL_ROW, 0, start, c, cRow);
        if (!isWhole) copyTile(scratch, to, yRow, min<usize>(4, positions - p), some);
        to += yRow << 2;
      }
      panel += panelSize;
    }
    x += height * width * pixel;
    y += positions * yRow;
  }
}

/** Address of the first value of a position's patch. */
function patchAt(image: usize, position: usize, columns: usize, width: usize, pixel: usize): usize {
  const row = position / columns;
  return image + (row * width + position - row * columns) * pixel;
}

/** Panels for a whole patch, eight of its values at a time, and the patch of each position. */
export function convInputGradScratch(
  height: usize,
  width: usize,
  channels: usize,
  kernel: usize,
  outputs: usize,
): usize {
  const patch = kernel * kernel * channels;
  const positions = (height - kernel + 1) * (width - kernel + 1);
  return TILE + PANEL_ROW * (1 + outputs * ((patch + 7) >> 3)) + ((patch * positions) << 2);
}

/** dx [count, height, width, channels]: the gradient of each patch, dy·w, added up where patches overlap. */
export function convInputGrad(
  w: usize,
  dy: usize,
  dx: usize,
  count: usize,
  height: usize,
  width: usize,
  channels: usize,
  kernel: usize,
  outputs: usize,
  bias: usize,
  scratch: usize,
): void {
  const run = kernel * channels;
  const patch = run * kernel;
  const patchRow = patch << 2;
  const columns = width - kernel + 1;
  const positions = (height - kernel + 1) * columns;
  const pixel = channels << 2;
  const zeros = scratch + TILE;
  const panels = zeros + PANEL_ROW;
  clearRow(zeros);
  let panel = panels;
  for (let j: usize = 0; j < patch; j += 8) {
    packRows(w + (j << 2), (patch + bias) << 2, outputs, min<usize>(8, patch - j), panel);
    panel += outputs * PANEL_ROW;
  }
  const patches = panel;
  const imageBytes = height * width * pixel;
  memory.fill(dx, 0, count * imageBytes);
  for (let n: usize = 0; n < count; n++) {
    panel = panels;
    for (let j: usize = 0; j < patch; j += 8) {
      const some = min<usize>(8, patch - j);
      const to = patches + (j << 2);
      timesPanel(dy, outputs << 2, 4, positions, outputs, panel, zeros, to, patchRow, some, scratch);
      panel += outputs * PANEL_ROW;
    }
    let from = patches;
    for (let p: usize = 0; p < positions; p++) {
      let to = patchAt(dx, p, columns, width, pixel);
      for (let k: usize = 0; k < kernel; k++) {
        addRun(from, to, run);
        from += run << 2;
        to += width * pixel;
      }
    }
    dy += positions * (outputs << 2);
    dx += imageBytes;
  }
}

function addRun(from: usize, to: usize, length: usize): void {
  const whole = length & ~3;
  for (let i: usize = 0; i < whole; i += 4)
    v128.store(to + (i << 2), f32x4.add(v128.load(to + (i << 2)), v128.load(from + (i << 2))));
  for (let i = whole; i < length; i++) store<f32>(to + (i << 2), load<f32>(to + (i << 2)) + load<f32>(from + (i << 2)));
}
