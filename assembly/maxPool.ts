/**
 * dx [count, height, width, channels] of a max-pool with window and stride `size`, from its input x and output y: dy
 * [count, ⌊height/size⌋, ⌊width/size⌋, channels] goes to the first maximum of each window.
 */
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
): void {
  const pixel = channels << 2;
  const row = width * pixel;
  const rows = height / size;
  const columns = width / size;
  memory.fill(dx, 0, count * height * row);
  for (let n: usize = 0; n < count; n++) {
    for (let i: usize = 0; i < rows; i++)
      for (let j: usize = 0; j < columns; j++) {
        const corner = (n * height + i * size) * row + j * size * pixel;
        windowGrad(x + corner, y, dy, dx + corner, row, channels, size);
        y += pixel;
        dy += pixel;
      }
  }
}

function windowGrad(x: usize, y: usize, dy: usize, dx: usize, row: usize, channels: usize, size: usize): void {
  const pixel = channels << 2;
  const whole = channels & ~3;
  for (let c: usize = 0; c < whole << 2; c += 16) {
    const largest = v128.load(y + c);
    const grad = v128.load(dy + c);
    let open = i32x4.splat(-1);
    for (let i: usize = 0; i < size; i++)
      for (let j: usize = 0; j < size; j++) {
        const at = i * row + j * pixel + c;
        const isHere = v128.and(f32x4.eq(v128.load(x + at), largest), open);
        v128.store(dx + at, v128.and(grad, isHere));
        open = v128.andnot(open, isHere);
      }
  }
  for (let c = whole << 2; c < pixel; c += 4) {
    let isOpen = true;
    for (let i: usize = 0; i < size; i++)
      for (let j: usize = 0; j < size; j++) {
        const at = i * row + j * pixel + c;
        if (isOpen && load<f32>(x + at) === load<f32>(y + c)) {
          store<f32>(dx + at, load<f32>(dy + c));
          isOpen = false;
        }
      }
  }
}
