import { loadLanes, storeLanes } from "./lanes";

/*
 * Max-pools with window and stride `size` of x [count, height, width, channels], to [count, ⌊height/size⌋, ⌊width/size⌋, channels].
 * `relu` 1: a ReLU follows, whose value stands for that of the pool as well, since only where it is above 0 a gradient passes.
 */

export function maxPool(
  x: usize,
  y: usize,
  count: usize,
  height: usize,
  width: usize,
  channels: usize,
  size: usize,
  relu: usize,
): void {
  const pixel = channels << 2;
  const row = width * pixel;
  const floor = f32x4.splat(relu ? 0 : -Infinity);
  const quads = pixel & ~15;
  const pairs = pixel & ~7;
  for (let n: usize = 0; n < count; n++)
    for (let i: usize = 0; i < height / size; i++) {
      let corner = x + (n * height + i * size) * row;
      for (let j: usize = 0; j < width / size; j++) {
        for (let c: usize = 0; c < quads; c += 16) poolSome<v128>(corner + c, y + c, row, pixel, size, floor);
        if (pairs > quads) poolSome<u64>(corner + quads, y + quads, row, pixel, size, floor);
        if (pixel > pairs) poolSome<u32>(corner + pairs, y + pairs, row, pixel, size, floor);
        corner += size * pixel;
        y += pixel;
      }
    }
}

/** One window, in as many channels as float32 fit in `Lanes`. */
function poolSome<Lanes>(x: usize, y: usize, row: usize, pixel: usize, size: usize, floor: v128): void {
  let largest = floor;
  const end = x + size * row;
  for (; x < end; x += row)
    for (let at = x; at < x + size * pixel; at += pixel) largest = f32x4.max(largest, loadLanes<Lanes>(at));
  storeLanes<Lanes>(y, largest);
}

/** dx from x, y and dy: dy goes to the first maximum of each window. */
export function maxPoolGrad(
  x: usize,
  y: usize,
  dy: usize,
  dx: usize,
  count: usize,
  height: usize,
  width: usize,
  channels: usize,
  size: usize,
  relu: usize,
): void {
  const pixel = channels << 2;
  const row = width * pixel;
  const quads = pixel & ~15;
  const pairs = pixel & ~7;
  // else every value is written below
  if (height % size || width % size) memory.fill(dx, 0, count * height * row);
  for (let n: usize = 0; n < count; n++)
    for (let i: usize = 0; i < height / size; i++) {
      let corner = (n * height + i * size) * row;
      for (let j: usize = 0; j < width / size; j++) {
        for (let c: usize = 0; c < quads; c += 16)
          gradSome<v128>(x + corner + c, y + c, dy + c, dx + corner + c, row, pixel, size, relu);
        if (pairs > quads)
          gradSome<u64>(x + corner + quads, y + quads, dy + quads, dx + corner + quads, row, pixel, size, relu);
        if (pixel > pairs)
          gradSome<u32>(x + corner + pairs, y + pairs, dy + pairs, dx + corner + pairs, row, pixel, size, relu);
        corner += size * pixel;
        y += pixel;
        dy += pixel;
      }
    }
}

/** One window, in as many channels as float32 fit in `Lanes`. */
function gradSome<Lanes>(
  x: usize,
  y: usize,
  dy: usize,
  dx: usize,
  row: usize,
  pixel: usize,
  size: usize,
  relu: usize,
): void {
  const largest = loadLanes<Lanes>(y);
  const grad = loadLanes<Lanes>(dy);
  let open = relu ? f32x4.gt(largest, f32x4.splat(0)) : i32x4.splat(-1);
  const end = size * row;
  for (let line: usize = 0; line < end; line += row)
    for (let at = line; at < line + size * pixel; at += pixel) {
      const isHere = v128.and(f32x4.eq(loadLanes<Lanes>(x + at), largest), open);
      storeLanes<Lanes>(dx + at, v128.and(grad, isHere));
      open = v128.andnot(open, isHere);
    }
}
