import {
  conv2d,
  fused,
  getBackend,
  pad as padTensor,
  reverse,
  slice,
  type Tensor1D,
  type Tensor4D,
  transpose,
} from "@tensorflow/tfjs-core";

/** tfjs-webgpu convolves four outputs at a time where their number allows it. */
const VECTOR = 4;

/**
 * Convolution of x [N, H, W, C] with a filter [kh, kw, C, O], `pad` rows and columns of zeros around x, a bias [O], and a stride.
 * On WebGPU a number of outputs that is no multiple of four is filled up with zeros and cut off again: without that LeNet's
 * first layer takes four times as long on SwiftShader.
 */
export function convolve(x: Tensor4D, filter: Tensor4D, pad = 0, bias?: Tensor1D, stride = 1): Tensor4D {
  const outputs = filter.shape[3];
  const missing = getBackend() === "webgpu" ? (VECTOR - (outputs % VECTOR)) % VECTOR : 0;
  if (missing === 0) return plainConvolve(x, filter, pad, bias, stride);
  const filled = padTensor(filter, [...NO_PADDING, [0, missing]]);
  const result = plainConvolve(x, filled, pad, bias && padTensor(bias, [[0, missing]]), stride);
  const [count, height, width] = result.shape;
  return slice(result, [0, 0, 0, 0], [count, height, width, outputs]);
}

const NO_PADDING: [number, number][] = [
  [0, 0],
  [0, 0],
  [0, 0],
];

function plainConvolve(
  x: Tensor4D,
  filter: Tensor4D,
  zeros: number,
  bias: Tensor1D | undefined,
  stride: number,
): Tensor4D {
  const pad = zeros === 0 ? "valid" : zeros; // for a number tfjs takes the filter to be square
  return bias ? fused.conv2d({ x, filter, strides: stride, pad, bias }) : conv2d(x, filter, stride, pad);
}

/*
 * The two adjoints of a stride-1 convolution without padding, as convolutions. tfjs-wasm has no Conv2DBackpropFilter, its
 * Conv2DBackpropInput takes four times as long as this, and on WebGPU the filter kernel runs one thread per weight.
 */

/** Gradient of the filter [kh, kw, C, O] for input x [N, H, W, C] and output gradient dy [N, h, w, O]. */
export function conv2dFilterGrad(x: Tensor4D, dy: Tensor4D): Tensor4D {
  const byChannel = transpose(x, [3, 1, 2, 0]);
  const asFilter = transpose(dy, [1, 2, 0, 3]);
  return transpose(convolve(byChannel, asFilter), [1, 2, 0, 3]);
}

/** Gradient of the input [N, H, W, C] for a filter [k, k, C, O] and output gradient dy [N, h, w, O]. */
export function conv2dInputGrad(filter: Tensor4D, dy: Tensor4D): Tensor4D {
  const turned = transpose(reverse(filter, [0, 1]), [0, 1, 3, 2]) as Tensor4D;
  return convolve(dy, turned, filter.shape[0] - 1);
}
