import { addN, type Scalar, type Tensor2D } from "@tensorflow/tfjs-core";
import { fused } from "./fused";
import { onGpu } from "./gpuKernels";
import { sumOfScalars } from "./linearCombination";
import type {
  Factors,
  PreconditionedGrad,
  Reusable,
  ScaleParameterization,
  SomeFactors,
} from "./operands/preconditioner";
import { requirePairs } from "./pairs";
import { plainApply, plainGrad, plainTrace } from "./plainPreconditioner";
import { addressOf, factorsAt } from "./wasm/factorsAt";
import type { WasmHeap } from "./wasm/heap";

const applyToLayers = fused(
  (grads: readonly Tensor2D[], factors: readonly Factors[], scale: ScaleParameterization): PreconditionedGrad[] =>
    grads.map((G, i) => plainApply(G, factors[i] as Factors, scale)),
  { webgpu: onGpu("applyAllOnGpu") },
);

const gradsOfLayers = fused(
  (
    grads: readonly Tensor2D[],
    outer: readonly Tensor2D[],
    factors: readonly Factors[],
    applied: readonly Reusable[],
    scale: ScaleParameterization,
  ): Factors[] =>
    grads.map(
      (G, i) => plainGrad(G, outer[i] as Tensor2D, factors[i] as Factors, applied[i] as Reusable, scale) as Factors,
    ),
  { webgpu: onGpu("gradAllOnGpu") },
);

/** The step P·G of each layer by four small products at most; no inverse. */
export const applyPreconditioners: (
  grads: readonly Tensor2D[],
  factors: readonly SomeFactors[],
  scale: ScaleParameterization,
) => PreconditionedGrad[] = fused(
  (grads, factors, scale) => {
    requirePairs(grads, factors);
    const { places, full } = fullOnes(factors);
    const together = places.length > 0 ? applyToLayers(at(grads, places), full, scale) : [];
    return inOrder(factors, together, (i) => plainApply(grads[i] as Tensor2D, factors[i] as SomeFactors, scale));
  },
  {
    wasm(heap, grads, factors, scale) {
      requirePairs(grads, factors);
      return grads.map((G, i) => applyOnHeap(heap, G, factors[i] as SomeFactors, scale));
    },
  },
);

/** ∂Q/∂A, ∂Q/∂B and ∂Q/∂S (or ∂Q/∂ log S) of each layer, whose step was W′ = W − D and R = ∂Q/∂W′ (APO.md). */
export const preconditionerGrads: (
  grads: readonly Tensor2D[],
  outer: readonly Tensor2D[],
  factors: readonly SomeFactors[],
  applied: readonly Reusable[],
  scale: ScaleParameterization,
) => SomeFactors[] = fused(
  (grads, outer, factors, applied, scale) => {
    requirePairs(grads, outer);
    const { places, full } = fullOnes(factors);
    const together =
      places.length > 0 ? gradsOfLayers(at(grads, places), at(outer, places), full, at(applied, places), scale) : [];
    return inOrder<SomeFactors>(factors, together, (i) =>
      plainGrad(grads[i] as Tensor2D, outer[i] as Tensor2D, factors[i] as SomeFactors, applied[i] as Reusable, scale),
    );
  },
  {
    wasm(heap, grads, outer, factors, _, scale) {
      requirePairs(grads, outer);
      return grads.map((G, i) => gradOnHeap(heap, G, outer[i] as Tensor2D, factors[i] as SomeFactors, scale));
    },
  },
);

/** tr P = Σ S²_oi ‖a_i‖² ‖b_o‖² over the columns of A and B, of all layers together. */
export const totalTrace: (factors: readonly SomeFactors[], scale: ScaleParameterization) => Scalar = fused(
  (factors, scale) => {
    const { full } = fullOnes(factors);
    const others = factors.filter((each) => !isFull(each)).map((each) => plainTrace(each, scale));
    const traces = [...(full.length > 0 ? [traceOfLayers(full, scale)] : []), ...others];
    return traces.length === 1 ? (traces[0] as Scalar) : sumOfScalars(traces);
  },
  {
    wasm: (heap, factors, scale) =>
      heap.scalar(
        factors.reduce((sum, each) => sum + heap.kernels.preconditionerTrace(factorsAt(heap, each, scale)), 0),
      ),
  },
);

const traceOfLayers: (factors: readonly Factors[], scale: ScaleParameterization) => Scalar = fused(
  (factors, scale) => addN(factors.map((each) => plainTrace(each, scale))),
  { webgpu: onGpu("traceAllOnGpu") },
);

const isFull = (factors: SomeFactors): factors is Factors => factors.A !== undefined && factors.B !== undefined;

/** The layers with both factors, which have kernels for all of them at once, and their places. */
function fullOnes(factors: readonly SomeFactors[]) {
  const places = factors.flatMap((each, i) => (isFull(each) ? [i] : []));
  return { places, full: at(factors, places) as Factors[] };
}

const at = <T>(list: readonly T[], places: readonly number[]): T[] => places.map((i) => list[i] as T);

/** What was made of the layers with both factors, and between them what `make` makes of the others. */
function inOrder<T>(factors: readonly SomeFactors[], together: readonly T[], make: (i: number) => T): T[] {
  let next = 0;
  return factors.map((each, i) => (isFull(each) ? (together[next++] as T) : make(i)));
}

function applyOnHeap(
  heap: WasmHeap,
  G: Tensor2D,
  factors: SomeFactors,
  scale: ScaleParameterization,
): PreconditionedGrad {
  const D = heap.make<Tensor2D>(G.shape);
  heap.kernels.applyPreconditioner({ G: heap.at(G), ...factorsAt(heap, factors, scale), D: heap.at(D) });
  return { D };
}

function gradOnHeap(
  heap: WasmHeap,
  G: Tensor2D,
  R: Tensor2D,
  factors: SomeFactors,
  scale: ScaleParameterization,
): SomeFactors {
  const { A, B, S } = factors;
  const made = <T extends Tensor2D | undefined>(factor: T) => factor && heap.make<Tensor2D>(factor.shape);
  const grads = { A: made(A), B: made(B), S: heap.make<Tensor2D>(S.shape) };
  heap.kernels.preconditionerGrad({
    G: heap.at(G),
    R: heap.at(R),
    ...factorsAt(heap, factors, scale),
    gradA: addressOf(heap, grads.A),
    gradB: addressOf(heap, grads.B),
    gradS: heap.at(grads.S),
  });
  return { ...(grads.A && { A: grads.A }), ...(grads.B && { B: grads.B }), S: grads.S };
}
