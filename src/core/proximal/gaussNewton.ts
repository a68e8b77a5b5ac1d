import { psdSolver } from "../linalg/psd";
import { dotTile, padToTile, TILE } from "../linalg/tile";
import { alongWeights, type DenseNet, type NetPass, weightedSum } from "./denseNet";

/** The Gauss-Newton matrix JᵀJ of one point, J [rows, weights] a row of derivatives for each δ. */
export interface GaussNewton {
  /** (JᵀJ + shift·I)⁻¹ v; `shift` above 0. */
  solve(v: Float64Array, shift: number): Float64Array;
  /** tr JᵀJ. */
  trace: number;
}

/** The matrix of some rows, held on its smaller side: JJᵀ where there are fewer rows than weights (Woodbury), else JᵀJ. */
export function gaussNewton(net: DenseNet, pass: NetPass, deltas: readonly Float64Array[]): GaussNewton {
  const rows = (deltas[0] as Float64Array).length / (net.layers[0]?.outputs ?? 1);
  return rows < net.size ? inRowSpace(net, pass, deltas, rows) : inWeightSpace(net, pass, deltas, rows);
}

function inRowSpace(net: DenseNet, pass: NetPass, deltas: readonly Float64Array[], rows: number): GaussNewton {
  const gram = rowGram(net, pass, deltas, rows);
  const solver = remembered((shift) => psdSolver(gram, rows, shift));
  const along = (v: Float64Array) => alongWeights(net, pass, deltas, v);
  const back = (share: Float64Array) => weightedSum(net, pass, deltas, share);
  return {
    trace: traceOf(gram, rows),
    solve(v, shift) {
      const inRows = back(solver(shift)(along(v)));
      return v.map((value, i) => (value - (inRows[i] as number)) / shift);
    },
  };
}

function inWeightSpace(net: DenseNet, pass: NetPass, deltas: readonly Float64Array[], rows: number): GaussNewton {
  const { size } = net;
  const matrix = weightGram(net, pass, deltas, rows);
  const solver = remembered((shift) => psdSolver(matrix, size, shift));
  return {
    trace: traceOf(matrix, size),
    solve: (v, shift) => solver(shift)(v),
  };
}

/** JJᵀ: the sum over layers of ⟨δ_r, δ_s⟩⟨ā_r, ā_s⟩, so that J itself is never written out. */
function rowGram({ layers }: DenseNet, { count, inputs }: NetPass, deltas: readonly Float64Array[], rows: number) {
  const gram = new Float64Array(rows * rows);
  const seeds = rows / count;
  layers.forEach(({ outputs, columns }, l) => {
    const between = selfProducts(deltas[l] as Float64Array, rows, outputs);
    const inputProducts = selfProducts(inputs[l] as Float64Array, count, columns);
    for (let r = 0; r < rows; r++) {
      const example = Math.floor(r / seeds) * count;
      for (let s = 0; s <= r; s++) {
        const at = r * rows + s;
        gram[at] =
          (gram[at] as number) + (between[at] as number) * (inputProducts[example + Math.floor(s / seeds)] as number);
      }
    }
  });
  return gram;
}

/** JᵀJ, from J's columns one layer's weight after another. */
function weightGram(
  { layers, size }: DenseNet,
  { count, inputs }: NetPass,
  deltas: readonly Float64Array[],
  rows: number,
) {
  const seeds = rows / count;
  const columnsOfJ = new Float64Array(size * rows);
  layers.forEach(({ outputs, columns, start }, l) => {
    const delta = deltas[l] as Float64Array;
    const input = inputs[l] as Float64Array;
    for (let o = 0; o < outputs; o++)
      for (let i = 0; i < columns; i++)
        for (let r = 0; r < rows; r++)
          columnsOfJ[(start + o * columns + i) * rows + r] =
            (delta[r * outputs + o] as number) * (input[Math.floor(r / seeds) * columns + i] as number);
  });
  return selfProducts(columnsOfJ, size, rows);
}

/** XXᵀ of X [count, width], its lower triangle at least, [count, count]. */
function selfProducts(x: Float64Array, count: number, width: number): Float64Array {
  const padded = new Float64Array(padToTile(count) * width);
  padded.set(x.subarray(0, count * width));
  const products = new Float64Array(count * count);
  const tile = new Float64Array(TILE * TILE);
  for (let row = 0; row < count; row += TILE)
    for (let column = 0; column <= row; column += TILE) {
      dotTile(padded, row, padded, column, width, 0, width, tile);
      for (let r = row; r < Math.min(row + TILE, count); r++)
        for (let c = column; c < Math.min(column + TILE, count); c++)
          products[r * count + c] = tile[(r - row) * TILE + c - column] as number;
    }
  return products;
}

function traceOf(matrix: Float64Array, n: number): number {
  let trace = 0;
  for (let i = 0; i < n; i++) trace += matrix[i * n + i] as number;
  return trace;
}

/** The result for the last argument. */
function remembered<Result>(make: (argument: number) => Result): (argument: number) => Result {
  let last: { argument: number; result: Result } | null = null;
  return (argument) => {
    if (last?.argument !== argument) last = { argument, result: make(argument) };
    return last.result;
  };
}
