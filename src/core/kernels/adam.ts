import { add, div, mul, scalar, sqrt, square, type Tensor2D } from "@tensorflow/tfjs-core";
import { fused } from "./fused";
import { onGpu } from "./gpuKernels";
import { joined, splitLike } from "./joined";
import { addScaled } from "./linearCombination";
import type { AdamSettings, Moments } from "./operands/moments";
import type { WasmHeap } from "./wasm/heap";

/** β·old + (1 − β)·now. */
export const average = (old: Tensor2D, now: Tensor2D, beta: number): Tensor2D =>
  add(mul(scalar(beta), old), mul(scalar(1 - beta), now));

/** The same of each pair of two lists. */
export const averageEach: (old: readonly Tensor2D[], now: readonly Tensor2D[], beta: number) => Tensor2D[] = fused(
  (old, now, beta) => old.map((value, i) => average(value, now[i] as Tensor2D, beta)),
  { webgpu: onGpu("averagesOnGpu") },
);

/** m̂ / (√v̂ + ε) for moments after `count` updates, of any shape. */
function adamRatio(mean: Tensor2D, meanSquare: Tensor2D, settings: AdamSettings): Tensor2D {
  const { beta1, beta2, epsilon, count } = settings;
  const corrected = mul(mean, scalar(1 / (1 - beta1 ** count)));
  const root = sqrt(mul(meanSquare, scalar(1 / (1 - beta2 ** count))));
  return div(corrected, add(root, scalar(epsilon)));
}

/** The moments after a gradient, and Adam's direction m̂ / (√v̂ + ε), layer by layer. */
export const adamUpdate: (
  grads: readonly Tensor2D[],
  moments: Moments,
  settings: AdamSettings,
) => Moments & { direction: Tensor2D[] } = fused(
  (grads, moments, settings) => {
    const grad = joined(grads);
    const mu = average(moments.mu, grad, settings.beta1);
    const nu = average(moments.nu, square(grad), settings.beta2);
    return { direction: splitLike(adamRatio(mu, nu, settings), grads), mu, nu };
  },
  { wasm: updateOnHeap, webgpu: onGpu("adamOnGpu") },
);

/**
 * The moments after a gradient, and params − rate·d with Adam's direction d, layer by layer. The gradients are used up: on wasm
 * the new params stand in their place.
 */
export const adamMove: (
  grads: readonly Tensor2D[],
  moments: Moments,
  settings: AdamSettings,
  rate: number,
  params: readonly Tensor2D[],
) => Moments & { params: Tensor2D[] } = fused(
  (grads, moments, settings, rate, params) => {
    const { direction, mu, nu } = adamUpdate(grads, moments, settings);
    return { params: addScaled(-rate, direction, params), mu, nu };
  },
  {
    wasm: (heap, grads, moments, settings, rate, params) => ({
      params: [...grads],
      ...runOnHeap(heap, grads, grads, moments, settings, { rate, params }),
    }),
    webgpu: onGpu("adamMoveOnGpu"),
  },
);

/** The mean squares after a gradient, in one row [1, n], and RMSprop's direction g / (√v̂ + ε), layer by layer. */
export const rmsUpdate: (
  grads: readonly Tensor2D[],
  before: Tensor2D,
  settings: Omit<AdamSettings, "beta1">,
) => { direction: Tensor2D[]; nu: Tensor2D } = fused(
  (grads, before, { beta2, epsilon, count }) => {
    const grad = joined(grads);
    const nu = average(before, square(grad), beta2);
    return { direction: splitLike(adamRatio(grad, nu, { beta1: 0, beta2, epsilon, count }), grads), nu };
  },
  { webgpu: (gpu, grads, before, settings) => onGpu("rmsOnGpu")(gpu, grads, before, { beta1: 0, ...settings }) },
);

function updateOnHeap(heap: WasmHeap, grads: readonly Tensor2D[], moments: Moments, settings: AdamSettings) {
  const direction = grads.map(({ shape }) => heap.make<Tensor2D>(shape));
  return { direction, ...runOnHeap(heap, grads, direction, moments, settings, null) };
}

/** The settings as the kernel on wasm takes them. */
export const adamNumbers = ({ beta1, beta2, epsilon, count }: AdamSettings) => ({
  beta1,
  gamma1: 1 - beta1,
  beta2,
  gamma2: 1 - beta2,
  correction1: 1 / (1 - beta1 ** count),
  correction2: 1 / (1 - beta2 ** count),
  epsilon,
});

/** Runs the kernel from gradients to directions, or to the params that a move along them leads to. */
function runOnHeap(
  heap: WasmHeap,
  grads: readonly Tensor2D[],
  to: readonly Tensor2D[],
  moments: Moments,
  settings: AdamSettings,
  move: { rate: number; params: readonly Tensor2D[] } | null,
): Moments {
  const [muFrom, nuFrom] = [heap.at(moments.mu), heap.at(moments.nu)];
  const [mu, nu] = [heap.make<Tensor2D>(moments.mu.shape), heap.make<Tensor2D>(moments.nu.shape)];
  const [muTo, nuTo] = [heap.at(mu), heap.at(nu)];
  let offset = 0;
  grads.forEach((grad, i) => {
    heap.kernels.adam({
      grad: heap.at(grad),
      mu: muFrom + offset,
      nu: nuFrom + offset,
      muTo: muTo + offset,
      nuTo: nuTo + offset,
      params: move ? heap.at(move.params[i] as Tensor2D) : 0,
      to: heap.at(to[i] as Tensor2D),
      size: grad.size,
      rate: move ? -move.rate : 0,
      ...adamNumbers(settings),
    });
    offset += 4 * grad.size;
  });
  return { mu, nu };
}
