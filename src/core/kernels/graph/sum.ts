import { add, type Tensor } from "@tensorflow/tfjs-core";
import { activate, activateInPlace } from "../activation";
import { fused } from "../fused";
import { onGpu } from "../gpuKernels";
import type { Activation } from "../operands/activation";
import { graphKernels } from "../wasm/graph/heap";
import type { WasmHeap } from "../wasm/heap";

/** σ(a + b) of two values of one shape. */
export const activatedSum: (a: Tensor, b: Tensor, activation: Activation) => Tensor = fused(
  (a, b, activation) => activate(activation, add(a, b)),
  { wasm: sumOnHeap, webgpu: onGpu("activatedSumOnGpu") },
);

function sumOnHeap(heap: WasmHeap, a: Tensor, b: Tensor, activation: Activation): Tensor {
  const [x, y, sum] = [heap.at(a), heap.at(b), heap.make(a.shape)];
  const addresses = { x, y, to: heap.at(sum), size: a.size };
  if (activation === "relu") graphKernels(heap).addRelu(addresses);
  else {
    heap.kernels.addScaled({ factor: 1, ...addresses });
    activateInPlace(heap, activation, sum);
  }
  return sum;
}
