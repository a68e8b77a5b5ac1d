import {
  div,
  exp,
  log,
  max,
  mean,
  mul,
  neg,
  type Scalar,
  square,
  sub,
  sum,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import { wasmHeap } from "./wasm/heap";

/** A mean over the batch, and its gradient with respect to the first argument. */
export interface ValueAndGrad {
  value: Scalar;
  grad: Tensor2D;
}

/** Mean over the rows of ½‖a − b‖². */
export const halfSquaredDistance = (a: Tensor2D, b: Tensor2D): ValueAndGrad =>
  onHeap("halfSquaredDistance", a, b, a.size) ?? plainHalfSquaredDistance(a, b);

/** Mean over the rows of −Σ t log softmax(f), f and t [count, classes]. */
export const softmaxCrossEntropy = (outputs: Tensor2D, targets: Tensor2D): ValueAndGrad =>
  onHeap("softmaxCrossEntropy", outputs, targets, outputs.shape[1]) ?? plainSoftmaxCrossEntropy(outputs, targets);

/** Softmax and its logarithm along the last axis, [count, classes] each, without overflow. */
export function softmax(outputs: Tensor2D): { p: Tensor2D; logP: Tensor2D } {
  const shifted = sub(outputs, max(outputs, 1, true)) as Tensor2D;
  const exponentials = exp(shifted);
  const total = sum(exponentials, 1, true);
  return { p: div(exponentials, total), logP: sub(shifted, log(total)) };
}

function plainHalfSquaredDistance(a: Tensor2D, b: Tensor2D): ValueAndGrad {
  const count = a.shape[0];
  const difference = sub(a, b) as Tensor2D;
  return { value: div(sum(square(difference)), 2 * count), grad: div(difference, count) };
}

function plainSoftmaxCrossEntropy(outputs: Tensor2D, targets: Tensor2D): ValueAndGrad {
  const { p, logP } = softmax(outputs);
  return { value: neg(mean(sum(mul(targets, logP), 1))), grad: div(sub(p, targets), outputs.shape[0]) };
}

/** `last` is the kernel's own last argument. */
function onHeap(
  kernel: "halfSquaredDistance" | "softmaxCrossEntropy",
  a: Tensor2D,
  b: Tensor2D,
  last: number,
): ValueAndGrad | null {
  const heap = wasmHeap();
  if (!heap) return null;
  const [first, second] = [heap.at(a), heap.at(b)];
  const [value, grad] = [heap.make<Scalar>([]), heap.make<Tensor2D>(a.shape)];
  heap.kernels[kernel](first, second, heap.at(value), heap.at(grad), a.shape[0], last);
  return { value, grad };
}
