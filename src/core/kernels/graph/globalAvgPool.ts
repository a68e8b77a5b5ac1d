import { div, mean, mul, ones, reshape, type Tensor2D, type Tensor3D } from "@tensorflow/tfjs-core";
import { fused } from "../fused";
import { onGpu } from "../gpuKernels";
import { graphKernels } from "../wasm/graph/heap";
import type { WasmHeap } from "../wasm/heap";

/** The mean over the positions of x [count, positions, channels]: [count, channels]. */
export const globalAvgPool: (x: Tensor3D) => Tensor2D = fused((x) => mean(x, 1), {
  wasm: poolOnHeap,
  webgpu: onGpu("globalAvgPoolOnGpu"),
});

/** dx [count, positions, channels] for dy [count, channels]. */
export const globalAvgPoolGrad: (dy: Tensor2D, positions: number) => Tensor3D = fused(
  (dy, positions) => {
    const perPosition = reshape(div(dy, positions), [dy.shape[0], 1, dy.shape[1]]) as Tensor3D;
    return mul(perPosition, ones([1, positions, 1]));
  },
  { wasm: gradOnHeap, webgpu: onGpu("globalAvgPoolGradOnGpu") },
);

function poolOnHeap(heap: WasmHeap, x: Tensor3D): Tensor2D {
  const [count, positions, channels] = x.shape;
  const [from, y] = [heap.at(x), heap.make<Tensor2D>([count, channels])];
  graphKernels(heap).globalAvgPool({ x: from, y: heap.at(y), count, positions, channels });
  return y;
}

function gradOnHeap(heap: WasmHeap, grad: Tensor2D, positions: number): Tensor3D {
  const [count, channels] = grad.shape;
  const [dy, dx] = [heap.at(grad), heap.make<Tensor3D>([count, positions, channels])];
  graphKernels(heap).globalAvgPoolGrad({ dy, dx: heap.at(dx), count, positions, channels });
  return dx;
}
