import {
  div,
  exp,
  log,
  max,
  mean,
  mul,
  neg,
  type Scalar,
  square,
  sub,
  sum,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import { fused } from "./fused";
import { onGpu } from "./gpuKernels";
import type { ValueAndGrad } from "./operands/loss";
import type { WasmHeap } from "./wasm/heap";

type MeanOfRows = (a: Tensor2D, b: Tensor2D) => ValueAndGrad;

/** Mean over the rows of ½‖a − b‖². */
export const meanHalfSquaredDistance: MeanOfRows = fused(plainHalfSquaredDistance, {
  wasm: (heap, a, b) =>
    meanOnHeap(heap, a, (value, grad) =>
      heap.kernels.halfSquaredDistance({ a: heap.at(a), b: heap.at(b), value, grad, count: a.shape[0], size: a.size }),
    ),
  webgpu: (gpu, a, b) => onGpu("lossOnGpu")(gpu, "halfSquaredDistance", a, b),
});

/** Mean over the rows of −Σ t log softmax(f), f and t [count, classes]. */
export const meanSoftmaxCrossEntropy: MeanOfRows = fused(plainSoftmaxCrossEntropy, {
  wasm: (heap, f, t) =>
    meanOnHeap(heap, f, (value, grad) => {
      const [count, classes] = f.shape;
      heap.kernels.softmaxCrossEntropy({ outputs: heap.at(f), targets: heap.at(t), value, grad, count, classes });
    }),
  webgpu: (gpu, outputs, targets) => onGpu("lossOnGpu")(gpu, "softmaxCrossEntropy", outputs, targets),
});

/** Mean over the rows of KL(softmax(reference) ‖ softmax(outputs)), with the gradient along the outputs. */
export const softmaxDivergenceFromOld: MeanOfRows = fused(
  (outputs, reference) => {
    const [now, old] = [softmax(outputs), softmax(reference)];
    const logRatio = sub(now.logP, old.logP);
    return { value: neg(mean(sum(mul(old.p, logRatio), 1))), grad: div(sub(now.p, old.p), outputs.shape[0]) };
  },
  { webgpu: (gpu, outputs, reference) => onGpu("lossOnGpu")(gpu, "softmaxDivergenceFromOld", outputs, reference) },
);

/** Mean over the rows of KL(softmax(outputs) ‖ softmax(reference)), with the gradient along the outputs. */
export const softmaxDivergenceFromNew: MeanOfRows = fused(
  (outputs, reference) => {
    const [now, old] = [softmax(outputs), softmax(reference)];
    const logRatio = sub(now.logP, old.logP);
    // d KL(p ‖ q)/df = p ∘ (log p/q − KL)
    const perExample = sum(mul(now.p, logRatio), 1, true);
    return { value: mean(perExample), grad: div(mul(now.p, sub(logRatio, perExample)), outputs.shape[0]) };
  },
  { webgpu: (gpu, outputs, reference) => onGpu("lossOnGpu")(gpu, "softmaxDivergenceFromNew", outputs, reference) },
);

/** Softmax and its logarithm along the last axis, [count, classes] each, without overflow. */
export function softmax(outputs: Tensor2D): { p: Tensor2D; logP: Tensor2D } {
  const shifted = sub(outputs, max(outputs, 1, true)) as Tensor2D;
  const exponentials = exp(shifted);
  const total = sum(exponentials, 1, true);
  return { p: div(exponentials, total), logP: sub(shifted, log(total)) };
}

function plainHalfSquaredDistance(a: Tensor2D, b: Tensor2D): ValueAndGrad {
  const count = a.shape[0];
  const difference = sub(a, b) as Tensor2D;
  return { value: div(sum(square(difference)), 2 * count), grad: div(difference, count) };
}

function plainSoftmaxCrossEntropy(outputs: Tensor2D, targets: Tensor2D): ValueAndGrad {
  const { p, logP } = softmax(outputs);
  return { value: neg(mean(sum(mul(targets, logP), 1))), grad: div(sub(p, targets), outputs.shape[0]) };
}

/** A mean over the rows of a and its gradient, which `run` writes to these addresses. */
function meanOnHeap(heap: WasmHeap, a: Tensor2D, run: (value: number, grad: number) => void): ValueAndGrad {
  const [value, grad] = [heap.make<Scalar>([]), heap.make<Tensor2D>(a.shape)];
  run(heap.at(value), heap.at(grad));
  return { value, grad };
}
