import { addN, type Scalar, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Applied, Factors, Left, ScaleParameterization } from "../apo/eigenbasis";
import { type WasmHeap, wasmHeap } from "./wasm/heap";
import { gpuHeap } from "./webgpu/heap";
import { applyAllOnGpu, gradAllOnGpu, traceAllOnGpu } from "./webgpu/preconditioner";

/** Bytes of a product's panel and tile of so many rows (`assembly/matmul.ts`). */
const productBytes = (depth: number) => 128 + 32 * (depth + 1);

const isLog = (scale: ScaleParameterization) => Number(scale === "exp");

/** `applyPreconditioners` (core/apo/eigenbasis.ts) by fused kernels; null where the composition has to run. */
export function applyFused(
  grads: readonly Tensor2D[],
  factors: readonly Factors[],
  scale: ScaleParameterization,
): Applied[] | null {
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
  scale: ScaleParameterization,
): Factors[] | null {
  const gpu = gpuHeap();
  if (gpu) return gradAllOnGpu(gpu, grads, outer, factors, applied, scale);
  const heap = wasmHeap();
  if (!heap) return null;
  return grads.map((G, i) => gradOnHeap(heap, G, outer[i] as Tensor2D, factors[i] as Factors, scale));
}

/** `preconditionerTrace` by fused kernels. */
export function preconditionerTraceFused(factors: readonly Factors[], scale: ScaleParameterization): Scalar | null {
  const gpu = gpuHeap();
  if (gpu) return traceAllOnGpu(gpu, factors, scale);
  const heap = wasmHeap();
  return heap && addN(factors.map((each) => traceOnHeap(heap, each, scale)));
}

function applyOnHeap(heap: WasmHeap, G: Tensor2D, { A, B, S }: Factors, scale: ScaleParameterization): Applied {
  const [outputs, inputs] = G.shape;
  const D = heap.make<Tensor2D>(G.shape);
  const scratch = heap.scratch(8 * outputs * inputs + productBytes(Math.max(outputs, inputs)));
  heap.kernels.applyPreconditioner(...addresses(heap, G, A, B, S), isLog(scale), heap.at(D), outputs, inputs, scratch);
  return { D };
}

function gradOnHeap(
  heap: WasmHeap,
  G: Tensor2D,
  R: Tensor2D,
  { A, B, S }: Factors,
  scale: ScaleParameterization,
): Factors {
  const [outputs, inputs] = G.shape;
  const grads: Factors = { A: heap.make(A.shape), B: heap.make(B.shape), S: heap.make(S.shape) };
  const scratch = heap.scratch(16 * outputs * inputs + productBytes(2 * Math.max(outputs, inputs)));
  heap.kernels.preconditionerGrad(
    ...[...addresses(heap, G, R, A, B, S), isLog(scale)],
    ...[...addresses(heap, grads.A, grads.B, grads.S), outputs, inputs, scratch],
  );
  return grads;
}

function traceOnHeap(heap: WasmHeap, { A, B, S }: Factors, scale: ScaleParameterization): Scalar {
  const [outputs, inputs] = S.shape;
  const scratch = heap.scratch(8 * (outputs + inputs));
  const trace = heap.kernels.preconditionerTrace(...addresses(heap, A, B, S), isLog(scale), outputs, inputs, scratch);
  return heap.scalar(trace);
}

const addresses = (heap: WasmHeap, ...tensors: Tensor2D[]): number[] => tensors.map((tensor) => heap.at(tensor));
