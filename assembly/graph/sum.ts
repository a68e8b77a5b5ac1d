/** to = max(x + y, 0) */
export function addRelu(x: usize, y: usize, to: usize, size: usize): void {
  const zero = f32x4.splat(0);
  const whole = size & ~3;
  for (let i: usize = 0; i < whole; i += 4)
    v128.store(to + (i << 2), f32x4.max(f32x4.add(v128.load(x + (i << 2)), v128.load(y + (i << 2))), zero));
  for (let i = whole; i < size; i++)
    store<f32>(to + (i << 2), max<f32>(load<f32>(x + (i << 2)) + load<f32>(y + (i << 2)), 0));
}
