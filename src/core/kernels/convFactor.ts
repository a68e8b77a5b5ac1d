import { div, eye, pad, reshape, type Tensor2D, type Tensor4D, tensor1d } from "@tensorflow/tfjs-core";
import { convolve } from "./conv2d";
import type { ConvShape } from "./convLayer";
import { matMulTransposedA } from "./matMul";
import { wasmHeap } from "./wasm/heap";

/** Patches of x as rows [count·positions, columns], trailing 1 where there is a bias: a convolution with the identity. */
export function patchRows(x: Tensor4D, { kernel, channels, bias }: ConvShape): Tensor2D {
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
  return reshape(convolve(x, identity as Tensor4D, 0, one), [-1, columns]);
}

/** Σ āāᵀ / count over the patches ā of x [count, height, width, channels], trailing 1 where there is a bias. */
export function convInputFactor(x: Tensor4D, shape: ConvShape): Tensor2D {
  const count = x.shape[0];
  const heap = wasmHeap();
  if (!heap) {
    const rows = patchRows(x, shape);
    return div(matMulTransposedA(rows, rows), count);
  }
  const { height, width, channels, kernel, bias } = shape;
  const columns = kernel * kernel * channels + Number(bias);
  const [from, factor] = [heap.at(x), heap.make<Tensor2D>([columns, columns])];
  const scratch = heap.scratch(128 + 2 * 32 + 4 * height * width * channels);
  heap.kernels.convInputFactor(from, heap.at(factor), count, height, width, channels, kernel, Number(bias), scratch);
  return factor;
}
