import type { Tensor2D } from "@tensorflow/tfjs-core";

/** What a network says of some sources, token by token. It keeps tensors until `dispose`. */
export interface Decoding {
  /** Takes the next token of each source, a start first, and gives the scores of the one behind it, row-major [sources, vocabulary]. */
  next(tokens: Int32Array): Promise<Float32Array>;
  dispose(): void;
}

/** The part of a network of sequences that reads its own words, without what it has read before being read again. */
export interface Decoder {
  /** Sources [count, length] of tokens, filled up. */
  start(params: readonly Tensor2D[], sources: Int32Array, count: number): Decoding;
}
