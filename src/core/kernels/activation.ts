import { mul, relu, square, step, sub, type Tensor, tanh } from "@tensorflow/tfjs-core";
import { fused } from "./fused";
import { onGpu } from "./gpuKernels";
import type { Activation, ActivationKind } from "./operands/activation";
import type { WasmHeap } from "./wasm/heap";

/** Plain compositions: the value, and the slope as a function of the value y. */
const PLAIN = {
  tanh: { value: (x: Tensor) => tanh(x), slope: (y: Tensor) => sub(1, square(y)) },
  relu: { value: (x: Tensor) => relu(x), slope: (y: Tensor) => step(y) },
};

const GRAD = { tanh: "tanhGrad", relu: "reluGrad" } as const;

const activateEach = fused((kind: ActivationKind, x: Tensor): Tensor => PLAIN[kind].value(x), {
  wasm(heap, kind, x) {
    const [from, y] = [heap.at(x), heap.make(x.shape)];
    heap.kernels[kind]({ x: from, y: heap.at(y), size: x.size });
    return y;
  },
  webgpu: onGpu("activateOnGpu"),
});

const scaleEach = fused((kind: ActivationKind, y: Tensor, dy: Tensor): Tensor => mul(dy, PLAIN[kind].slope(y)), {
  wasm(heap, kind, y, dy) {
    const [value, back, dx] = [heap.at(y), heap.at(dy), heap.make(y.shape)];
    heap.kernels[GRAD[kind]]({ y: value, dy: back, dx: heap.at(dx), size: y.size });
    return dx;
  },
  webgpu: onGpu("activationGradOnGpu"),
});

/** tanh or ReLU, element by element; x itself where there is neither. */
export const activate = (kind: Activation, x: Tensor): Tensor => (kind === "linear" ? x : activateEach(kind, x));

/** dy times the slope, which is 1 − y² for tanh and 1 where y > 0 for ReLU. */
export const activationGrad = (kind: Activation, y: Tensor, dy: Tensor): Tensor =>
  kind === "linear" ? dy : scaleEach(kind, y, dy);

/** The activation of values that nobody else holds yet, in their place. */
export function activateInPlace(heap: WasmHeap, kind: Activation, y: Tensor): void {
  if (kind !== "linear") heap.kernels[kind]({ x: heap.at(y), y: heap.at(y), size: y.size });
}
