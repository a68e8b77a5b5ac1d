import type { Tensor2D, Tensor4D } from "@tensorflow/tfjs-core";

/**
 * A stride-1 convolution without padding: inputs [height, width, channels], weights [outputs, kernel·kernel·channels (+1)],
 * columns in the order row, column, channel, the bias last.
 */
export interface ConvShape {
  height: number;
  width: number;
  channels: number;
  kernel: number;
  outputs: number;
  bias: boolean;
}

/** A convolution of images with `padding` rows and columns of zeros around, at every `stride`-th place. */
export interface PlacedShape extends ConvShape {
  stride: number;
  padding: number;
}

/** Rows and columns of the outputs; below 1 where the kernel does not fit. */
export function placesOf({ height, width, kernel, stride, padding }: PlacedShape): [number, number] {
  const places = (side: number) => Math.floor((side + 2 * padding - kernel) / stride) + 1;
  return [places(height), places(width)];
}

/** Weights of one output, its bias aside. */
export const patchOf = ({ kernel, channels }: ConvShape) => kernel * kernel * channels;

/** What a convolution does with images [count, height, width, channels], and with gradients at its outputs. */
export interface ConvPasses {
  /** Rows and columns of the outputs; below 1 where the kernel does not fit. */
  places: readonly [number, number];
  forward(x: Tensor4D, weights: Tensor2D): Tensor4D;
  /** The gradients that are wanted. */
  backward(
    pass: { x: Tensor4D; weights: Tensor2D; outputGrad: Tensor4D },
    wanted: { input: boolean; weights: boolean },
  ): { inputGrad: Tensor4D | null; weightGrad: Tensor2D | null };
  /** The derivative of the outputs along a tangent of the images: the convolution without its bias. */
  tangent(dx: Tensor4D, weights: Tensor2D): Tensor4D;
  /** Σ āāᵀ / count over the patches ā, trailing 1 where there is a bias; and the mean of its diagonal, [1, 1]. */
  inputFactor(x: Tensor4D): Tensor2D;
  inputScale?(x: Tensor4D): Tensor2D;
  /** Patches as rows [count·positions, columns], trailing 1 where there is a bias. */
  rows(x: Tensor4D): Tensor2D;
}
