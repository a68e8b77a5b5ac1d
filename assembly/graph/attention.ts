import { exponentialOf } from "./exponential";
import { across, addTimes, dot, largestOf } from "./rows";

/*
 * Attention within heads. q is [count·queries, width], k and v are [count·keys, width]; head h has `share` columns of each, from h·share on.
 * The weights are [count·heads, queries, keys].
 */

/** So far below any score that its softmax is exactly 0. */
const NEVER: f32 = -1e9;

/** A row of scores in whole fours. */
export function attendScratch(keys: usize): usize {
  return (keys + 3) << 2;
}

/**
 * The weights, softmax of q·k/√share over the keys, and context [count·queries, width], the values weighed with them. Keys whose token,
 * tokens [count, keys], is `padding` have none, nor have with `causal` 1 those behind the query.
 */
export function attend(
  q: usize,
  k: usize,
  v: usize,
  tokens: usize,
  weights: usize,
  context: usize,
  count: usize,
  heads: usize,
  queries: usize,
  keys: usize,
  share: usize,
  causal: usize,
  padding: f32,
  scratch: usize,
): void {
  const head = share << 2;
  const row = heads * head;
  const scale: f32 = 1 / sqrt(<f32>share);
  memory.fill(context, 0, count * queries * row);
  for (let n: usize = 0; n < count; n++) {
    for (let h: usize = 0; h < row; h += head)
      for (let i: usize = 0; i < queries; i++) {
        for (let j: usize = 0; j < keys; j++) {
          let score = scale * dot(q + i * row + h, k + j * row + h, share);
          if (load<f32>(tokens + (j << 2)) === padding) score += NEVER;
          if (causal && j > i) score += NEVER;
          store<f32>(scratch + (j << 2), score);
        }
        softmax(scratch, weights, keys);
        for (let j: usize = 0; j < keys; j++)
          addTimes(context + i * row + h, load<f32>(weights + (j << 2)), v + j * row + h, share);
        weights += keys << 2;
      }
    q += queries * row;
    k += keys * row;
    v += keys * row;
    tokens += keys << 2;
    context += queries * row;
  }
}

/** Of scores that have room for whole fours. */
function softmax(scores: usize, to: usize, size: usize): void {
  const filled = (size + 3) & ~3;
  for (let j = size; j < filled; j++) store<f32>(scores + (j << 2), -Infinity);
  let most = v128.load(scores);
  for (let j: usize = 4; j < filled; j += 4) most = f32x4.max(most, v128.load(scores + (j << 2)));
  const largest = f32x4.splat(largestOf(most));
  let sum = f32x4.splat(0);
  for (let j: usize = 0; j < filled; j += 4) {
    const e = exponentialOf(f32x4.sub(v128.load(scores + (j << 2)), largest));
    sum = f32x4.add(sum, e);
    v128.store(scores + (j << 2), e);
  }
  const total = across(sum);
  for (let j: usize = 0; j < size; j++) store<f32>(to + (j << 2), load<f32>(scores + (j << 2)) / total);
}

/** A row of scores. */
export function attendBackwardScratch(keys: usize): usize {
  return keys << 2;
}

/** dq, dk and dv for the gradient dc at the context. */
export function attendBackward(
  q: usize,
  k: usize,
  v: usize,
  weights: usize,
  dc: usize,
  dq: usize,
  dk: usize,
  dv: usize,
  count: usize,
  heads: usize,
  queries: usize,
  keys: usize,
  share: usize,
  scratch: usize,
): void {
  const head = share << 2;
  const row = heads * head;
  const scale: f32 = 1 / sqrt(<f32>share);
  memory.fill(dq, 0, count * queries * row);
  memory.fill(dk, 0, count * keys * row);
  memory.fill(dv, 0, count * keys * row);
  for (let n: usize = 0; n < count; n++) {
    for (let h: usize = 0; h < row; h += head)
      for (let i: usize = 0; i < queries; i++) {
        const at = i * row + h;
        for (let j: usize = 0; j < keys; j++) store<f32>(scratch + (j << 2), dot(dc + at, v + j * row + h, share));
        throughSoftmax(weights, scratch, keys);
        for (let j: usize = 0; j < keys; j++) {
          const weight = load<f32>(weights + (j << 2));
          if (weight === 0) continue;
          const along = scale * load<f32>(scratch + (j << 2));
          const there = j * row + h;
          addTimes(dq + at, along, k + there, share);
          addTimes(dk + there, along, q + at, share);
          addTimes(dv + there, weight, dc + at, share);
        }
        weights += keys << 2;
      }
    q += queries * row;
    dq += queries * row;
    dc += queries * row;
    k += keys * row;
    v += keys * row;
    dk += keys * row;
    dv += keys * row;
  }
}

/** In the place of x what a change x of the scores makes of the weights, and its adjoint: a∘(x − Σ a∘x). */
function throughSoftmax(weights: usize, x: usize, size: usize): void {
  const mean = dot(weights, x, size);
  for (let j: usize = 0; j < size; j++)
    store<f32>(x + (j << 2), load<f32>(weights + (j << 2)) * (load<f32>(x + (j << 2)) - mean));
}

/** As that of `attendBackward`. */
export function attendTangentScratch(keys: usize): usize {
  return attendBackwardScratch(keys);
}

/** The derivative dc of the context along dq, dk and dv. */
export function attendTangent(
  q: usize,
  k: usize,
  v: usize,
  weights: usize,
  dq: usize,
  dk: usize,
  dv: usize,
  dc: usize,
  count: usize,
  heads: usize,
  queries: usize,
  keys: usize,
  share: usize,
  scratch: usize,
): void {
  const head = share << 2;
  const row = heads * head;
  const scale: f32 = 1 / sqrt(<f32>share);
  memory.fill(dc, 0, count * queries * row);
  for (let n: usize = 0; n < count; n++) {
    for (let h: usize = 0; h < row; h += head)
      for (let i: usize = 0; i < queries; i++) {
        const at = i * row + h;
        for (let j: usize = 0; j < keys; j++) {
          const there = j * row + h;
          const along = dot(dq + at, k + there, share) + dot(q + at, dk + there, share);
          store<f32>(scratch + (j << 2), scale * along);
        }
        throughSoftmax(weights, scratch, keys);
        for (let j: usize = 0; j < keys; j++) {
          const there = j * row + h;
          addTimes(dc + at, load<f32>(scratch + (j << 2)), v + there, share);
          addTimes(dc + at, load<f32>(weights + (j << 2)), dv + there, share);
        }
        weights += keys << 2;
      }
    q += queries * row;
    dq += queries * row;
    dc += queries * row;
    k += keys * row;
    v += keys * row;
    dk += keys * row;
    dv += keys * row;
  }
}
