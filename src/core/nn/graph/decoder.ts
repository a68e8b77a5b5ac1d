import { concat, dispose, slice, type Tensor, type Tensor2D, type Tensor3D, tensor2d } from "@tensorflow/tfjs-core";
import { denseForward } from "../../kernels/dense";
import { attendInHeads, attentionMask, joinHeads, splitHeads } from "../../kernels/graph/heads";
import { scoped } from "../../scope";
import type { Decoder } from "../decoding";
import type { NodeSpec, Sequences } from "../layerSpec";
import { createGraphModel, layersIn } from "./build";
import { createEmbedding } from "./embedding";
import { type GraphDescription, type PlannedNode, planGraph } from "./plan";

/** Keys and values of an attention node, [count·heads, tokens, width/heads] each. */
interface Memory {
  k: Tensor3D;
  v: Tensor3D;
}

/** What nodes behind the encoder need of a step. */
interface Step {
  /** The token of each source that is read now, [count, 1], and how many were before. */
  tokens: Tensor2D;
  position: number;
  /** Values [count, width] of the nodes before, by their place. */
  values: readonly (Tensor | undefined)[];
}

type AttentionSpec = Extract<NodeSpec, { kind: "attention" }>;

const ownOf = (params: readonly Tensor2D[], places: readonly number[]) => places.map((at) => params[at] as Tensor2D);

/** W x of each row, one of an attention's four matrices. */
const project = (x: Tensor, weights: Tensor | undefined, { width, bias = false }: AttentionSpec) =>
  denseForward(x as Tensor2D, weights as Tensor2D, { inputs: width, outputs: width, bias });

/** Keys and values of rows of tokens [count·length, width]. */
function remembered(x: Tensor, [, Wk, Wv]: readonly Tensor[], spec: AttentionSpec, length: number): Memory {
  return {
    k: splitHeads(project(x, Wk, spec), length, spec.heads),
    v: splitHeads(project(x, Wv, spec), length, spec.heads),
  };
}

/** Attention of one query a row to what is remembered; without a mask to all of it. */
function attended(x: Tensor, [Wq, , , Wo]: readonly Tensor[], spec: AttentionSpec, { k, v }: Memory, mask?: Tensor3D) {
  const q = splitHeads(project(x, Wq, spec), 1, spec.heads);
  const { context } = attendInHeads(q, k, v, mask);
  return project(joinHeads(context, 1, spec.heads), Wo, spec);
}

/** The value of a node that takes each token for itself. */
function valueAfter(
  plan: PlannedNode,
  own: readonly Tensor2D[],
  { tokens, position, values }: Step,
  sequences: Sequences,
) {
  const { spec, name, matrices, from } = plan;
  if (spec.kind === "embedding") {
    const [table, positions] = own as [Tensor2D, Tensor2D?];
    const here = positions ? [slice(positions, [0, position], [spec.width, 1])] : [];
    return createEmbedding(name, spec, [1], matrices).forward([table, ...here], [tokens]).output;
  }
  let inputs = from.map((at) => values[at] as Tensor);
  for (const layer of layersIn(plan, sequences)) {
    const isCarrier = layer.matrices.length > 0 || layer.isTied;
    inputs = [layer.forward(isCarrier ? own : [], inputs).output];
  }
  return inputs[0] as Tensor;
}

/** Throws where a network cannot be decoded token by token. */
function check(planned: readonly PlannedNode[], first: number): void {
  const fail = (reason: string) => {
    throw new Error(`This network cannot be decoded token by token: ${reason}.`);
  };
  if (first < 1) fail("it has no encoder before a decoder");
  for (const { spec, name, from, tokens } of planned.slice(first)) {
    if (tokens !== -2) fail(`${name} stands behind the decoder's first node and belongs to the encoder`);
    if (from.some((at) => at >= 0 && at < first - 1)) fail(`${name} takes a value from within the encoder`);
    if (spec.kind === "embedding" && spec.positions === "sinusoidal") fail(`${name} has sinusoidal positions`);
    if (spec.kind === "attention" && (from[1] ?? 0) >= first && !spec.causal) fail(`${name} is not causal`);
  }
}

/**
 * Decodes a graph of an encoder and a decoder: the encoder goes once over the sources, and each token once through the decoder's nodes,
 * whose attention remembers the keys and values of the tokens before. Throws where the graph has another form.
 */
export function createDecoder(description: GraphDescription): Decoder {
  const { layers, sequences } = description;
  const planned = planGraph(description);
  const first = planned.findIndex(({ tokens }) => tokens === -2);
  check(planned, first);
  if (!sequences) throw new Error("A network without sequences says nothing token by token.");
  const encoder = createGraphModel({ ...description, layers: layers.slice(0, first) });
  const nodes = planned.map((plan) => {
    const { spec, params } = plan;
    const tied = spec.kind === "dense" && spec.tied !== undefined ? planned[spec.tied]?.params.slice(0, 1) : undefined;
    return { plan, spec, own: tied ?? params };
  });
  const isAcross = (at: number) => (planned[at]?.from[1] ?? first) < first;

  return {
    start(params, sources, count) {
      const { source, target, padding } = sequences;
      const kept = scoped(() => {
        const tokens = tensor2d(sources, [count, source], "float32");
        const unread = tensor2d(new Float32Array(count * target).fill(padding), [count, target]);
        const memory = encoder.forward(params.slice(0, encoder.parametric.length), concat([tokens, unread], 1)).outputs;
        return nodes.map(({ spec, own }, at) => {
          if (spec.kind !== "attention" || at < first || !isAcross(at)) return null;
          const mask = attentionMask(tokens, { padding, heads: spec.heads, causal: false, queries: 1 });
          return { ...remembered(memory, ownOf(params, own), spec, source), mask };
        });
      });
      let grown: (Memory | null)[] = nodes.map(() => null);
      let position = 0;
      return {
        async next(read) {
          const { scores, memories } = scoped(() => {
            const tokens = tensor2d(read, [count, 1], "float32");
            const values: (Tensor | undefined)[] = [];
            const memories = nodes.map(({ plan, spec, own }, at): Memory | null => {
              if (at < first) return null;
              const weights = ownOf(params, own);
              if (spec.kind !== "attention") {
                values[at] = valueAfter(plan, weights, { tokens, position, values }, sequences);
                return null;
              }
              const [query, memory] = plan.from.map((place) => values[place] as Tensor);
              const across = kept[at];
              const here = across ?? joinedTo(grown[at] ?? null, remembered(memory as Tensor, weights, spec, 1));
              values[at] = attended(query as Tensor, weights, spec, here, across?.mask);
              return across ? null : here;
            });
            return { scores: values.at(-1) as Tensor, memories };
          });
          dispose(grown as never);
          grown = memories;
          position += 1;
          const numbers = Float32Array.from(await scores.data());
          scores.dispose();
          return numbers;
        },
        dispose() {
          dispose([kept, grown] as never);
        },
      };
    },
  };
}

/** What is remembered with the keys and values of one more token. */
function joinedTo(before: Memory | null, { k, v }: Memory): Memory {
  return before ? { k: concat([before.k, k], 1), v: concat([before.v, v], 1) } : { k, v };
}
