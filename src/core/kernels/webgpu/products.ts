import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { GpuHeap } from "./heap";
import { runList } from "./lists";

/** A matrix [rows, columns] as it is stored, or its transpose. */
type Operand = Tensor2D | { transposed: Tensor2D };

/** factor·Σ left·right into `to`; all products of a launch are sums of equally many terms. */
export interface MatrixProduct {
  to: Tensor2D;
  terms: readonly (readonly [left: Operand, right: Operand])[];
}

const TILE = 16;

/** Products of matrices, all in one launch where their bindings allow it: tiles of 16 by 16 in a workgroup's memory. */
export function multiplyAll(gpu: GpuHeap, factor: number, products: readonly MatrixProduct[]): void {
  const terms = products[0]?.terms.length ?? 0;
  const indices = Array.from({ length: terms }, (_, k) => k);
  const segments = products.map(({ to, terms }) => {
    const [rows, columns] = to.shape;
    const inputs: Record<string, Tensor2D> = {};
    const sizes: Record<string, number> = { rows, columns };
    terms.forEach(([left, right], k) => {
      const [a, b] = [storedAs(left), storedAs(right)];
      inputs[`a${k}`] = a.matrix;
      inputs[`b${k}`] = b.matrix;
      Object.assign(sizes, {
        [`depth${k}`]: a.columns,
        ...{ [`aRow${k}`]: a.rowStride, [`aColumn${k}`]: a.columnStride },
        ...{ [`bRow${k}`]: b.rowStride, [`bColumn${k}`]: b.columnStride },
      });
    });
    return { outputs: { to }, inputs, sizes, workgroups: Math.ceil(rows / TILE) * Math.ceil(columns / TILE) };
  });
  const code = `var<workgroup> left: array<f32, ${TILE * TILE}>;
var<workgroup> right: array<f32, ${TILE * TILE}>;
fn segment(s: Segment, group: u32, thread: u32) {
  let across = (columns(s) + ${TILE - 1}u) / ${TILE}u;
  let top = group / across * ${TILE}u;
  let start = group % across * ${TILE}u;
  let y = thread / ${TILE}u;
  let x = thread % ${TILE}u;
  var sum = 0.0;
  ${indices.map(termCode).join("\n  ")}
  if (top + y < rows(s) && start + x < columns(s)) {
    set_to(s, (top + y) * columns(s) + start + x, numbers.factor * sum);
  }
}`;
  runList(gpu, { key: `multiplyAll${terms}`, threads: TILE * TILE, code }, segments, { factor });
}

/** Adds one product to `sum`. Neighbouring threads load neighbouring values, whichever way the operand is stored. */
const termCode = (k: number) => `for (var begin = 0u; begin < depth${k}(s); begin += ${TILE}u) {
    let isA = aColumn${k}(s) == 1u;
    let aRow = select(x, y, isA);
    let aColumn = select(y, x, isA);
    var value = 0.0;
    if (top + aRow < rows(s) && begin + aColumn < depth${k}(s)) {
      value = a${k}(s, (top + aRow) * aRow${k}(s) + (begin + aColumn) * aColumn${k}(s));
    }
    left[aRow * ${TILE}u + aColumn] = value;
    let isB = bColumn${k}(s) == 1u;
    let bRow = select(x, y, isB);
    let bColumn = select(y, x, isB);
    value = 0.0;
    if (begin + bRow < depth${k}(s) && start + bColumn < columns(s)) {
      value = b${k}(s, (begin + bRow) * bRow${k}(s) + (start + bColumn) * bColumn${k}(s));
    }
    right[bRow * ${TILE}u + bColumn] = value;
    workgroupBarrier();
    for (var i = 0u; i < ${TILE}u; i++) { sum += left[y * ${TILE}u + i] * right[i * ${TILE}u + x]; }
    workgroupBarrier();
  }`;

function storedAs(operand: Operand) {
  const isTransposed = "transposed" in operand;
  const matrix = isTransposed ? operand.transposed : operand;
  const [rows, columns] = matrix.shape;
  return isTransposed
    ? { matrix, columns: rows, rowStride: 1, columnStride: columns }
    : { matrix, columns, rowStride: columns, columnStride: 1 };
}
