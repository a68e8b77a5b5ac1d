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
