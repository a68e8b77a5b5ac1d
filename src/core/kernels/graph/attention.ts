import type { Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import { fused } from "../fused";
import { onGpu } from "../gpuKernels";
import type { AttentionPass, AttentionShape } from "../operands/attention";
import { attendBackwardOnHeap, attendOnHeap, attendTangentOnHeap } from "../wasm/graph/attention";
import {
  attendBackwardInHeads,
  attendInHeads,
  attendTangentInHeads,
  attentionMask,
  joinHeads,
  splitHeads,
} from "./heads";

/** Gradients or tangents of q, k and v. */
export interface AttentionGrads {
  dq: Tensor2D;
  dk: Tensor2D;
  dv: Tensor2D;
}

/**
 * The weights, softmax of q·k/√share over the keys that count, and the context [count·queries, width]; `tokens` [count, keys] are
 * the memory's.
 */
export const attend: (
  projected: Omit<AttentionPass, "weights">,
  tokens: Tensor2D,
  shape: AttentionShape,
) => { weights: Tensor3D; context: Tensor2D } = fused(plainAttend, {
  wasm: attendOnHeap,
  webgpu: onGpu("attendOnGpu"),
});

/** Gradients of q, k and v from the one at the context. */
export const attendBackward: (pass: AttentionPass, contextGrad: Tensor2D, shape: AttentionShape) => AttentionGrads =
  fused(plainBackward, { wasm: attendBackwardOnHeap, webgpu: onGpu("attendBackwardOnGpu") });

/** The derivative of the context along tangents of q, k and v. */
export const attendTangent: (pass: AttentionPass, tangents: AttentionGrads, shape: AttentionShape) => Tensor2D = fused(
  plainTangent,
  { wasm: attendTangentOnHeap, webgpu: onGpu("attendTangentOnGpu") },
);

const inHeads = ({ q, k, v }: Omit<AttentionPass, "weights">, { heads, queries, keys }: AttentionShape) => ({
  q: splitHeads(q, queries, heads),
  k: splitHeads(k, keys, heads),
  v: splitHeads(v, keys, heads),
});

function plainAttend(projected: Omit<AttentionPass, "weights">, tokens: Tensor2D, shape: AttentionShape) {
  const { q, k, v } = inHeads(projected, shape);
  const { weights, context } = attendInHeads(q, k, v, attentionMask(tokens, shape));
  return { weights, context: joinHeads(context, shape.queries, shape.heads) };
}

function plainBackward(pass: AttentionPass, contextGrad: Tensor2D, shape: AttentionShape): AttentionGrads {
  const { heads, queries, keys } = shape;
  const split = { ...inHeads(pass, shape), weights: pass.weights };
  const { dq, dk, dv } = attendBackwardInHeads(split, splitHeads(contextGrad, queries, heads));
  return { dq: joinHeads(dq, queries, heads), dk: joinHeads(dk, keys, heads), dv: joinHeads(dv, keys, heads) };
}

function plainTangent(pass: AttentionPass, { dq, dk, dv }: AttentionGrads, shape: AttentionShape): Tensor2D {
  const split = { ...inHeads(pass, shape), weights: pass.weights };
  const along = inHeads({ q: dq, k: dk, v: dv }, shape);
  const tangent = attendTangentInHeads(split, { dq: along.q, dk: along.k, dv: along.v });
  return joinHeads(tangent, shape.queries, shape.heads);
}
