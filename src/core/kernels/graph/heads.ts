import {
  abs,
  add,
  matMul,
  minimum,
  mul,
  reshape,
  scalar,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tensor4d,
  transpose,
} from "@tensorflow/tfjs-core";
import { softmax } from "../losses";
import type { AttentionShape } from "../operands/attention";

/* What happens within the heads of attention, [count·heads, length, width/heads] each. */

/** So far below any score that its softmax is exactly 0. */
const NEVER = -1e9;

/** Rows of tokens [count·length, width] as heads. */
export function splitHeads(x: Tensor2D, length: number, heads: number): Tensor3D {
  const share = x.shape[1] / heads;
  const perHead = transpose(reshape(x, [-1, length, heads, share]), [0, 2, 1, 3]);
  return reshape(perHead, [-1, length, share]);
}

/** The inverse of `splitHeads`. */
export function joinHeads(x: Tensor3D, length: number, heads: number): Tensor2D {
  const share = x.shape[2];
  const perToken = transpose(reshape(x, [-1, heads, length, share]), [0, 2, 1, 3]);
  return reshape(perToken, [-1, heads * share]);
}

/**
 * What is added to the scores [count·heads, queries, keys]: 0, or so little that the weight is exactly 0, of keys that are padding, and
 * with `causal` of keys behind the query. `tokens` [count, keys] are those of the memory.
 */
export function attentionMask(
  tokens: Tensor2D,
  { padding, heads, causal, queries }: Omit<AttentionShape, "keys">,
): Tensor3D {
  const [count, keys] = tokens.shape;
  const isReal = minimum(abs(sub(tokens, scalar(padding))), scalar(1));
  const ofPadding = reshape(mul(sub(scalar(1), isReal), scalar(NEVER)), [count, 1, 1, keys]);
  // keys behind the query, and as many heads as there are
  const ofPlaces = Float32Array.from({ length: heads * queries * keys }, (_, at) => {
    const [query, key] = [Math.floor(at / keys) % queries, at % keys];
    return causal && key > query ? NEVER : 0;
  });
  return reshape(add(ofPadding, tensor4d(ofPlaces, [1, heads, queries, keys])), [count * heads, queries, keys]);
}

const transposed = (x: Tensor3D): Tensor3D => transpose(x, [0, 2, 1]);
const scaled = (x: Tensor, share: number): Tensor3D => mul(x, scalar(1 / Math.sqrt(share))) as Tensor3D;

/** Softmax of q·k/√share over the keys, and the values weighed with it; without a mask every key counts. */
export function attendInHeads(
  q: Tensor3D,
  k: Tensor3D,
  v: Tensor3D,
  mask?: Tensor3D,
): { weights: Tensor3D; context: Tensor3D } {
  const all = scaled(matMul(q, transposed(k)), q.shape[2]);
  const scores = mask ? add(all, mask) : all;
  const weights = reshape(softmax(reshape(scores, [-1, k.shape[1]])).p, [-1, q.shape[1], k.shape[1]]) as Tensor3D;
  return { weights, context: matMul(weights, v) };
}

interface Attended {
  q: Tensor3D;
  k: Tensor3D;
  v: Tensor3D;
  weights: Tensor3D;
}

/** What a change of the weights before their softmax makes of them, and its adjoint: a∘(ẋ − Σ a∘ẋ). */
const throughSoftmax = (weights: Tensor3D, x: Tensor3D): Tensor3D =>
  mul(weights, sub(x, sum(mul(weights, x), 2, true)));

/** Gradients of q, k and v from the one at the context. */
export function attendBackwardInHeads({ q, k, v, weights }: Attended, dContext: Tensor3D) {
  const dScores = scaled(throughSoftmax(weights, matMul(dContext, transposed(v))), q.shape[2]);
  return {
    dq: matMul(dScores, k) as Tensor3D,
    dk: matMul(transposed(dScores), q) as Tensor3D,
    dv: matMul(transposed(weights), dContext) as Tensor3D,
  };
}

/** The derivative of the context along tangents of q, k and v. */
export function attendTangentInHeads(
  { q, k, v, weights }: Attended,
  { dq, dk, dv }: { dq: Tensor3D; dk: Tensor3D; dv: Tensor3D },
): Tensor3D {
  const dScores = scaled(add(matMul(dq, transposed(k)), matMul(q, transposed(dk))), q.shape[2]);
  return add(matMul(throughSoftmax(weights, dScores), v), matMul(weights, dv));
}
