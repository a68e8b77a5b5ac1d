import type { Lambdas } from "../../config/tables/lambdas";
import { dot } from "../linalg/hostVector";
import { NotPositiveDefiniteError, psdInverse } from "../linalg/psd";
import type { ProximalStep } from "./proximalStep";

/** B and B′ of one linear layer: rows [count, inputs] with targets [count, outputs]. */
export interface LinearData {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  fsdX: ArrayLike<number>;
  /** Which rows of `x` and `y` are B; all where it is left out. */
  batch?: Int32Array;
  /** Which rows of `fsdX` are B′. */
  fsdBatch?: Int32Array;
}

/** What the proximal objective of linear regression is made of, with ā = (x, 1) or x alone; the same for every θ. */
export interface LinearMoments {
  columns: number;
  outputs: number;
  /** E[āāᵀ] on B, [columns, columns]: the Hessian of the loss for each output. */
  hessian: Float64Array;
  /** E[āāᵀ] on B′: the matrix of FSD. */
  fsdCurvature: Float64Array;
  /** E[yāᵀ] on B, [outputs, columns]. */
  targetMoment: Float64Array;
}

/** The moments for weights [outputs, columns], a column more than the inputs where the layer has a bias. */
export function linearMoments(data: LinearData, inputs: number, columns: number, outputs: number): LinearMoments {
  const batch = data.batch ?? allRows(data.x.length / inputs);
  const fsdBatch = data.fsdBatch ?? allRows(data.fsdX.length / inputs);
  return {
    columns,
    outputs,
    hessian: secondMoment(data.x, batch, inputs, columns),
    fsdCurvature: secondMoment(data.fsdX, fsdBatch, inputs, columns),
    targetMoment: crossMoment(data, batch, inputs, columns, outputs),
  };
}

/** Matrix and inverse for the last λ asked for: all runs of a step share the moments, most of them the λ as well. */
const systems = new WeakMap<LinearMoments, Lambdas & { system: System }>();

interface System {
  /** M = H + λ_FSD·G + λ_WSD·I. */
  matrix: Float64Array;
  inverse: Float64Array;
}

function systemOf(moments: LinearMoments, { lambdaFsd, lambdaWsd }: Lambdas): System {
  const known = systems.get(moments);
  if (known && known.lambdaFsd === lambdaFsd && known.lambdaWsd === lambdaWsd) return known.system;
  const { columns, hessian, fsdCurvature } = moments;
  const matrix = hessian.map((h, at) => {
    const onDiagonal = at % (columns + 1) === 0;
    return h + lambdaFsd * (fsdCurvature[at] as number) + (onDiagonal ? lambdaWsd : 0);
  });
  const system = { matrix, inverse: invert(matrix, columns) };
  systems.set(moments, { lambdaFsd, lambdaWsd, system });
  return system;
}

/**
 * The proximal step of linear regression in closed form, θ* = θ − M⁻¹g with M = H + λ_FSD·G + λ_WSD·I for each row of
 * W [outputs, columns]. Throws RangeError where M is singular.
 */
export function linearProximalStep(W: Float64Array, moments: LinearMoments, lambdas: Lambdas): ProximalStep {
  const { columns, outputs, hessian, targetMoment } = moments;
  const { matrix, inverse } = systemOf(moments, lambdas);
  const gradient = new Float64Array(W.length);
  const target = new Float64Array(W.length);
  let squared = 0;
  let curvature = 0;
  for (let o = 0; o < outputs; o++) {
    const own = rowOf(W, o, columns);
    const g = rowOf(gradient, o, columns);
    const linear = rowOf(targetMoment, o, columns);
    for (let i = 0; i < columns; i++) g[i] = dot(rowOf(hessian, i, columns), own) - (linear[i] as number);
    for (let i = 0; i < columns; i++) {
      target[o * columns + i] = (own[i] as number) - dot(rowOf(inverse, i, columns), g);
      squared += (g[i] as number) ** 2;
      curvature += (g[i] as number) * dot(rowOf(matrix, i, columns), g);
    }
  }
  return { target, gradient, bestRate: curvature > 0 ? squared / curvature : null };
}

const rowOf = (matrix: Float64Array, row: number, columns: number) =>
  matrix.subarray(row * columns, (row + 1) * columns);

const allRows = (count: number) => Int32Array.from({ length: count }, (_, n) => n);

/** Σ āāᵀ/N, [columns, columns]. */
function secondMoment(x: ArrayLike<number>, rows: Int32Array, inputs: number, columns: number): Float64Array {
  const sums = new Float64Array(columns * columns);
  for (const row of rows) {
    const start = row * inputs;
    for (let i = 0; i < inputs; i++) {
      const factor = x[start + i] as number;
      const at = i * columns;
      for (let j = 0; j <= i; j++) sums[at + j] = (sums[at + j] as number) + factor * (x[start + j] as number);
    }
    for (let at = inputs * columns, j = 0; columns > inputs && j < inputs; at++, j++)
      sums[at] = (sums[at] as number) + (x[start + j] as number);
  }
  if (columns > inputs) sums[columns * columns - 1] = rows.length;
  for (let i = 0; i < columns; i++)
    for (let j = 0; j <= i; j++) {
      const mean = (sums[i * columns + j] as number) / rows.length;
      sums[i * columns + j] = mean;
      sums[j * columns + i] = mean;
    }
  return sums;
}

/** Σ yāᵀ/N, [outputs, columns]. */
function crossMoment(
  { x, y }: LinearData,
  rows: Int32Array,
  inputs: number,
  columns: number,
  outputs: number,
): Float64Array {
  const moment = new Float64Array(outputs * columns);
  for (const row of rows)
    for (let o = 0; o < outputs; o++) {
      const target = (y[row * outputs + o] as number) / rows.length;
      const at = o * columns;
      for (let i = 0; i < inputs; i++)
        moment[at + i] = (moment[at + i] as number) + target * (x[row * inputs + i] as number);
      if (columns > inputs) moment[at + inputs] = (moment[at + inputs] as number) + target;
    }
  return moment;
}

function invert(matrix: Float64Array, n: number): Float64Array {
  try {
    return psdInverse(matrix, n, 0);
  } catch (error) {
    if (!(error instanceof NotPositiveDefiniteError)) throw error;
    throw new RangeError(
      "The proximal objective has no unique minimum on these batches: raise λ_WSD above 0, or the batch size. " +
        `(${error.message})`,
    );
  }
}
