import { conv2d, reverse, type Tensor4D, transpose } from "@tensorflow/tfjs-core";

/*
 * The two adjoints of a stride-1 convolution without padding, as convolutions. tfjs-wasm has no Conv2DBackpropFilter, its
 * Conv2DBackpropInput takes four times as long as this, and on WebGPU the filter kernel runs one thread per weight.
 */

/** Gradient of the filter [kh, kw, C, O] for input x [N, H, W, C] and output gradient dy [N, h, w, O]. */
export function conv2dFilterGrad(x: Tensor4D, dy: Tensor4D): Tensor4D {
  const byChannel = transpose(x, [3, 1, 2, 0]);
  const asFilter = transpose(dy, [1, 2, 0, 3]);
  return transpose(conv2d(byChannel, asFilter, 1, "valid"), [1, 2, 0, 3]);
}

/** Gradient of the input [N, H, W, C] for a filter [k, k, C, O] and output gradient dy [N, h, w, O]. */
export function conv2dInputGrad(filter: Tensor4D, dy: Tensor4D): Tensor4D {
  const turned = transpose(reverse(filter, [0, 1]), [0, 1, 3, 2]) as Tensor4D;
  return conv2d(dy, turned, 1, filter.shape[0] - 1);
}
