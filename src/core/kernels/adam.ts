import { add, div, mul, scalar, sqrt, square, type Tensor2D } from "@tensorflow/tfjs-core";
import { joined, splitLike } from "./joined";
import { type WasmHeap, wasmHeap } from "./wasm/heap";
import { gpuHeap } from "./webgpu/heap";
import { adamOnGpu } from "./webgpu/vectors";

/** First and second moments of the gradients of all layers, each in one row [1, n]. */
export interface Moments {
  mu: Tensor2D;
  nu: Tensor2D;
}

/** `count` includes the update at hand. */
export interface AdamSettings {
  beta1: number;
  beta2: number;
  epsilon: number;
  count: number;
}

/** β·old + (1 − β)·now. */
export const average = (old: Tensor2D, now: Tensor2D, beta: number): Tensor2D =>
  add(mul(scalar(beta), old), mul(scalar(1 - beta), now));

/** m̂ / (√v̂ + ε) for moments after `count` updates, of any shape. */
export function adamRatio(mean: Tensor2D, meanSquare: Tensor2D, settings: AdamSettings): Tensor2D {
  const { beta1, beta2, epsilon, count } = settings;
  const corrected = mul(mean, scalar(1 / (1 - beta1 ** count)));
  const root = sqrt(mul(meanSquare, scalar(1 / (1 - beta2 ** count))));
  return div(corrected, add(root, scalar(epsilon)));
}

/** The moments after a gradient, and Adam's direction m̂ / (√v̂ + ε), layer by layer. */
export function adamUpdate(
  grads: readonly Tensor2D[],
  moments: Moments,
  settings: AdamSettings,
): Moments & { direction: Tensor2D[] } {
  const gpu = gpuHeap();
  if (gpu) return adamOnGpu(gpu, grads, moments, settings);
  const heap = wasmHeap();
  if (heap) return updateOnHeap(heap, grads, moments, settings);
  const grad = joined(grads);
  const mu = average(moments.mu, grad, settings.beta1);
  const nu = average(moments.nu, square(grad), settings.beta2);
  return { direction: splitLike(adamRatio(mu, nu, settings), grads), mu, nu };
}

function updateOnHeap(heap: WasmHeap, grads: readonly Tensor2D[], moments: Moments, settings: AdamSettings) {
  const { beta1, beta2, epsilon, count } = settings;
  const corrections = [1 / (1 - beta1 ** count), 1 / (1 - beta2 ** count)];
  const [muFrom, nuFrom] = [heap.at(moments.mu), heap.at(moments.nu)];
  const [mu, nu] = [heap.make<Tensor2D>(moments.mu.shape), heap.make<Tensor2D>(moments.nu.shape)];
  const [muTo, nuTo] = [heap.at(mu), heap.at(nu)];
  let offset = 0;
  const direction = grads.map((grad) => {
    const to = heap.make<Tensor2D>(grad.shape);
    const addresses = [muFrom, nuFrom, muTo, nuTo].map((row) => row + offset);
    heap.kernels.adam(
      ...[heap.at(grad), ...addresses, heap.at(to), grad.size],
      ...[beta1, 1 - beta1, beta2, 1 - beta2, ...corrections, epsilon],
    );
    offset += 4 * grad.size;
    return to;
  });
  return { direction, mu, nu };
}
