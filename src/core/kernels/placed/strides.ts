import { pad, reshape, slice, type Tensor4D } from "@tensorflow/tfjs-core";

/** Rows and columns that are put around images, zeros, or cut off where they are below 0. */
export interface ImageMargins {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Images [count, height, width, channels] with other margins; the images themselves where all are 0. */
export function withMargins(x: Tensor4D, { top, bottom, left, right }: ImageMargins): Tensor4D {
  const cut = (value: number) => Math.max(0, -value);
  const put = (value: number) => Math.max(0, value);
  let images = x;
  if (Math.min(top, bottom, left, right) < 0) {
    const [count, height, width, channels] = x.shape;
    const size: [number, number] = [height - cut(top) - cut(bottom), width - cut(left) - cut(right)];
    images = slice(x, [0, cut(top), cut(left), 0], [count, ...size, channels]);
  }
  if (Math.max(top, bottom, left, right) <= 0) return images;
  return pad(images, [
    [0, 0],
    [put(top), put(bottom)],
    [put(left), put(right)],
    [0, 0],
  ]);
}

/** Every `stride`-th row and column, from the first on: [count, rows·stride, columns·stride, channels] to [count, rows, columns, channels]. */
export function everyNth(x: Tensor4D, stride: number): Tensor4D {
  if (stride === 1) return x;
  const [count, height, width, channels] = x.shape;
  const [rows, columns] = [height / stride, width / stride];
  const lines = slice(
    reshape(x, [count * rows, stride, width * channels]),
    [0, 0, 0],
    [count * rows, 1, width * channels],
  );
  const places = reshape(lines, [count * rows * columns, stride, channels]);
  return reshape(slice(places, [0, 0, 0], [count * rows * columns, 1, channels]), [count, rows, columns, channels]);
}

/** The adjoint of `everyNth`: zeros between rows and columns. */
export function spread(x: Tensor4D, stride: number): Tensor4D {
  if (stride === 1) return x;
  const [count, rows, columns, channels] = x.shape;
  const behind = (values: Tensor4D) => withMargins(values, { top: 0, bottom: stride - 1, left: 0, right: 0 });
  const inColumns = behind(reshape(x, [count * rows * columns, 1, 1, channels]));
  const inRows = behind(reshape(inColumns, [count * rows, 1, 1, columns * stride * channels]));
  return reshape(inRows, [count, rows * stride, columns * stride, channels]);
}
