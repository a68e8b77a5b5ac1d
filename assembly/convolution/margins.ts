/*
 * Where convolutions with a stride and zeros around the images read: in a copy of one image with its zeros, which stay while the
 * images change; where there are none, in the image itself.
 */

/** Places of a kernel along a side; 0 where it does not fit. */
export function placesAlong(side: usize, kernel: usize, stride: usize, padding: usize): usize {
  const whole = side + 2 * padding;
  return whole < kernel ? 0 : (whole - kernel) / stride + 1;
}

/** Bytes of an image with its zeros. */
export function withMarginsBytes(height: usize, width: usize, channels: usize, padding: usize): usize {
  return ((height + 2 * padding) * (width + 2 * padding) * channels) << 2;
}

/** The image x in the middle of `to`, whose margins are left as they are. */
export function copyWithin(to: usize, x: usize, height: usize, width: usize, channels: usize, padding: usize): void {
  const row = (width * channels) << 2;
  if (padding === 0) {
    memory.copy(to, x, height * row);
    return;
  }
  const pitch = ((width + 2 * padding) * channels) << 2;
  to += padding * (pitch + (channels << 2));
  for (let i: usize = 0; i < height; i++) {
    memory.copy(to, x, row);
    to += pitch;
    x += row;
  }
}

/** The middle of `from`, which has margins, as the image `to`. */
export function copyMiddle(from: usize, to: usize, height: usize, width: usize, channels: usize, padding: usize): void {
  const row = (width * channels) << 2;
  const pitch = ((width + 2 * padding) * channels) << 2;
  from += padding * (pitch + (channels << 2));
  for (let i: usize = 0; i < height; i++) {
    memory.copy(to, from, row);
    to += row;
    from += pitch;
  }
}

/** Bytes of a table of places. */
export function placesBytes(rows: usize, columns: usize): usize {
  return (rows * columns + 3) << 2;
}

/** The bytes from an image's first value to that of each place's patch, row by row; the last one three times more. */
export function writePlaces(
  table: usize,
  rows: usize,
  columns: usize,
  stride: usize,
  pitch: usize,
  pixel: usize,
): void {
  let at: usize = 0;
  for (let i: usize = 0; i < rows; i++)
    for (let j: usize = 0; j < columns; j++) {
      at = stride * (i * pitch + j * pixel);
      store<u32>(table, <u32>at);
      table += 4;
    }
  for (let i: usize = 0; i < 3; i++) store<u32>(table + (i << 2), <u32>at);
}
