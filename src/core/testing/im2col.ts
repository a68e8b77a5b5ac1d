/* Patches and moments in plain loops and float64, for comparison: nothing here comes from src/core/nn. */

/** Σ rowᵀ·row · scale over the rows of a list of vectors, in float64: [n, n] row-major. */
export function secondMoment(rows: readonly (readonly number[])[], scale: number): number[] {
  const n = rows[0]?.length ?? 0;
  const moment = new Array<number>(n * n).fill(0);
  for (const row of rows)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        moment[i * n + j] = (moment[i * n + j] as number) + scale * (row[i] as number) * (row[j] as number);
  return moment;
}

/** Cuts a flat list into rows of `width`. */
export const rowsOf = (values: readonly number[], width: number): number[][] =>
  Array.from({ length: values.length / width }, (_, i) => values.slice(i * width, (i + 1) * width));

/**
 * Every patch an image shows to a kernel, one row each in the order row, column, channel, with a trailing 1 for the bias. `stride` steps
 * from patch to patch; `padding` rows and columns around the image read as 0.
 */
export function patches(
  x: readonly number[],
  [count, height, width, channels]: readonly number[],
  kernel: number,
  bias: boolean,
  { stride = 1, padding = 0 } = {},
) {
  const found: number[][] = [];
  const [N, H, W, C] = [count, height, width, channels] as [number, number, number, number];
  for (let n = 0; n < N; n++)
    for (let top = -padding; top + kernel <= H + padding; top += stride)
      for (let left = -padding; left + kernel <= W + padding; left += stride) {
        const patch: number[] = [];
        for (let row = top; row < top + kernel; row++)
          for (let column = left; column < left + kernel; column++)
            for (let channel = 0; channel < C; channel++)
              patch.push(
                row < 0 || row >= H || column < 0 || column >= W
                  ? 0
                  : (x[((n * H + row) * W + column) * C + channel] as number),
              );
        found.push(bias ? [...patch, 1] : patch);
      }
  return found;
}
