import { addTimes } from "./rows";

/*
 * Rows [count·length, width] of tokens [count, length]: scale · table[:, token] + positions[:, place], table [width, vocabulary] and
 * positions [width, places]. Where an address is 0 there is no such part.
 */

/** The table and the positions with one row for each column. */
export function embedScratch(width: usize, vocabulary: usize, length: usize): usize {
  return (width * (vocabulary + length)) << 2;
}

export function embed(
  table: usize,
  positions: usize,
  tokens: usize,
  to: usize,
  count: usize,
  length: usize,
  width: usize,
  vocabulary: usize,
  places: usize,
  scale: f32,
  scratch: usize,
): void {
  const row = width << 2;
  const placed = scratch + vocabulary * row;
  if (table) transpose(table, vocabulary << 2, width, vocabulary, scratch);
  if (positions) transpose(positions, places << 2, width, length, placed);
  for (let n: usize = 0; n < count; n++)
    for (let t: usize = 0; t < length; t++) {
      if (positions) memory.copy(to, placed + t * row, row);
      else memory.fill(to, 0, row);
      if (table) addTimes(to, scale, scratch + <usize>load<f32>(tokens) * row, width);
      tokens += 4;
      to += row;
    }
}

/** As that of `embed`. */
export function embedGradScratch(width: usize, vocabulary: usize, length: usize): usize {
  return embedScratch(width, vocabulary, length);
}

/** The gradients of the table and of the positions, where there are any, for dy [count·length, width]. */
export function embedGrad(
  dy: usize,
  tokens: usize,
  tableGrad: usize,
  positionGrad: usize,
  count: usize,
  length: usize,
  width: usize,
  vocabulary: usize,
  places: usize,
  scale: f32,
  scratch: usize,
): void {
  const row = width << 2;
  const placed = scratch + vocabulary * row;
  memory.fill(scratch, 0, (vocabulary + length) * row);
  for (let n: usize = 0; n < count; n++)
    for (let t: usize = 0; t < length; t++) {
      addTimes(scratch + <usize>load<f32>(tokens) * row, scale, dy, width);
      if (positionGrad) addTimes(placed + t * row, 1, dy, width);
      tokens += 4;
      dy += row;
    }
  transpose(scratch, row, vocabulary, width, tableGrad);
  if (!positionGrad) return;
  if (places === length) transpose(placed, row, length, width, positionGrad);
  else {
    memory.fill(positionGrad, 0, places * row);
    for (let t: usize = 0; t < length; t++)
      for (let c: usize = 0; c < width; c++)
        store<f32>(positionGrad + ((c * places + t) << 2), load<f32>(placed + t * row + (c << 2)));
  }
}

/** to [columns, rows] of the first `columns` columns of `from`, whose rows have `pitch` bytes. */
function transpose(from: usize, pitch: usize, rows: usize, columns: usize, to: usize): void {
  for (let j: usize = 0; j < columns; j++)
    for (let i: usize = 0; i < rows; i++) {
      store<f32>(to, load<f32>(from + i * pitch + (j << 2)));
      to += 4;
    }
}
