import type { Scalar, Tensor2D } from "@tensorflow/tfjs-core";
import type { Applied, Factors, Scale } from "../apo/eigenbasis";
import { type WasmHeap, wasmHeap } from "./wasm/heap";

/** Bytes of a product's panel and tile of so many rows (`assembly/matmul.ts`). */
const productBytes = (depth: number) => 128 + 32 * (depth + 1);

const isLog = (scale: Scale) => Number(scale === "exp");

/** `applyPreconditioner` (core/apo/eigenbasis.ts) as one kernel; null where the composition has to run. */
export function applyFused(G: Tensor2D, { A, B, S }: Factors, scale: Scale): Applied | null {
  const heap = wasmHeap();
  if (!heap) return null;
  const [outputs, inputs] = G.shape;
  const make = () => heap.make<Tensor2D>(G.shape);
  const applied: Applied = { D: make(), GA: make(), U: make(), V: make(), S2: make() };
  const { D, GA, U, V, S2 } = applied;
  const scratch = heap.scratch(4 * outputs * inputs + productBytes(Math.max(outputs, inputs)));
  heap.kernels.applyPreconditioner(
    ...[...addresses(heap, G, A, B, S), isLog(scale), ...addresses(heap, GA, U, S2, V, D)],
    ...[outputs, inputs, scratch],
  );
  return applied;
}

/** `preconditionerGrad` as one kernel. */
export function preconditionerGradFused(
  G: Tensor2D,
  R: Tensor2D,
  { A, B, S }: Factors,
  { GA, U, V, S2 }: Applied,
  scale: Scale,
): Factors | null {
  const heap = wasmHeap();
  if (!heap) return null;
  const [outputs, inputs] = G.shape;
  const largest = Math.max(outputs, inputs);
  const grads: Factors = { A: heap.make(A.shape), B: heap.make(B.shape), S: heap.make(S.shape) };
  const scratch = heap.scratch(4 * (4 * outputs * inputs + largest * largest) + productBytes(largest));
  heap.kernels.preconditionerGrad(
    ...[...addresses(heap, G, R, A, B, S), isLog(scale), ...addresses(heap, GA, U, V, S2)],
    ...[...addresses(heap, grads.A, grads.B, grads.S), outputs, inputs, scratch],
  );
  return grads;
}

/** `preconditionerTrace` as one kernel. */
export function preconditionerTraceFused({ A, B, S }: Factors, scale: Scale): Scalar | null {
  const heap = wasmHeap();
  if (!heap) return null;
  const [outputs, inputs] = S.shape;
  const scratch = heap.scratch(8 * (outputs + inputs));
  const trace = heap.kernels.preconditionerTrace(...addresses(heap, A, B, S), isLog(scale), outputs, inputs, scratch);
  return heap.scalar(trace);
}

const addresses = (heap: WasmHeap, ...tensors: Tensor2D[]): number[] => tensors.map((tensor) => heap.at(tensor));
