import type { NodeSpec, Sequences } from "../../nn/layerSpec";

/** An encoder and a decoder for pairs of sequences; the sizes of the poster's are not known, these are ours (NETWORKS.md). */
interface TransformerShape {
  /** d. */
  width: number;
  feedForward: number;
  heads: number;
  /** Of the encoder, and as many of the decoder. */
  layers: number;
  sourceVocabulary: number;
  targetVocabulary: number;
  sequences: Sequences;
}

/**
 * The Transformer (Vaswani et al. 2017), pre-norm, learned positions, no bias in attention, output tied to the decoder's embedding.
 * Embeddings are scaled by √d, so that tokens weigh as much as the values that attention adds to them.
 */
export function transformer(shape: TransformerShape): NodeSpec[] {
  const { width, feedForward, heads, layers, sourceVocabulary, targetVocabulary, sequences } = shape;
  const nodes: NodeSpec[] = [];
  const push = (node: NodeSpec): number => nodes.push(node) - 1;
  const embedding = (part: -1 | -2, vocabulary: number, length: number) =>
    push({ kind: "embedding", vocabulary, width, positions: "learned", scale: Math.sqrt(width), length, from: [part] });
  const norm = (from: number) => push({ kind: "layerNorm", width, from: [from] });
  const add = (a: number, b: number) => push({ kind: "add", from: [a, b] });
  const attend = (query: number, memory: number, causal = false) =>
    push({ kind: "attention", width, heads, causal, from: [query, memory] });
  /** place + f(norm(place)) */
  const selfAttention = (place: number, causal: boolean) => {
    const normed = norm(place);
    return add(place, attend(normed, normed, causal));
  };
  const feed = (place: number) => {
    const normed = norm(place);
    push({ kind: "dense", inputs: width, outputs: feedForward, bias: true, activation: "relu", from: [normed] });
    return add(place, push({ kind: "dense", inputs: feedForward, outputs: width, bias: true, activation: "linear" }));
  };

  let source = embedding(-1, sourceVocabulary, sequences.source);
  for (let layer = 0; layer < layers; layer++) source = feed(selfAttention(source, false));
  const memory = norm(source);
  const decoder = embedding(-2, targetVocabulary, sequences.target);
  let target = decoder;
  for (let layer = 0; layer < layers; layer++) {
    const self = selfAttention(target, true);
    target = feed(add(self, attend(norm(self), memory)));
  }
  norm(target);
  push({ kind: "dense", inputs: width, outputs: targetVocabulary, bias: false, activation: "linear", tied: decoder });
  return nodes;
}
