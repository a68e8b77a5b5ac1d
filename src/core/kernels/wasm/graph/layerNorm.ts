import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { WasmHeap } from "../heap";
import { graphKernels } from "./heap";

interface RowNorm {
  input: Tensor2D;
  mean: Tensor2D;
  inverseDeviation: Tensor2D;
}

const sizesOf = ({ shape: [rows, width] }: Tensor2D) => ({ rows, width });

export function rowNormForwardOnHeap(
  heap: WasmHeap,
  input: Tensor2D,
  weights: Tensor2D,
  epsilon: number,
): RowNorm & { output: Tensor2D } {
  const { rows, width } = sizesOf(input);
  const [x, w, output] = [heap.at(input), heap.at(weights), heap.make<Tensor2D>(input.shape)];
  const [mean, inverseDeviation] = [heap.make<Tensor2D>([rows, 1]), heap.make<Tensor2D>([rows, 1])];
  graphKernels(heap).layerNormForward({
    ...{ x, w, y: heap.at(output), rows, width, epsilon },
    ...{ mean: heap.at(mean), inverseDeviation: heap.at(inverseDeviation) },
  });
  return { input, mean, inverseDeviation, output };
}

/** Addresses and sizes that every pass asks for. */
const addressesOf = (heap: WasmHeap, { input, mean, inverseDeviation }: RowNorm, weights: Tensor2D) => ({
  x: heap.at(input),
  w: heap.at(weights),
  mean: heap.at(mean),
  inverseDeviation: heap.at(inverseDeviation),
  ...sizesOf(input),
});

export function rowNormBackwardOnHeap(
  heap: WasmHeap,
  pass: RowNorm,
  weights: Tensor2D,
  outputGrad: Tensor2D,
  wanted: { input: boolean },
): { inputGrad: Tensor2D | null; weightGrad: Tensor2D } {
  const addresses = { ...addressesOf(heap, pass, weights), dy: heap.at(outputGrad) };
  const inputGrad = wanted.input ? heap.make<Tensor2D>(pass.input.shape) : null;
  const weightGrad = heap.make<Tensor2D>(weights.shape);
  const grads = { dx: inputGrad ? heap.at(inputGrad) : 0, dw: heap.at(weightGrad) };
  graphKernels(heap).layerNormBackward({ ...addresses, ...grads });
  return { inputGrad, weightGrad };
}

export function rowNormTangentOnHeap(
  heap: WasmHeap,
  pass: RowNorm,
  weights: Tensor2D,
  tangents: { input: Tensor2D | null; weights: Tensor2D | null },
): Tensor2D {
  const [dx, dw] = [tangents.input, tangents.weights].map((tangent) => (tangent ? heap.at(tangent) : 0));
  const addresses = { ...addressesOf(heap, pass, weights), dx: dx as number, dw: dw as number };
  const tangent = heap.make<Tensor2D>(pass.input.shape);
  graphKernels(heap).layerNormTangent({ ...addresses, dy: heap.at(tangent) });
  return tangent;
}
