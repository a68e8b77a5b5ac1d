/** Grey images of one size, one after another. */
export interface ImageForm {
  width: number;
  height: number;
  /** Values in [0, 1], row-major. */
  inputs: Float32Array;
}

/** Root mean square difference from the inputs over `count` images, the first one `from`. */
export function reconstructionError(
  { width, height, inputs }: ImageForm,
  values: Float32Array,
  count: number,
  from = 0,
): number {
  const [start, end] = [from * width * height, (from + count) * width * height];
  let squares = 0;
  for (let i = start; i < end; i++) squares += ((values[i] as number) - (inputs[i] as number)) ** 2;
  return Math.sqrt(squares / (end - start));
}
