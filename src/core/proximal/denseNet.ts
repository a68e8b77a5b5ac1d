import type { DenseLayer } from "../../config/formulas/proximalProblem";

/** A chain of dense layers with its weights end to end: per layer [outputs, inputs (+1 for the bias)], row-major. */
export interface DenseNet {
  layers: readonly (DenseLayer & { columns: number; start: number })[];
  inputs: number;
  outputs: number;
  /** Weights in all. */
  size: number;
}

/** A forward pass over some rows in float64. */
export interface NetPass {
  count: number;
  /** ā of each layer, [count, columns]: its input with the bias's 1. */
  inputs: readonly Float64Array[];
  /** Each layer after its activation, [count, outputs]. */
  activations: readonly Float64Array[];
  /** The network's outputs, [count, outputs]. */
  outputs: Float64Array;
}

export function denseNet(specs: readonly DenseLayer[]): DenseNet {
  let size = 0;
  const layers = specs.map((spec) => {
    const columns = spec.inputs + (spec.bias ? 1 : 0);
    const start = size;
    size += spec.outputs * columns;
    return { ...spec, columns, start };
  });
  const [first, last] = [specs[0], specs.at(-1)];
  if (!first || !last) throw new Error("A network without layers has no proximal step.");
  return { layers, inputs: first.inputs, outputs: last.outputs, size };
}

/** Outputs for rows [count, inputs], and what the derivatives need. */
export function forward({ layers }: DenseNet, weights: Float64Array, x: ArrayLike<number>, count: number): NetPass {
  const inputs: Float64Array[] = [];
  const activations: Float64Array[] = [];
  let values = x;
  for (const { inputs: width, outputs, columns, start, activation } of layers) {
    const augmented = new Float64Array(count * columns).fill(1);
    for (let n = 0; n < count; n++)
      for (let i = 0; i < width; i++) augmented[n * columns + i] = values[n * width + i] as number;
    const result = new Float64Array(count * outputs);
    for (let n = 0; n < count; n++)
      for (let o = 0; o < outputs; o++) {
        const z = inner(weights, start + o * columns, augmented, n * columns, columns);
        result[n * outputs + o] = activation === "tanh" ? Math.tanh(z) : activation === "relu" ? Math.max(0, z) : z;
      }
    inputs.push(augmented);
    activations.push(result);
    values = result;
  }
  return { count, inputs, activations, outputs: activations.at(-1) as Float64Array };
}

/**
 * δ of each layer, [count·seeds, outputs]: the derivative before the activation of what the seeds [count·seeds, outputs]
 * weigh the network's outputs with. Row r belongs to example ⌊r/seeds⌋.
 */
export function backward(
  { layers }: DenseNet,
  weights: Float64Array,
  { count, activations }: NetPass,
  seedRows: Float64Array,
  seeds: number,
): Float64Array[] {
  const rows = count * seeds;
  const deltas: Float64Array[] = [];
  let grad = seedRows;
  for (let l = layers.length - 1; l >= 0; l--) {
    const { inputs: width, outputs, columns, start, activation } = layers[l] as DenseNet["layers"][number];
    const values = activations[l] as Float64Array;
    const delta = Float64Array.from(grad);
    if (activation !== "linear")
      for (let r = 0; r < rows; r++) {
        const example = Math.floor(r / seeds) * outputs;
        for (let o = 0; o < outputs; o++) {
          const value = values[example + o] as number;
          const slope = activation === "tanh" ? 1 - value * value : value > 0 ? 1 : 0;
          delta[r * outputs + o] = slope * (delta[r * outputs + o] as number);
        }
      }
    deltas.unshift(delta);
    if (l === 0) break;
    grad = new Float64Array(rows * width);
    for (let r = 0; r < rows; r++)
      for (let o = 0; o < outputs; o++)
        addTo(grad, r * width, delta[r * outputs + o] as number, weights, start + o * columns, width);
  }
  return deltas;
}

/** Σ_r share_r·δ_r ā_rᵀ for all layers, end to end: Jᵀ·share with J the derivatives along the weights. */
export function weightedSum(
  { layers, size }: DenseNet,
  { count, inputs }: NetPass,
  deltas: readonly Float64Array[],
  share: Float64Array | null,
): Float64Array {
  const sum = new Float64Array(size);
  layers.forEach(({ outputs, columns, start }, l) => {
    const delta = deltas[l] as Float64Array;
    const seeds = delta.length / (count * outputs);
    for (let n = 0; n < count; n++)
      for (let o = 0; o < outputs; o++) {
        let factor = 0;
        for (let r = n * seeds; r < (n + 1) * seeds; r++)
          factor += (share ? (share[r] as number) : 1) * (delta[r * outputs + o] as number);
        if (factor !== 0) addTo(sum, start + o * columns, factor, inputs[l] as Float64Array, n * columns, columns);
      }
  });
  return sum;
}

/** J·v, one value per row of the deltas. */
export function alongWeights(
  { layers }: DenseNet,
  { count, inputs }: NetPass,
  deltas: readonly Float64Array[],
  v: Float64Array,
): Float64Array {
  const [first] = layers;
  const seeds = (deltas[0] as Float64Array).length / (count * (first?.outputs ?? 1));
  const product = new Float64Array(count * seeds);
  layers.forEach(({ outputs, columns, start }, l) => {
    const delta = deltas[l] as Float64Array;
    for (let n = 0; n < count; n++)
      for (let o = 0; o < outputs; o++) {
        const tangent = inner(v, start + o * columns, inputs[l] as Float64Array, n * columns, columns);
        for (let r = n * seeds; r < (n + 1) * seeds; r++)
          product[r] = (product[r] as number) + tangent * (delta[r * outputs + o] as number);
      }
  });
  return product;
}

/** a[i…]·b[j…] over `length` values. */
function inner(a: Float64Array, i: number, b: Float64Array, j: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (a[i + k] as number) * (b[j + k] as number);
  return sum;
}

/** a[i…] ← a[i…] + factor·b[j…] over `length` values. */
function addTo(a: Float64Array, i: number, factor: number, b: Float64Array, j: number, length: number): void {
  for (let k = 0; k < length; k++) a[i + k] = (a[i + k] as number) + factor * (b[j + k] as number);
}
