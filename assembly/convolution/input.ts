import { clearRow, PANEL_ROW, packRows, TILE, timesPanel } from "../matmul";
import { convolveImage } from "./forward";
import { copyMiddle, copyWithin, placesAlong, placesBytes, withMarginsBytes, writePlaces } from "./margins";

/** Whether dx is itself a convolution with zeros around: that of dy with the turned filter. */
function isTurned(kernel: usize, stride: usize, padding: usize): bool {
  return stride === 1 && padding > 0 && padding < kernel;
}

/** Panels, places, and an image of dy with margins, or the patch of each position and an image of dx with margins. */
export function convInputGradScratch(
  height: usize,
  width: usize,
  channels: usize,
  kernel: usize,
  outputs: usize,
  stride: usize,
  padding: usize,
): usize {
  const rows = placesAlong(height, kernel, stride, padding);
  const columns = placesAlong(width, kernel, stride, padding);
  if (isTurned(kernel, stride, padding)) {
    const panels = PANEL_ROW * (kernel * kernel * outputs + 1) * ((channels + 7) >> 3);
    const image = withMarginsBytes(rows, columns, outputs, kernel - 1 - padding);
    return TILE + panels + placesBytes(height, width) + image;
  }
  const patch = kernel * kernel * channels;
  const panels = PANEL_ROW * outputs * ((patch + 7) >> 3);
  const patches = (patch * rows * columns) << 2;
  const image = withMarginsBytes(height, width, channels, padding);
  return TILE + PANEL_ROW + panels + placesBytes(rows, columns) + patches + image;
}

/** dx [count, height, width, channels] for dy [count, h, w, outputs]. */
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
  stride: usize,
  padding: usize,
  scratch: usize,
): void {
  if (isTurned(kernel, stride, padding))
    turnedGrad(w, dy, dx, count, height, width, channels, kernel, outputs, bias, padding, scratch);
  else addedGrad(w, dy, dx, count, height, width, channels, kernel, outputs, bias, stride, padding, scratch);
}

/** The convolution of dy, zeros around, with the filter turned by half a turn, outputs and channels swapped. */
function turnedGrad(
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
  padding: usize,
  scratch: usize,
): void {
  const squares = kernel * kernel;
  const wRow = (squares * channels + bias) << 2;
  const panels = scratch + TILE;
  let panel = panels;
  for (let j: usize = 0; j < channels; j += 8) {
    const some = min<usize>(8, channels - j);
    for (let k = squares; k > 0; k--) {
      packRows(w + (((k - 1) * channels + j) << 2), wRow, outputs, some, panel);
      panel += outputs * PANEL_ROW;
    }
    clearRow(panel);
    panel += PANEL_ROW;
  }
  const rows = placesAlong(height, kernel, 1, padding);
  const columns = placesAlong(width, kernel, 1, padding);
  const around = kernel - 1 - padding;
  const pixel = outputs << 2;
  const pitch = (columns + 2 * around) * pixel;
  const places = panel;
  writePlaces(places, height, width, 1, pitch, pixel);
  const margins = places + placesBytes(height, width);
  if (around) memory.fill(margins, 0, withMarginsBytes(rows, columns, outputs, around));
  const run = kernel * outputs;
  for (let n: usize = 0; n < count; n++) {
    if (around) copyWithin(margins, dy, rows, columns, outputs, around);
    const image = around ? margins : dy;
    convolveImage(image, places, height * width, run, kernel, pitch - kernel * pixel, panels, dx, channels, scratch);
    dy += rows * columns * pixel;
    dx += (height * width * channels) << 2;
  }
}

/** The gradient of each patch, dy·w, added up where patches overlap. */
function addedGrad(
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
  stride: usize,
  padding: usize,
  scratch: usize,
): void {
  const run = kernel * channels;
  const patch = run * kernel;
  const patchRow = patch << 2;
  const rows = placesAlong(height, kernel, stride, padding);
  const columns = placesAlong(width, kernel, stride, padding);
  const positions = rows * columns;
  const pixel = channels << 2;
  const pitch = (width + 2 * padding) * pixel;
  const zeros = scratch + TILE;
  const panels = zeros + PANEL_ROW;
  clearRow(zeros);
  let panel = panels;
  for (let j: usize = 0; j < patch; j += 8) {
    packRows(w + (j << 2), (patch + bias) << 2, outputs, min<usize>(8, patch - j), panel);
    panel += outputs * PANEL_ROW;
  }
  const places = panel;
  writePlaces(places, rows, columns, stride, pitch, pixel);
  const patches = places + placesBytes(rows, columns);
  const margins = patches + positions * patchRow;
  const bytes = withMarginsBytes(height, width, channels, padding);
  for (let n: usize = 0; n < count; n++) {
    panel = panels;
    for (let j: usize = 0; j < patch; j += 8) {
      const some = min<usize>(8, patch - j);
      const to = patches + (j << 2);
      timesPanel(dy, outputs << 2, 4, positions, outputs, panel, zeros, to, patchRow, some, scratch);
      panel += outputs * PANEL_ROW;
    }
    const image = padding ? margins : dx;
    memory.fill(image, 0, bytes);
    let from = patches;
    for (let p: usize = 0; p < positions; p++) {
      let to = image + <usize>load<u32>(places + (p << 2));
      for (let k: usize = 0; k < kernel; k++) {
        addRun(from, to, run);
        from += run << 2;
        to += pitch;
      }
    }
    if (padding) copyMiddle(margins, dx, height, width, channels, padding);
    dy += positions * (outputs << 2);
    dx += height * width * pixel;
  }
}

function addRun(from: usize, to: usize, length: usize): void {
  const whole = length & ~3;
  for (let i: usize = 0; i < whole; i += 4)
    v128.store(to + (i << 2), f32x4.add(v128.load(to + (i << 2)), v128.load(from + (i << 2))));
  for (let i = whole; i < length; i++) store<f32>(to + (i << 2), load<f32>(to + (i << 2)) + load<f32>(from + (i << 2)));
}
