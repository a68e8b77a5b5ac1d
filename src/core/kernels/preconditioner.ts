import {
  add,
  addN,
  exp,
  matMul,
  mul,
  neg,
  type Scalar,
  scalar,
  square,
  sum,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import { fused } from "./fused";
import { matMulTransposedA, matMulTransposedB } from "./matMul";
import type { Factors, PreconditionedGrad, Reusable, ScaleParameterization } from "./operands/preconditioner";
import { requirePairs } from "./pairs";
import type { WasmHeap } from "./wasm/heap";
import { applyAllOnGpu, gradAllOnGpu, traceAllOnGpu } from "./webgpu/preconditioner";

const applyToLayers = fused(
  (grads: readonly Tensor2D[], factors: readonly Factors[], scale: ScaleParameterization): PreconditionedGrad[] =>
    grads.map((G, i) => plainApply(G, factors[i] as Factors, scale)),
  {
    wasm: (heap, grads, factors, scale) => grads.map((G, i) => applyOnHeap(heap, G, factors[i] as Factors, scale)),
    webgpu: applyAllOnGpu,
  },
);

const gradsOfLayers = fused(
  (
    grads: readonly Tensor2D[],
    outer: readonly Tensor2D[],
    factors: readonly Factors[],
    applied: readonly Reusable[],
    scale: ScaleParameterization,
  ): Factors[] =>
    grads.map((G, i) => plainGrad(G, outer[i] as Tensor2D, factors[i] as Factors, applied[i] as Reusable, scale)),
  {
    wasm: (heap, grads, outer, factors, _, scale) =>
      grads.map((G, i) => gradOnHeap(heap, G, outer[i] as Tensor2D, factors[i] as Factors, scale)),
    webgpu: gradAllOnGpu,
  },
);

/** The step P·G of each layer by four small products; no inverse. */
export function applyPreconditioners(
  grads: readonly Tensor2D[],
  factors: readonly Factors[],
  scale: ScaleParameterization,
): PreconditionedGrad[] {
  requirePairs(grads, factors);
  return applyToLayers(grads, factors, scale);
}

/** ∂Q/∂A, ∂Q/∂B and ∂Q/∂S (or ∂Q/∂ log S) of each layer, whose step was W′ = W − D and R = ∂Q/∂W′ (APO.md). */
export function preconditionerGrads(
  grads: readonly Tensor2D[],
  outer: readonly Tensor2D[],
  factors: readonly Factors[],
  applied: readonly Reusable[],
  scale: ScaleParameterization,
): Factors[] {
  requirePairs(grads, outer);
  return gradsOfLayers(grads, outer, factors, applied, scale);
}

/** tr P = Σ S²_oi ‖a_i‖² ‖b_o‖² over the columns of A and B, of all layers together. */
export const totalTrace: (factors: readonly Factors[], scale: ScaleParameterization) => Scalar = fused(
  (factors, scale) => addN(factors.map((each) => plainTrace(each, scale))),
  {
    wasm: (heap, factors, scale) => addN(factors.map((each) => traceOnHeap(heap, each, scale))),
    webgpu: traceAllOnGpu,
  },
);

/** S∘S, [out, in]. */
const squaredScale = (S: Tensor2D, scale: ScaleParameterization): Tensor2D => square(scale === "exp" ? exp(S) : S);

function plainApply(G: Tensor2D, { A, B, S }: Factors, scale: ScaleParameterization): PreconditionedGrad {
  const GA = matMul(G, A) as Tensor2D;
  const U = matMulTransposedA(B, GA);
  const S2 = squaredScale(S, scale);
  const V = mul(S2, U) as Tensor2D;
  return { D: matMulTransposedB(matMul(B, V), A), reuse: { GA, U, V, S2 } };
}

function plainGrad(
  G: Tensor2D,
  R: Tensor2D,
  { A, B, S }: Factors,
  { reuse }: Reusable,
  scale: ScaleParameterization,
): Factors {
  if (!reuse) throw new Error("P·G of a fused kernel has nothing that the composed gradient could reuse.");
  const { GA, U, V, S2 } = reuse;
  const RA = matMul(R, A) as Tensor2D;
  const RU = matMulTransposedA(B, RA);
  const scaledRU = mul(S2, RU) as Tensor2D;
  const gradB = add(matMulTransposedB(RA, V), matMulTransposedB(GA, scaledRU));
  const gradA = add(matMulTransposedA(R, matMul(B, V)), matMulTransposedA(G, matMul(B, scaledRU)));
  // d S²/dS = 2S; d S²/d log S = 2S²
  const slope = mul(scalar(-2), scale === "exp" ? S2 : S);
  return { A: neg(gradA) as Tensor2D, B: neg(gradB) as Tensor2D, S: mul(slope, mul(U, RU)) };
}

function plainTrace({ A, B, S }: Factors, scale: ScaleParameterization): Scalar {
  const columnsOfB = sum(square(B), 0, true) as Tensor2D;
  const columnsOfA = sum(square(A), 0, true) as Tensor2D;
  return sum(mul(matMul(columnsOfB, squaredScale(S, scale)), columnsOfA));
}

function applyOnHeap(heap: WasmHeap, G: Tensor2D, factors: Factors, scale: ScaleParameterization): PreconditionedGrad {
  const D = heap.make<Tensor2D>(G.shape);
  heap.kernels.applyPreconditioner({ G: heap.at(G), ...factorsAt(heap, factors, scale), D: heap.at(D) });
  return { D };
}

function gradOnHeap(heap: WasmHeap, G: Tensor2D, R: Tensor2D, factors: Factors, scale: ScaleParameterization): Factors {
  const { A, B, S } = factors;
  const grads: Factors = { A: heap.make(A.shape), B: heap.make(B.shape), S: heap.make(S.shape) };
  heap.kernels.preconditionerGrad({
    G: heap.at(G),
    R: heap.at(R),
    ...factorsAt(heap, factors, scale),
    gradA: heap.at(grads.A),
    gradB: heap.at(grads.B),
    gradS: heap.at(grads.S),
  });
  return grads;
}

const traceOnHeap = (heap: WasmHeap, factors: Factors, scale: ScaleParameterization): Scalar =>
  heap.scalar(heap.kernels.preconditionerTrace(factorsAt(heap, factors, scale)));

const factorsAt = (heap: WasmHeap, { A, B, S }: Factors, scale: ScaleParameterization) => ({
  A: heap.at(A),
  B: heap.at(B),
  S: heap.at(S),
  isLog: Number(scale === "exp"),
  outputs: S.shape[0],
  inputs: S.shape[1],
});
