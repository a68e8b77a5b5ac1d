import { sumRows, totalsBytes } from "./channelSums";

/** Totals of one image. */
export function globalAvgPoolScratch(channels: usize): usize {
  return totalsBytes(channels);
}

/** y [count, channels]: the mean over the positions of x [count, positions, channels]. */
export function globalAvgPool(
  x: usize,
  y: usize,
  count: usize,
  positions: usize,
  channels: usize,
  scratch: usize,
): void {
  for (let n: usize = 0; n < count; n++) {
    sumRows(x, positions, channels, scratch);
    for (let c: usize = 0; c < channels; c++)
      store<f32>(y + (c << 2), <f32>(load<f64>(scratch + (c << 3)) / <f64>positions));
    x += (positions * channels) << 2;
    y += channels << 2;
  }
}

/** dx [count, positions, channels]: dy [count, channels] / positions at each position. */
export function globalAvgPoolGrad(dy: usize, dx: usize, count: usize, positions: usize, channels: usize): void {
  const row = channels << 2;
  const share: f32 = 1 / <f32>positions;
  for (let n: usize = 0; n < count; n++) {
    const first = dx;
    for (let c: usize = 0; c < channels; c++) store<f32>(first + (c << 2), load<f32>(dy + (c << 2)) * share);
    dx += row;
    for (let p: usize = 1; p < positions; p++) {
      memory.copy(dx, first, row);
      dx += row;
    }
    dy += row;
  }
}
