import { div, eye, pad, reshape, type Tensor2D, type Tensor4D, tensor1d } from "@tensorflow/tfjs-core";
import { convolve } from "./conv2d";
import { fused } from "./fused";
import { matMulTransposedA } from "./matMul";
import type { ConvShape } from "./operands/convolution";
import { validOnHeap } from "./wasm/conv";

/** Patches of x as rows [count·positions, columns], trailing 1 where there is a bias: a convolution with the identity. */
export function patchRows(x: Tensor4D, { kernel, channels, bias }: ConvShape, stride = 1): Tensor2D {
  const patch = kernel * kernel * channels;
  const columns = patch + Number(bias);
  const identity = reshape(
    pad(eye(patch), [
      [0, 0],
      [0, columns - patch],
    ]),
    [kernel, kernel, channels, columns],
  );
  const one = bias ? tensor1d(Float32Array.from({ length: columns }, (_, i) => (i === patch ? 1 : 0))) : undefined;
  return reshape(convolve(x, identity as Tensor4D, 0, one, stride), [-1, columns]);
}

/** Σ āāᵀ / count over the patches ā of x [count, height, width, channels], trailing 1 where there is a bias. */
export const convInputFactor: (x: Tensor4D, shape: ConvShape) => Tensor2D = fused(
  (x, shape) => {
    const rows = patchRows(x, shape);
    return div(matMulTransposedA(rows, rows), x.shape[0]);
  },
  { wasm: validOnHeap.inputFactor },
);
