import { addN, type Scalar, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Applied, Factors, Left, Scale } from "../apo/eigenbasis";
import { type WasmHeap, wasmHeap } from "./wasm/heap";
import { gpuHeap } from "./webgpu/heap";
import { applyAllOnGpu, gradAllOnGpu, traceAllOnGpu } from "./webgpu/preconditioner";

/** `applyPreconditioners` (core/apo/eigenbasis.ts) by fused kernels; null where the composition has to run. */
export function applyFused(grads: readonly Tensor2D[], factors: readonly Factors[], scale: Scale): Applied[] | null {
  const gpu = gpuHeap();
  if (gpu) return applyAllOnGpu(gpu, grads, factors, scale);
  const heap = wasmHeap();
  return heap && grads.map((G, i) => applyOnHeap(heap, G, factors[i] as Factors, scale));
}

/** `preconditionerGrads` by fused kernels. */
export function preconditionerGradsFused(
  grads: readonly Tensor2D[],
  outer: readonly Tensor2D[],
  factors: readonly Factors[],
  applied: readonly Left[],
  scale: Scale,
): Factors[] | null {
  const gpu = gpuHeap();
  if (gpu) return gradAllOnGpu(gpu, grads, outer, factors, applied, scale);
  const heap = wasmHeap();
  if (!heap) return null;
  return grads.map((G, i) => gradOnHeap(heap, G, outer[i] as Tensor2D, factors[i] as Factors, scale));
}

/** `preconditionerTrace` by fused kernels. */
export function preconditionerTraceFused(factors: readonly Factors[], scale: Scale): Scalar | null {
  const gpu = gpuHeap();
  if (gpu) return traceAllOnGpu(gpu, factors, scale);
  const heap = wasmHeap();
  return heap && addN(factors.map((each) => traceOnHeap(heap, each, scale)));
}

function applyOnHeap(heap: WasmHeap, G: Tensor2D, factors: Factors, scale: Scale): Applied {
  const D = heap.make<Tensor2D>(G.shape);
  heap.kernels.applyPreconditioner({ G: heap.at(G), ...factorsAt(heap, factors, scale), D: heap.at(D) });
  return { D };
}

function gradOnHeap(heap: WasmHeap, G: Tensor2D, R: Tensor2D, factors: Factors, scale: Scale): Factors {
  const { A, B, S } = factors;
  const grads: Factors = { A: heap.make(A.shape), B: heap.make(B.shape), S: heap.make(S.shape) };
  heap.kernels.preconditionerGrad({
    ...{ G: heap.at(G), R: heap.at(R), ...factorsAt(heap, factors, scale) },
    ...{ gradA: heap.at(grads.A), gradB: heap.at(grads.B), gradS: heap.at(grads.S) },
  });
  return grads;
}

const traceOnHeap = (heap: WasmHeap, factors: Factors, scale: Scale): Scalar =>
  heap.scalar(heap.kernels.preconditionerTrace(factorsAt(heap, factors, scale)));

const factorsAt = (heap: WasmHeap, { A, B, S }: Factors, scale: Scale) => ({
  ...{ A: heap.at(A), B: heap.at(B), S: heap.at(S), isLog: Number(scale === "exp") },
  ...{ outputs: S.shape[0], inputs: S.shape[1] },
});
