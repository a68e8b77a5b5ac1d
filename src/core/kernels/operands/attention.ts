import type { Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";

/** Attention of [count] sequences of queries to memories of keys. */
export interface AttentionShape {
  heads: number;
  queries: number;
  keys: number;
  /** Keys behind the query have no weight. */
  causal: boolean;
  /** The token of the memory that is no key. */
  padding: number;
}

/**
 * What attention keeps: q [count·queries, width], k and v [count·keys, width], head h in the columns from h·width/heads on, and the
 * weights [count·heads, queries, keys].
 */
export interface AttentionPass {
  q: Tensor2D;
  k: Tensor2D;
  v: Tensor2D;
  weights: Tensor3D;
}
