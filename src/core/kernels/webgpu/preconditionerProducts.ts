import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Factors, PreconditionedGrad, Reusable, Reused, ScaleParameterization } from "../operands/preconditioner";
import { eachValue } from "./elementwise";
import type { GpuHeap } from "./heap";
import { multiplyAll } from "./products";

/*
 * P·G and the gradient along its factors for layers whose products are worth a launch each: there a thread computes a block of
 * values, where the chain of preconditioner.ts reads two operands for each multiplication.
 */

/** Multiplications of a layer's largest product from which on products pay: G·A of 785 inputs and 64 outputs has 39 million. */
const LARGE = 2 ** 25;

export const isLargeLayer = ({ shape: [outputs, inputs] }: Tensor2D): boolean =>
  outputs * inputs * Math.max(outputs, inputs) >= LARGE;

/** WGSL of S² of a value of S. */
export const squared = (scale: ScaleParameterization, S: string): string =>
  scale === "exp" ? `exp(${S}) * exp(${S})` : `${S} * ${S}`;

const at = <T>(list: readonly T[], i: number) => list[i] as T;

/** New tensors of the shapes of these. */
const likeAll = (gpu: GpuHeap, tensors: readonly Tensor2D[]): Tensor2D[] =>
  gpu.makeList(tensors.map(({ shape }) => shape));

/** B (S²∘(Bᵀ (G A))) Aᵀ of each layer. */
export function applyByProducts(
  gpu: GpuHeap,
  grads: readonly Tensor2D[],
  factors: readonly Factors[],
  scale: ScaleParameterization,
): PreconditionedGrad[] {
  const { inner: GA, outer: U } = inBases(gpu, grads, factors);
  const scales = gpu.makeList<Tensor2D>(grads.flatMap(({ shape }) => [shape, shape]));
  const layers = factors.map((each, i) => ({ ...each, S2: at(scales, 2 * i), V: at(scales, 2 * i + 1), U: at(U, i) }));
  eachValue(
    gpu,
    `scaleOfLargeLayers ${scale}`,
    `let S2 = ${squared(scale, "S")}; let V = S2 * U;`,
    layers.map(({ S, U, S2, V }) => ({ size: S.size, outputs: { S2, V }, inputs: { S, U } })),
  );
  const BV = likeAll(gpu, grads);
  multiplyAll(
    gpu,
    1,
    layers.map(({ B, V }, i) => ({ to: at(BV, i), terms: [[B, V]] })),
  );
  const D = likeAll(gpu, grads);
  multiplyAll(
    gpu,
    1,
    layers.map(({ A }, i) => ({ to: at(D, i), terms: [[at(BV, i), { transposed: A }]] })),
  );
  return layers.map(({ U, V, S2 }, i) => ({ D: at(D, i), reuse: { GA: at(GA, i), U, V, S2 } }));
}

/** ∂Q/∂A, ∂Q/∂B and ∂Q/∂S (or ∂Q/∂ log S) of each layer. */
export function gradByProducts(
  gpu: GpuHeap,
  grads: readonly Tensor2D[],
  outer: readonly Tensor2D[],
  factors: readonly Factors[],
  applied: readonly Reusable[],
  scale: ScaleParameterization,
): Factors[] {
  const { inner: RA, outer: RU } = inBases(gpu, outer, factors);
  const made = gpu.makeList<Tensor2D>(factors.flatMap(({ A, B, S }) => [A.shape, B.shape, S.shape]));
  const W = likeAll(gpu, grads);
  const layers = factors.map((each, i) => ({
    ...each,
    reused: applied[i]?.reuse as Reused,
    W: at(W, i),
    grad: { A: at(made, 3 * i), B: at(made, 3 * i + 1), S: at(made, 3 * i + 2) },
  }));
  // W = S²∘(Bᵀ R A); d S²/dS = 2S, d S²/d log S = 2S²
  eachValue(
    gpu,
    `scaleGradOfLargeLayers ${scale}`,
    `let W = S2 * RU; let dS = -2.0 * ${scale === "exp" ? "S2" : "S"} * (U * RU);`,
    layers.map(({ S, reused: { U, S2 }, W, grad }, i) => ({
      size: S.size,
      outputs: { W, dS: grad.S },
      inputs: { S, U, S2, RU: at(RU, i) },
    })),
  );
  const back = gpu.makeList<Tensor2D>(grads.flatMap(({ shape }) => [shape, shape]));
  multiplyAll(
    gpu,
    1,
    layers.flatMap(({ B, reused: { V }, W }, i) => [
      { to: at(back, 2 * i), terms: [[B, V] as const] },
      { to: at(back, 2 * i + 1), terms: [[B, W] as const] },
    ]),
  );
  multiplyAll(
    gpu,
    -1,
    layers.flatMap(({ reused: { GA, V }, W, grad }, i) => [
      {
        to: grad.A,
        terms: [
          [{ transposed: at(outer, i) }, at(back, 2 * i)] as const,
          [{ transposed: at(grads, i) }, at(back, 2 * i + 1)] as const,
        ],
      },
      {
        to: grad.B,
        terms: [[at(RA, i), { transposed: V }] as const, [GA, { transposed: W }] as const],
      },
    ]),
  );
  return layers.map(({ grad }) => grad);
}

/** X·A and Bᵀ·X·A of each layer. */
function inBases(gpu: GpuHeap, matrices: readonly Tensor2D[], factors: readonly Factors[]) {
  const inner = likeAll(gpu, matrices);
  multiplyAll(
    gpu,
    1,
    matrices.map((X, i) => ({ to: at(inner, i), terms: [[X, at(factors, i).A]] })),
  );
  const outer = likeAll(gpu, matrices);
  multiplyAll(
    gpu,
    1,
    factors.map(({ B }, i) => ({ to: at(outer, i), terms: [[{ transposed: B }, at(inner, i)]] })),
  );
  return { inner, outer };
}
