import { add, mul, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import type { LayerShape } from "../../../config/formulas/preconditionerState";
import { denseBackward, denseForward, linearPart } from "../../kernels/dense";
import { attend, attendBackward, attendTangent } from "../../kernels/graph/attention";
import { matMulTransposedB } from "../../kernels/matMul";
import type { AttentionPass, AttentionShape } from "../../kernels/operands/attention";
import { scoped } from "../../scope";
import type { LayerCache } from "../layer";
import type { NodeSpec } from "../layerSpec";
import type { NodeLayer } from "../node";

type AttentionSpec = Extract<NodeSpec, { kind: "attention" }>;

interface AttentionOptions {
  name: string;
  spec: AttentionSpec;
  /** Tokens of a query and of a memory. */
  lengths: { query: number; memory: number };
  /** The token that is no key. */
  padding: number;
  matrices: readonly LayerShape[];
}

type Kept = AttentionPass & Record<"query" | "memory" | "context", Tensor2D>;

/**
 * Multi-head attention (Vaswani et al. 2017): inputs are query and memory, rows of tokens, and the memory's own tokens [count, length],
 * of which padding is no key. Weights q, k, v, o, [width, width (+1)] each; head h has rows h·width/heads and following of each.
 */
export function createAttention({ name, spec, lengths, padding, matrices }: AttentionOptions): NodeLayer {
  const { width, heads, causal = false, bias = false } = spec;
  const shape = { inputs: width, outputs: width, bias };
  const within: AttentionShape = { heads, queries: lengths.query, keys: lengths.memory, causal, padding };
  const kept = (cache: LayerCache) => cache as LayerCache & Kept;
  const project = (x: Tensor, W: Tensor) => denseForward(x as Tensor2D, W as Tensor2D, shape);
  const back = (x: Tensor2D, W: Tensor2D, outputGrad: Tensor2D, wanted: { input: boolean; weights: boolean }) =>
    denseBackward({ x, weights: W, output: outputGrad, outputGrad }, shape, "linear", wanted);
  /** The derivative of a projection W x along both. */
  const alongBoth = (x: Tensor2D, dx: Tensor | null, W: Tensor2D, dW: Tensor2D | null) => {
    const byInput = dx && linear(dx as Tensor2D, W);
    const byWeights = dW && project(x, dW);
    if (byInput && byWeights) return add(byInput, byWeights) as Tensor2D;
    return (byInput ?? byWeights ?? mul(x, 0)) as Tensor2D;
  };
  /** W x without the bias. */
  const linear = (x: Tensor2D, W: Tensor2D) => matMulTransposedB(x, linearPart(W, shape));

  return {
    name,
    matrices,
    decayedColumns: matrices.map(() => width),
    lacksCurvature: true,
    outputShape: [lengths.query, width],
    multiplyAdds: 2 * width * width * (lengths.query + lengths.memory) + 2 * lengths.query * lengths.memory * width,
    forward([Wq, Wk, Wv, Wo], [query, memory, tokens]) {
      const q = project(query as Tensor, Wq as Tensor);
      const [k, v] = [project(memory as Tensor, Wk as Tensor), project(memory as Tensor, Wv as Tensor)];
      const { weights, context } = attend({ q, k, v }, tokens as Tensor2D, within);
      const cache = { query: query as Tensor, memory: memory as Tensor, q, k, v, weights, context };
      return { output: project(context, Wo as Tensor), cache };
    },
    backward: ([Wq, Wk, Wv, Wo] = [], cache, outputGrad, wanted) =>
      scoped(() => {
        const { query, memory, q, k, v, weights, context } = kept(cache);
        const needs = { input: true, weights: wanted.weights };
        const ofO = back(context, Wo as Tensor2D, outputGrad as Tensor2D, needs);
        const { dq, dk, dv } = attendBackward({ q, k, v, weights }, ofO.inputGrad as Tensor2D, within);
        const [toQuery = false, toMemory = false] = wanted.inputs;
        const ofQ = back(query, Wq as Tensor2D, dq, { input: toQuery, weights: wanted.weights });
        const ofK = back(memory, Wk as Tensor2D, dk, { input: toMemory, weights: wanted.weights });
        const ofV = back(memory, Wv as Tensor2D, dv, { input: toMemory, weights: wanted.weights });
        const memoryGrad = toMemory ? add(ofK.inputGrad as Tensor, ofV.inputGrad as Tensor) : null;
        const weightGrads = [ofQ, ofK, ofV, ofO].map(({ weightGrad }) => weightGrad as Tensor2D);
        return { inputGrads: [ofQ.inputGrad, memoryGrad, null], weightGrads: wanted.weights ? weightGrads : [] };
      }),
    jvp([Wq, Wk, Wv, Wo], cache, { inputs: [dQuery = null, dMemory = null], weights: along }) {
      const { query, memory, q, k, v, weights, context } = kept(cache);
      const [dWq = null, dWk = null, dWv = null, dWo = null] = along;
      const tangents = {
        dq: alongBoth(query, dQuery, Wq as Tensor2D, dWq),
        dk: alongBoth(memory, dMemory, Wk as Tensor2D, dWk),
        dv: alongBoth(memory, dMemory, Wv as Tensor2D, dWv),
      };
      const dContext = attendTangent({ q, k, v, weights }, tangents, within);
      return alongBoth(context, dContext, Wo as Tensor2D, dWo);
    },
  };
}
