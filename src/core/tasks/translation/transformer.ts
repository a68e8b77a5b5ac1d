import type { NodeSpec } from "../../nn/layerSpec";

/** What sets two Transformers apart; the rest is the same for all (docs/numerics.md). */
export interface TransformerForm {
  /** Numbers a token is told by, a multiple of `HEADS`. */
  width: number;
  /** Tokens of each language. */
  sourceVocabulary: number;
  targetVocabulary: number;
  /** Tokens that an encoder and a decoder read at most. */
  sourceLength: number;
  targetLength: number;
}

const LAYERS = 2;
const HEADS = 4;

/** Hidden numbers of a feed-forward layer, as a multiple of the width. */
const FEED_FORWARD = 2;

/** Nodes that are written one behind the other; each call gives the place of what it wrote. */
class Sheet {
  readonly nodes: NodeSpec[] = [];

  constructor(private readonly width: number) {}

  add(node: NodeSpec): number {
    this.nodes.push(node);
    return this.nodes.length - 1;
  }

  /** A token's embedding with its position: learned both, and no larger than what is added to them later. */
  embed(vocabulary: number, length: number, part: number): number {
    const { width } = this;
    return this.add({ kind: "embedding", vocabulary, width, positions: "learned", length, from: [part] });
  }

  norm(from: number): number {
    return this.add({ kind: "layerNorm", width: this.width, from: [from] });
  }

  private plus(x: number, y: number): number {
    return this.add({ kind: "add", from: [x, y] });
  }

  /** x + attention of its norm to itself, or to a memory. */
  attend(x: number, memory: number | null, causal = false): number {
    const query = this.norm(x);
    const from = [query, memory ?? query];
    return this.plus(x, this.add({ kind: "attention", width: this.width, heads: HEADS, causal, bias: false, from }));
  }

  /** x + two dense layers of its norm, each token for itself. */
  feedForward(x: number): number {
    const { width } = this;
    const hidden = FEED_FORWARD * width;
    const inner = { kind: "dense", inputs: width, outputs: hidden, activation: "relu", bias: true } as const;
    const outer = { kind: "dense", inputs: hidden, outputs: width, activation: "linear", bias: true } as const;
    const first = this.add({ ...inner, from: [this.norm(x)] });
    return this.plus(x, this.add({ ...outer, from: [first] }));
  }
}

/**
 * An encoder and a decoder of `LAYERS` layers each, the norm before each part (Xiong et al. 2020), no bias on q, k, v and o, and the output
 * layer tied to the decoder's embedding (Vaswani et al. 2017 for the rest). Input -1 is the source, -2 what the decoder reads.
 */
export function transformerNodes(form: TransformerForm): NodeSpec[] {
  const { width, sourceVocabulary, targetVocabulary, sourceLength, targetLength } = form;
  const sheet = new Sheet(width);
  let x = sheet.embed(sourceVocabulary, sourceLength, -1);
  for (let layer = 0; layer < LAYERS; layer++) x = sheet.feedForward(sheet.attend(x, null));
  const memory = sheet.norm(x);
  const embedding = sheet.embed(targetVocabulary, targetLength, -2);
  let y = embedding;
  for (let layer = 0; layer < LAYERS; layer++) y = sheet.feedForward(sheet.attend(sheet.attend(y, null, true), memory));
  const output = {
    kind: "dense",
    inputs: width,
    outputs: targetVocabulary,
    activation: "linear",
    bias: false,
  } as const;
  sheet.add({ ...output, tied: embedding, from: [sheet.norm(y)] });
  return sheet.nodes;
}
