import type { Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import type { AttentionPass, AttentionShape } from "../../operands/attention";
import type { WasmHeap } from "../heap";
import { graphKernels } from "./heap";

function sizesOf({ q }: Pick<AttentionPass, "q">, { heads, queries, keys }: AttentionShape) {
  const [rows, width] = q.shape;
  return { count: rows / queries, heads, queries, keys, share: width / heads };
}

const addressesOf = (heap: WasmHeap, { q, k, v }: Omit<AttentionPass, "weights">) => ({
  q: heap.at(q),
  k: heap.at(k),
  v: heap.at(v),
});

export function attendOnHeap(
  heap: WasmHeap,
  projected: Omit<AttentionPass, "weights">,
  tokens: Tensor2D,
  shape: AttentionShape,
): { weights: Tensor3D; context: Tensor2D } {
  const addresses = { ...addressesOf(heap, projected), tokens: heap.at(tokens) };
  const sizes = sizesOf(projected, shape);
  const { count, heads, queries, keys } = sizes;
  const weights = heap.make<Tensor3D>([count * heads, queries, keys]);
  const context = heap.make<Tensor2D>(projected.q.shape);
  graphKernels(heap).attend({
    ...addresses,
    ...{ weights: heap.at(weights), context: heap.at(context) },
    ...{ ...sizes, causal: Number(shape.causal), padding: shape.padding },
  });
  return { weights, context };
}

export function attendBackwardOnHeap(
  heap: WasmHeap,
  pass: AttentionPass,
  contextGrad: Tensor2D,
  shape: AttentionShape,
): { dq: Tensor2D; dk: Tensor2D; dv: Tensor2D } {
  const addresses = { ...addressesOf(heap, pass), weights: heap.at(pass.weights), dc: heap.at(contextGrad) };
  const [dq, dk, dv] = [
    heap.make<Tensor2D>(pass.q.shape),
    heap.make<Tensor2D>(pass.k.shape),
    heap.make<Tensor2D>(pass.v.shape),
  ];
  const grads = { dq: heap.at(dq), dk: heap.at(dk), dv: heap.at(dv) };
  graphKernels(heap).attendBackward({ ...addresses, ...grads, ...sizesOf(pass, shape) });
  return { dq, dk, dv };
}

export function attendTangentOnHeap(
  heap: WasmHeap,
  pass: AttentionPass,
  { dq, dk, dv }: { dq: Tensor2D; dk: Tensor2D; dv: Tensor2D },
  shape: AttentionShape,
): Tensor2D {
  const addresses = { ...addressesOf(heap, pass), weights: heap.at(pass.weights) };
  const along = { dq: heap.at(dq), dk: heap.at(dk), dv: heap.at(dv) };
  const tangent = heap.make<Tensor2D>(pass.q.shape);
  graphKernels(heap).attendTangent({ ...addresses, ...along, dc: heap.at(tangent), ...sizesOf(pass, shape) });
  return tangent;
}
