import { add, type Tensor, type Tensor2D, zeros } from "@tensorflow/tfjs-core";
import type { LayerShape } from "../../config/formulas/preconditionerState";
import { addScaledOnto } from "../kernels/linearCombination";
import { scoped } from "../scope";
import type { LayerCache, MatrixCurvature } from "./layer";
import type { GraphNode, NodeLayer, WantedOfNode } from "./node";

/** What a forward pass is made for, so that what nobody asks for goes at once: for all there is, for a backward pass, or for its outputs. */
type PassFor = "all" | "backward" | "outputs";

/** A forward pass: outputs [batch, out] and what the backward pass needs. */
export interface ForwardPass {
  /** One row per example; of a sequence, one per token. */
  outputs: Tensor2D;
  caches: readonly LayerCache[];
  /** The network's input in its parts, and the value of each node. */
  parts: readonly Tensor[];
  values: readonly Tensor[];
}

/** What curvature estimates are made of: a layer, what it keeps of its input, and the gradient at its output. */
interface LayerGrad {
  layer: NodeLayer;
  cache: LayerCache;
  outputGrad: Tensor;
}

/** Layers with edges. `params` holds the matrices [out, in (+1)] of the layers with weights, first to last. */
export interface Model {
  readonly layers: readonly NodeLayer[];
  readonly parametric: readonly LayerShape[];
  /** Of each of these, how many of its columns, from the first on, weight decay shrinks (`NodeLayer.decayedColumns`). */
  readonly decayedColumns: readonly number[];
  /** [2, channels] of each layer that normalises with its batch: such a model must be given each batch alone. */
  readonly statisticsShapes: readonly (readonly [number, number])[];
  /** `running`: evaluates with these means and variances in place of the batch's own. */
  forward(params: readonly Tensor2D[], input: Tensor, running?: readonly Tensor2D[], madeFor?: PassFor): ForwardPass;
  /**
   * Gradients of a scalar with respect to the params, from its gradient with respect to the outputs. `isLast`: nobody asks for
   * the pass again, so what it keeps of a layer is let go of as soon as the layer is behind; its outputs stay. `onto`: gradients that
   * these are added to as they are met, and that are used up.
   */
  backward(
    params: readonly Tensor2D[],
    pass: ForwardPass,
    outputGrad: Tensor2D,
    isLast?: boolean,
    onto?: readonly Tensor2D[],
  ): Tensor2D[];
  /** Each layer with weights as a backward pass meets it, first to last, with the gradient at its output. */
  layerGrads(params: readonly Tensor2D[], pass: ForwardPass, outputGrad: Tensor2D): LayerGrad[];
  /** As `backward`, for KFAC: each layer's factors from its input and the gradient at its output. */
  kroneckerFactors(
    params: readonly Tensor2D[],
    pass: ForwardPass,
    outputGrad: Tensor2D,
    isLast?: boolean,
  ): MatrixCurvature[];
  /** Mean and unbiased variance [2, channels] of the pass's batch, for each of `statisticsShapes`. */
  statistics(pass: ForwardPass): Tensor2D[];
  /** Derivative of the outputs along a direction of the params: J·v, [batch, out]. */
  jvp(params: readonly Tensor2D[], pass: ForwardPass, directions: readonly Tensor2D[]): Tensor2D;
}

/** The model of nodes in an order in which none comes before its inputs. `inputsOf` cuts the network's input into its parts. */
export function graphModel(
  nodes: readonly GraphNode[],
  inputsOf: (input: Tensor) => readonly Tensor[] = (input) => [input],
): Model {
  const last = nodes.length - 1;
  const parametric: LayerShape[] = [];
  const decayedColumns: number[] = [];
  for (const { layer, params } of nodes)
    for (const [k, matrix] of layer.matrices.entries()) {
      const place = params[k] as number;
      parametric[place] = matrix;
      decayedColumns[place] = layer.decayedColumns?.[k] ?? matrix.shape[1];
    }
  /** Whether any weight lies behind a node's value: where none does, nobody asks for the gradient there. */
  const trains: boolean[] = [];
  for (const { params, from } of nodes) trains.push(params.length > 0 || from.some((j) => trains[j] ?? false));
  /** Nodes that use each matrix. */
  const uses = parametric.map((_, p) => nodes.filter((node) => node.params.includes(p)).length);
  const lastTakerOf = nodes.map((_, j) => nodes.findLastIndex(({ from }) => from.includes(j)));
  const wantedInputs = nodes.map(({ from }) => from.map((j) => trains[j] ?? false));
  const normalising = nodes.flatMap(({ layer }, node) => (layer.statistics ? [{ node, ...layer.statistics }] : []));
  const placeOfStatistics = new Map(normalising.map(({ node }, place) => [node, place]));

  const own = (list: readonly Tensor2D[], { params }: GraphNode) => params.map((p) => list[p] as Tensor2D);
  const valueAt = ({ parts, values }: Pick<ForwardPass, "parts" | "values">, j: number): Tensor => {
    const value = j < 0 ? parts[-1 - j] : values[j];
    if (!value) throw new Error(`The model has no value at ${j}.`);
    return value;
  };

  /**
   * Walks the nodes last to first; `visit` sees each with the gradient at its value and gives those at its inputs. What is left behind
   * a node: "all"; "pass", so that its gradient goes; or "nothing".
   */
  function walkBack(
    pass: ForwardPass,
    outputGrad: Tensor,
    left: "all" | "pass" | "nothing",
    visit: (node: GraphNode, cache: LayerCache, grad: Tensor, wanted: readonly boolean[]) => readonly (Tensor | null)[],
  ) {
    const grads: (Tensor | undefined)[] = [];
    grads[last] = outputGrad;
    for (let i = last; i >= 0; i--) {
      const [node, grad] = [nodes[i] as GraphNode, grads[i]];
      if (grad && trains[i]) {
        const inputGrads = visit(node, pass.caches[i] as LayerCache, grad, wantedInputs[i] as boolean[]);
        node.from.forEach((j, k) => {
          const more = inputGrads[k];
          if (!more || !trains[j]) return;
          const known = grads[j];
          grads[j] = known ? add(known, more) : more;
          if (!known || left === "all") return;
          known.dispose();
          more.dispose();
        });
      }
      if (left !== "all" && i !== last) grad?.dispose();
      if (left === "nothing") leave(pass, i);
    }
  }

  /** Lets go of what node i made: whoever takes its value has been met. */
  function leave({ values, parts, caches }: ForwardPass, i: number) {
    const { from } = nodes[i] as GraphNode;
    const value = values[i];
    for (const kept of Object.values(caches[i] as LayerCache)) {
      const isOfOthers = kept === value || parts.includes(kept) || from.some((j) => values[j] === kept);
      if (!isOfOthers) kept.dispose();
    }
    if (i === last) return;
    value?.dispose();
  }

  /** Behind node i of a forward pass: lets go of what nobody takes or asks for any more. */
  function letGo({ values, parts, caches }: Omit<ForwardPass, "outputs">, i: number, madeFor: PassFor) {
    if (madeFor === "all") return;
    const asked = madeFor === "backward" ? caches.flatMap((cache) => Object.values(cache)) : [];
    values.forEach((value, j) => {
      const isElsewhere =
        asked.includes(value) || parts.includes(value) || values.indexOf(value) !== values.lastIndexOf(value);
      if (lastTakerOf[j] === i && !isElsewhere) value.dispose();
    });
    if (madeFor === "backward") return;
    for (const kept of Object.values(caches[i] as LayerCache))
      if (!values.includes(kept) && !parts.includes(kept)) kept.dispose();
  }

  function layerGrads(params: readonly Tensor2D[], pass: ForwardPass, outputGrad: Tensor2D) {
    const met: ReturnType<Model["layerGrads"]> = [];
    walkBack(pass, outputGrad, "all", (node, cache, grad, inputs) => {
      if (node.layer.matrices.length > 0) met.unshift({ layer: node.layer, cache, outputGrad: grad });
      const wanted: WantedOfNode = { inputs, weights: false };
      return inputs.includes(true) ? node.layer.backward(own(params, node), cache, grad, wanted).inputGrads : [];
    });
    return met;
  }

  return {
    layers: nodes.map(({ layer }) => layer),
    parametric,
    decayedColumns,
    statisticsShapes: normalising.map(({ channels }) => [2, channels]),
    forward(params, input, running, madeFor = "all") {
      const pass = { parts: inputsOf(input), values: [] as Tensor[], caches: [] as LayerCache[] };
      nodes.forEach((node, i) => {
        const inputs = node.from.map((j) => valueAt(pass, j));
        const place = placeOfStatistics.get(i);
        const { output, cache } = node.layer.forward(
          own(params, node),
          inputs,
          place === undefined ? undefined : running?.[place],
        );
        pass.caches.push(cache);
        pass.values.push(output);
        letGo(pass, i, madeFor);
      });
      return { outputs: pass.values[last] as Tensor2D, ...pass };
    },
    backward(params, pass, outputGrad, isLast = false, onto) {
      const grads: (Tensor2D | undefined)[] = [];
      const left = [...uses];
      const finished = (p: number): Tensor2D | undefined => {
        const [grad, other] = [grads[p], onto?.[p]];
        if (!grad || !other) return grad ?? other;
        const [sum] = addScaledOnto(1, [grad], [other]);
        grad.dispose();
        return sum;
      };
      walkBack(pass, outputGrad, isLast ? "nothing" : "pass", (node, cache, grad, inputs) => {
        const { inputGrads, weightGrads } = node.layer.backward(own(params, node), cache, grad, {
          inputs,
          weights: true,
        });
        node.params.forEach((p, k) => {
          const known = grads[p];
          grads[p] = known ? add(known, weightGrads[k] as Tensor2D) : weightGrads[k];
          if (--(left[p] as number) === 0) grads[p] = finished(p);
        });
        return inputGrads;
      });
      return parametric.map(({ shape }, p) => (left[p] === 0 ? grads[p] : finished(p)) ?? zeros(shape));
    },
    layerGrads,
    kroneckerFactors(params, pass, outputGrad, isLast = false) {
      const found: MatrixCurvature[] = [];
      walkBack(pass, outputGrad, isLast ? "nothing" : "pass", ({ layer, ...node }, cache, grad, inputs) => {
        const factors = scoped(() => layer.kroneckerFactors?.(cache, grad));
        if (factors) found.unshift(factors);
        const wanted: WantedOfNode = { inputs, weights: false };
        const weights = own(params, { layer, ...node });
        return inputs.includes(true) ? layer.backward(weights, cache, grad, wanted).inputGrads : [];
      });
      return found;
    },
    statistics: ({ caches }) =>
      normalising[0]?.of(normalising.map(({ node, moments }) => moments(caches[node] as LayerCache))) ?? [],
    jvp(params, pass, directions) {
      const tangents: (Tensor | null)[] = [];
      nodes.forEach((node, i) => {
        const inputs = node.from.map((j) => tangents[j] ?? null);
        const weights = own(directions, node);
        const moves = weights.length > 0 || inputs.some((tangent) => tangent !== null);
        tangents.push(
          moves ? node.layer.jvp(own(params, node), pass.caches[i] as LayerCache, { inputs, weights }) : null,
        );
      });
      const tangent = tangents[last];
      if (!tangent) throw new Error("The model has no weights, so it has no derivative along them.");
      return tangent as Tensor2D;
    },
  };
}
