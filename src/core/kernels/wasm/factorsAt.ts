import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { ScaleParameterization, SomeFactors } from "../operands/preconditioner";
import type { WasmHeap } from "./heap";

/** 0 where there is no such factor. */
export const addressOf = (heap: WasmHeap, factor: Tensor2D | undefined) => (factor ? heap.at(factor) : 0);

/** What the kernels of a preconditioner are told of its factors. */
export const factorsAt = (heap: WasmHeap, { A, B, S }: SomeFactors, scale: ScaleParameterization) => ({
  A: addressOf(heap, A),
  B: addressOf(heap, B),
  S: heap.at(S),
  isLog: Number(scale === "exp"),
  outputs: S.shape[0],
  inputs: S.shape[1],
});
