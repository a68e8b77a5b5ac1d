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
  const embedding = (name: string, part: -1 | -2, vocabulary: number, length: number) => {
    const scale = Math.sqrt(width);
    return push({ kind: "embedding", name, vocabulary, width, positions: "learned", scale, length, from: [part] });
  };
  const norm = (name: string, from: number) => push({ kind: "layerNorm", name, width, from: [from] });
  const add = (a: number, b: number) => push({ kind: "add", from: [a, b] });
  const attend = (name: string, query: number, memory: number, causal = false) =>
    push({ kind: "attention", name, width, heads, causal, from: [query, memory] });
  /** place + f(norm(place)) */
  const selfAttention = (part: string, place: number, causal: boolean) => {
    const normed = norm(`${part}.norm1`, place);
    return add(place, attend(`${part}.attention`, normed, normed, causal));
  };
  const feed = (part: string, place: number, normName: string) => {
    const from = [norm(`${part}.${normName}`, place)];
    const [first, second] = [`${part}.dense1`, `${part}.dense2`];
    push({ kind: "dense", name: first, inputs: width, outputs: feedForward, bias: true, activation: "relu", from });
    const dense = { kind: "dense", name: second, inputs: feedForward, outputs: width, bias: true } as const;
    return add(place, push({ ...dense, activation: "linear" }));
  };

  let source = embedding("source.embedding", -1, sourceVocabulary, sequences.source);
  for (let layer = 1; layer <= layers; layer++) {
    const part = `encoder${layer}`;
    source = feed(part, selfAttention(part, source, false), "norm2");
  }
  const memory = norm("source.norm", source);
  const decoder = embedding("target.embedding", -2, targetVocabulary, sequences.target);
  let target = decoder;
  for (let layer = 1; layer <= layers; layer++) {
    const part = `decoder${layer}`;
    const self = selfAttention(part, target, true);
    const attended = attend(`${part}.cross`, norm(`${part}.norm2`, self), memory);
    target = feed(part, add(self, attended), "norm3");
  }
  norm("target.norm", target);
  push({ kind: "dense", inputs: width, outputs: targetVocabulary, bias: false, activation: "linear", tied: decoder });
  return nodes;
}
