import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import { activateInPlace, activationGrad } from "../../activation";
import type { Activation } from "../../operands/activation";
import type { NormPass } from "../../operands/norm";
import type { WasmHeap } from "../heap";
import { graphKernels } from "./heap";

/** The kernels know of ReLU alone. */
const reluOf = (activation: Activation) => Number(activation === "relu");

/** The activation that is no part of the kernels. */
const restOf = (activation: Activation): Activation => (activation === "relu" ? "linear" : activation);

const sizesOf = ({ size }: Tensor, { shape: [channels] }: Tensor2D) => ({ rows: size / channels, channels });

export function normForwardOnHeap(
  heap: WasmHeap,
  input: Tensor,
  weights: Tensor2D,
  epsilon: number,
  activation: Activation,
): NormPass & { variance: Tensor } {
  const [x, w, output] = [heap.at(input), heap.at(weights), heap.make(input.shape)];
  const sizes = sizesOf(input, weights);
  const moment = () => heap.make([sizes.channels]);
  const moments = { mean: moment(), variance: moment(), inverseDeviation: moment() };
  const { mean, variance, inverseDeviation } = moments;
  graphKernels(heap).batchNormForward({
    ...{ x, w, y: heap.at(output), ...sizes, epsilon, relu: reluOf(activation) },
    ...{ mean: heap.at(mean), variance: heap.at(variance), inverseDeviation: heap.at(inverseDeviation) },
  });
  activateInPlace(heap, restOf(activation), output);
  return { input, output, ...moments };
}

/** Addresses and sizes that every pass asks for. */
const addressesOf = (heap: WasmHeap, { input, output, mean, inverseDeviation }: NormPass, weights: Tensor2D) => ({
  x: heap.at(input),
  w: heap.at(weights),
  y: heap.at(output),
  mean: heap.at(mean),
  inverseDeviation: heap.at(inverseDeviation),
  ...sizesOf(input, weights),
});

export function normBackwardOnHeap(
  heap: WasmHeap,
  pass: NormPass,
  weights: Tensor2D,
  outputGrad: Tensor,
  activation: Activation,
  wanted: { input: boolean },
): { inputGrad: Tensor | null; weightGrad: Tensor2D } {
  const grad = activationGrad(restOf(activation), pass.output, outputGrad);
  const addresses = addressesOf(heap, pass, weights);
  const dy = heap.at(grad);
  const inputGrad = wanted.input ? heap.make(pass.input.shape) : null;
  const weightGrad = heap.make<Tensor2D>(weights.shape);
  graphKernels(heap).batchNormBackward({
    ...addresses,
    ...{ dy, dx: inputGrad ? heap.at(inputGrad) : 0, dw: heap.at(weightGrad), relu: reluOf(activation) },
  });
  return { inputGrad, weightGrad };
}

export function normTangentOnHeap(
  heap: WasmHeap,
  pass: NormPass,
  weights: Tensor2D,
  tangents: { input: Tensor | null; weights: Tensor2D | null },
  activation: Activation,
): Tensor {
  const [dx, dw] = [tangents.input, tangents.weights].map((tangent) => (tangent ? heap.at(tangent) : 0));
  const addresses = addressesOf(heap, pass, weights);
  const tangent = heap.make(pass.input.shape);
  graphKernels(heap).batchNormTangent({
    ...addresses,
    ...{ dx: dx as number, dw: dw as number, dy: heap.at(tangent), relu: reluOf(activation) },
  });
  return activationGrad(restOf(activation), pass.output, tangent);
}
