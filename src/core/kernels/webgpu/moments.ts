import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { AdamSettings, Moments } from "../operands/moments";
import { eachValue, type Member } from "./elementwise";
import type { GpuHeap } from "./heap";

const shapesOf = (tensors: readonly Tensor[]) => tensors.map(({ shape }) => shape);

/** Members of a list whose values lie end to end in rows [1, n], from `start` on: `make` is told the layer and gives the part of a row that is its. */
function alongRows(
  layers: readonly Tensor2D[],
  make: (i: number, part: (row: Tensor2D) => { tensor: Tensor; from: number }) => Omit<Member, "size">,
  start = 0,
): Member[] {
  let next = start;
  return layers.map(({ size }, i) => {
    const from = next;
    next += size;
    return { size, ...make(i, (tensor) => ({ tensor, from })) };
  });
}

const MEAN_SQUARE = "let square = numbers.beta2 * v + numbers.rest2 * (g * g);";
const ROOT = "(sqrt(square * numbers.scale2) + numbers.epsilon)";
const ADAM = `let mean = numbers.beta1 * m + numbers.rest1 * g;
  ${MEAN_SQUARE}
  let d = (mean * numbers.scale1) / ${ROOT};`;

const numbersOf = ({ beta1, beta2, epsilon, count }: AdamSettings) => ({
  ...{ beta1, rest1: 1 - beta1, beta2, rest2: 1 - beta2, epsilon },
  ...{ scale1: 1 / (1 - beta1 ** count), scale2: 1 / (1 - beta2 ** count) },
});

/** `adamUpdate` (kernels/adam.ts) in one launch. */
export function adamOnGpu(
  gpu: GpuHeap,
  grads: readonly Tensor2D[],
  moments: Moments,
  settings: AdamSettings,
): Moments & { direction: Tensor2D[] } {
  const [mu, nu] = gpu.makeList<Tensor2D>([moments.mu.shape, moments.nu.shape]) as [Tensor2D, Tensor2D];
  const direction = gpu.makeList<Tensor2D>(shapesOf(grads));
  const members = alongRows(grads, (i, part) => ({
    outputs: { mean: part(mu), square: part(nu), d: direction[i] as Tensor2D },
    inputs: { g: grads[i] as Tensor2D, m: part(moments.mu), v: part(moments.nu) },
  }));
  eachValue(gpu, "adam", ADAM, members, numbersOf(settings));
  return { direction, mu, nu };
}

/** `adamMove` in one launch. */
export function adamMoveOnGpu(
  gpu: GpuHeap,
  grads: readonly Tensor2D[],
  moments: Moments,
  settings: AdamSettings,
  rate: number,
  params: readonly Tensor2D[],
): Moments & { params: Tensor2D[] } {
  const made = gpu.makeList<Tensor2D>([moments.mu.shape, moments.nu.shape, ...shapesOf(params)]);
  const [mu, nu, ...moved] = made as [Tensor2D, Tensor2D, ...Tensor2D[]];
  const members = alongRows(grads, (i, part) => ({
    outputs: { mean: part(mu), square: part(nu), moved: moved[i] as Tensor2D },
    inputs: { g: grads[i] as Tensor2D, m: part(moments.mu), v: part(moments.nu), w: params[i] as Tensor2D },
  }));
  const rule = `${ADAM} let moved = numbers.step * d + w;`;
  eachValue(gpu, "adamMove", rule, members, { ...numbersOf(settings), step: -rate });
  return { params: moved, mu, nu };
}

/**
 * `adamMove` in one launch, of params and moments where they lie; the values of the moments from `start` on are those of these params.
 */
export function adamInPlaceOnGpu(
  gpu: GpuHeap,
  grads: readonly Tensor2D[],
  { mu, nu, start }: Moments & { start: number },
  settings: AdamSettings,
  rate: number,
  params: readonly Tensor2D[],
): void {
  const members = alongRows(
    grads,
    (i, part) => ({
      moved: { m: part(mu), v: part(nu), w: params[i] as Tensor2D },
      outputs: {},
      inputs: { g: grads[i] as Tensor2D },
    }),
    start,
  );
  for (const tensor of [mu, nu, ...params]) gpu.forget(tensor);
  const rule = `${ADAM} let next_m = mean; let next_v = square; let next_w = numbers.step * d + w;`;
  eachValue(gpu, "adamInPlace", rule, members, { ...numbersOf(settings), step: -rate });
}

/** `averageEach` in one launch. */
export function averagesOnGpu(
  gpu: GpuHeap,
  old: readonly Tensor2D[],
  now: readonly Tensor2D[],
  beta: number,
): Tensor2D[] {
  const averages = gpu.makeList<Tensor2D>(shapesOf(old));
  const members = averages.map((to, i) => ({
    size: to.size,
    outputs: { to },
    inputs: { old: old[i] as Tensor2D, now: now[i] as Tensor2D },
  }));
  eachValue(gpu, "averages", "let to = numbers.beta * old + numbers.rest * now;", members, { beta, rest: 1 - beta });
  return averages;
}

/** `rmsUpdate` in one launch. */
export function rmsOnGpu(
  gpu: GpuHeap,
  grads: readonly Tensor2D[],
  before: Tensor2D,
  settings: AdamSettings,
): { direction: Tensor2D[]; nu: Tensor2D } {
  const nu = gpu.make<Tensor2D>(before.shape);
  const direction = gpu.makeList<Tensor2D>(shapesOf(grads));
  const members = alongRows(grads, (i, part) => ({
    outputs: { square: part(nu), d: direction[i] as Tensor2D },
    inputs: { g: grads[i] as Tensor2D, v: part(before) },
  }));
  eachValue(gpu, "rms", `${MEAN_SQUARE} let d = g / ${ROOT};`, members, numbersOf(settings));
  return { direction, nu };
}
