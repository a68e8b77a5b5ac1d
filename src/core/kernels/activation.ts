import { mul, relu, square, step, sub, type Tensor, tanh } from "@tensorflow/tfjs-core";
import { wasmHeap } from "./wasm/heap";

export type ActivationKind = "tanh" | "relu";

/** Plain compositions: the value, and the slope as a function of the value y. */
const PLAIN = {
  tanh: { value: (x: Tensor) => tanh(x), slope: (y: Tensor) => sub(1, square(y)) },
  relu: { value: (x: Tensor) => relu(x), slope: (y: Tensor) => step(y) },
};

const GRAD = { tanh: "tanhGrad", relu: "reluGrad" } as const;

/** tanh or ReLU, element by element. */
export function activate(kind: ActivationKind, x: Tensor): Tensor {
  const heap = wasmHeap();
  if (!heap) return PLAIN[kind].value(x);
  const [from, y] = [heap.at(x), heap.make(x.shape)];
  heap.kernels[kind](from, heap.at(y), x.size);
  return y;
}

/** dy times the slope, which is 1 − y² for tanh and 1 where y > 0 for ReLU. */
export function activationGrad(kind: ActivationKind, y: Tensor, dy: Tensor): Tensor {
  const heap = wasmHeap();
  if (!heap) return mul(dy, PLAIN[kind].slope(y));
  const [value, back, dx] = [heap.at(y), heap.at(dy), heap.make(y.shape)];
  heap.kernels[GRAD[kind]](value, back, heap.at(dx), y.size);
  return dx;
}
