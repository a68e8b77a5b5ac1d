import { clearRow, copyTile, PANEL_ROW, packTransposed, TILE, tile4 } from "../matmul";
import { copyWithin, placesAlong, placesBytes, withMarginsBytes, writePlaces } from "./margins";

/*
 * Convolutions of x [count, height, width, channels], `padding` zeros around, with w [outputs, kernel·kernel·channels + bias] at
 * every `stride`-th place; columns in the order row, column, channel. A patch is `kernel` runs of kernel·channels values in the
 * image itself, so no matrix of patches is made.
 */

/** Panels for all outputs, eight at a time, each with a row more than a patch has values (the bias); the places; an image. */
export function convForwardScratch(
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
  const panels = PANEL_ROW * (kernel * kernel * channels + 1) * ((outputs + 7) >> 3);
  return TILE + panels + placesBytes(rows, columns) + withMarginsBytes(height, width, channels, padding);
}

/** y [count, h, w, outputs]; `isLinear` 1: without the bias, as for a tangent of x. */
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
  isLinear: usize,
  stride: usize,
  padding: usize,
  scratch: usize,
): void {
  const patch = kernel * kernel * channels;
  const wRow = (patch + bias) << 2;
  const panelSize = (patch + 1) * PANEL_ROW;
  const panels = scratch + TILE;
  let panel = panels;
  for (let j: usize = 0; j < outputs; j += 8) {
    packTransposed(w + j * wRow, wRow, patch + bias, min<usize>(8, outputs - j), panel);
    if (!bias || isLinear) clearRow(panel + patch * PANEL_ROW);
    panel += panelSize;
  }
  const rows = placesAlong(height, kernel, stride, padding);
  const columns = placesAlong(width, kernel, stride, padding);
  const pixel = channels << 2;
  const pitch = (width + 2 * padding) * pixel;
  const places = panel;
  writePlaces(places, rows, columns, stride, pitch, pixel);
  const margins = places + placesBytes(rows, columns);
  if (padding) memory.fill(margins, 0, withMarginsBytes(height, width, channels, padding));
  const run = kernel * channels;
  for (let n: usize = 0; n < count; n++) {
    if (padding) copyWithin(margins, x, height, width, channels, padding);
    const image = padding ? margins : x;
    convolveImage(image, places, rows * columns, run, kernel, pitch - kernel * pixel, panels, y, outputs, scratch);
    x += height * width * pixel;
    y += (rows * columns * outputs) << 2;
  }
}

/**
 * y [positions, outputs]: the patch at each of the `places`, `segments` runs of values with `gap` bytes between, times panels that
 * have a row behind them from which a sum starts.
 */
export function convolveImage(
  image: usize,
  places: usize,
  positions: usize,
  run: usize,
  segments: usize,
  gap: usize,
  panels: usize,
  y: usize,
  outputs: usize,
  tile: usize,
): void {
  const yRow = outputs << 2;
  const start = run * segments * PANEL_ROW;
  let panel = panels;
  for (let j: usize = 0; j < outputs; j += 8) {
    const some = min<usize>(8, outputs - j);
    let to = y + (j << 2);
    for (let p: usize = 0; p < positions; p += 4) {
      const place = places + (p << 2);
      const a0 = image + <usize>load<u32>(place);
      const a1 = image + <usize>load<u32>(place, 4);
      const a2 = image + <usize>load<u32>(place, 8);
      const a3 = image + <usize>load<u32>(place, 12);
      const isWhole = some === 8 && p + 4 <= positions;
      const c = isWhole ? to : tile;
      const cRow = isWhole ? yRow : PANEL_ROW;
      tile4(a0, a1, a2, a3, 4, run, segments, gap, panel, PANEL_ROW, 0, panel + start, c, cRow);
      if (!isWhole) copyTile(tile, to, yRow, min<usize>(4, positions - p), some);
      to += yRow << 2;
    }
    panel += start + PANEL_ROW;
  }
}
