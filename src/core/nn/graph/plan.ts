import type { LayerShape, LearnedFactors } from "../../../config/formulas/preconditionerState";
import type { NodeSpec, Sequences } from "../layerSpec";
import { matricesOf } from "./matrices";
import { shapeOf } from "./shapes";

/** A node with all that follows from the nodes before it. */
export interface PlannedNode {
  spec: NodeSpec;
  /** Its own, else kind and count from 1. */
  name: string;
  from: readonly number[];
  inputShapes: readonly (readonly number[])[];
  /** Without the batch dimension: [height, width, channels], [size], or [length, width] of a sequence. */
  shape: readonly number[];
  /** The part of the network's input, -1 or -2, whose tokens stand in its rows; null where the value is no sequence. */
  tokens: number | null;
  /** Its own matrices, and their places among those of the model. */
  matrices: readonly LayerShape[];
  params: readonly number[];
}

/** Of a network: its nodes, the shape of its input, and how that is cut where it is rows of tokens. */
export interface GraphDescription {
  layers: readonly NodeSpec[];
  inputShape: readonly number[];
  sequences?: Sequences;
}

/** Plans every node of a graph. Throws an error with one sentence that names the first node that does not fit. */
export function planGraph({ layers, inputShape, sequences }: GraphDescription): PlannedNode[] {
  const planned: PlannedNode[] = [];
  const counts = new Map<string, number>();
  let params = 0;
  const parts = sequences ? [[sequences.source], [sequences.target]] : [inputShape];
  layers.forEach((spec, i) => {
    const count = (counts.get(spec.kind) ?? 0) + 1;
    counts.set(spec.kind, count);
    const name = spec.name ?? `${spec.kind}${count}`;
    const from = spec.from ?? [i - 1];
    const inputs = from.map((j) => {
      const part = parts[-1 - j];
      if (j < 0 && part) return { shape: part, tokens: sequences ? j : null };
      const node = j < i ? planned[j] : undefined;
      if (!node)
        throw new Error(`layers[${i}] takes the value of ${j}; it may take those of -${parts.length} to ${i - 1}`);
      return node;
    });
    const inputShapes = inputs.map((input) => input.shape);
    const shape = shapeOf(spec, `layers[${i}]`, inputShapes, inputs[0]?.tokens ?? null);
    const matrices = matricesOf(spec).map(
      ({ suffix, shape, factors }): LayerShape => ({
        name: name + suffix,
        shape,
        ...learned(spec.factors ?? factors),
        ...curvatureOf(spec),
      }),
    );
    planned.push({
      spec,
      name,
      from,
      inputShapes,
      shape,
      tokens: inputs[0]?.tokens ?? null,
      matrices,
      params: matrices.map(() => params++),
    });
  });
  checkTies(planned);
  return planned;
}

/** What KFAC has of a node's matrices, where that is not a factor of each side. */
function curvatureOf({ kind, hasInputScale }: NodeSpec): Pick<LayerShape, "curvature"> {
  if (kind === "batchNorm") return { curvature: "blocks" };
  if (kind === "layerNorm" || kind === "embedding" || kind === "attention") return { curvature: "none" };
  return hasInputScale ? { curvature: "outputFactor" } : {};
}

const learned = (factors: LearnedFactors) => (factors === "AB" ? {} : { factors });

/** Throws where a node is tied to what is no embedding of its shape. */
function checkTies(planned: readonly PlannedNode[]): void {
  planned.forEach(({ spec }, i) => {
    if (spec.kind !== "dense" || spec.tied === undefined) return;
    const embedding = planned[spec.tied]?.spec;
    if (embedding?.kind !== "embedding") throw new Error(`layers[${i}] is tied to ${spec.tied}, which is no embedding`);
    if (embedding.width !== spec.inputs || embedding.vocabulary !== spec.outputs)
      throw new Error(
        `layers[${i}] has ${spec.inputs} inputs and ${spec.outputs} outputs; the embedding that it is tied to has ` +
          `width ${embedding.width} and vocabulary ${embedding.vocabulary}`,
      );
  });
}
