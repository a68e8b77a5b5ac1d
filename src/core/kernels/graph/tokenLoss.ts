import { mul, neg, type Scalar, sub, sum, type Tensor2D } from "@tensorflow/tfjs-core";
import { fused } from "../fused";
import { onGpu } from "../gpuKernels";
import { softmax } from "../losses";
import type { ValueAndGrad } from "../operands/loss";
import { graphKernels } from "../wasm/graph/heap";
import type { WasmHeap } from "../wasm/heap";
import { oneHotRows } from "./oneHotRows";

type OfRows = (outputs: Tensor2D, other: Tensor2D, shares: Tensor2D) => ValueAndGrad;

/** −Σ share · log softmax(f)[token] of outputs [rows, vocabulary] and tokens [rows, 1], the rows weighed with shares [rows, 1]. */
export const meanTokenCrossEntropy: OfRows = fused(plainCrossEntropy, {
  wasm(heap, f, target, shares) {
    const { addresses, made } = onHeap(heap, f, shares);
    graphKernels(heap).tokenCrossEntropy({ ...addresses, tokens: heap.at(target) });
    return made;
  },
  webgpu: (gpu, f, target, shares) => onGpu("tokenLossOnGpu")(gpu, "tokenCrossEntropy", f, target, shares),
});

/** Σ share · KL(softmax(reference) ‖ softmax(outputs)), with the gradient along the outputs. */
export const tokenDivergenceFromOld: OfRows = fused(
  (outputs, reference, shares) => {
    const [now, old] = [softmax(outputs), softmax(reference)];
    const logRatio = sub(now.logP, old.logP);
    return { value: neg(sum(mul(shares, mul(old.p, logRatio)))), grad: mul(shares, sub(now.p, old.p)) };
  },
  {
    wasm: (heap, f, reference, shares) => divergenceOnHeap(heap, f, reference, shares, 0),
    webgpu: (gpu, f, reference, shares) => onGpu("tokenLossOnGpu")(gpu, "tokenDivergenceFromOld", f, reference, shares),
  },
);

/** Σ share · KL(softmax(outputs) ‖ softmax(reference)), with the gradient along the outputs. */
export const tokenDivergenceFromNew: OfRows = fused(
  (outputs, reference, shares) => {
    const [now, old] = [softmax(outputs), softmax(reference)];
    const logRatio = sub(now.logP, old.logP);
    // d KL(p ‖ q)/df = p ∘ (log p/q − KL)
    const perToken = sum(mul(now.p, logRatio), 1, true);
    return { value: sum(mul(shares, perToken)), grad: mul(shares, mul(now.p, sub(logRatio, perToken))) };
  },
  {
    wasm: (heap, f, reference, shares) => divergenceOnHeap(heap, f, reference, shares, 1),
    webgpu: (gpu, f, reference, shares) => onGpu("tokenLossOnGpu")(gpu, "tokenDivergenceFromNew", f, reference, shares),
  },
);

function plainCrossEntropy(outputs: Tensor2D, tokens: Tensor2D, shares: Tensor2D): ValueAndGrad {
  const { p, logP } = softmax(outputs);
  const targets = oneHotRows(tokens, outputs.shape[1]);
  return { value: neg(sum(mul(shares, mul(targets, logP)))), grad: mul(shares, sub(p, targets)) };
}

function divergenceOnHeap(
  heap: WasmHeap,
  f: Tensor2D,
  reference: Tensor2D,
  shares: Tensor2D,
  fromNew: number,
): ValueAndGrad {
  const { addresses, made } = onHeap(heap, f, shares);
  graphKernels(heap).tokenDivergence({ ...addresses, reference: heap.at(reference), fromNew });
  return made;
}

/** A value and its gradient that a kernel is to make, and what it needs for that. */
function onHeap(heap: WasmHeap, f: Tensor2D, shares: Tensor2D) {
  const [rows, classes] = f.shape;
  const from = { outputs: heap.at(f), shares: heap.at(shares), rows, classes };
  const made = { value: heap.make<Scalar>([]), grad: heap.make<Tensor2D>(f.shape) };
  return { made, addresses: { ...from, value: heap.at(made.value), grad: heap.at(made.grad) } };
}
