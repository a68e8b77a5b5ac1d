import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { GpuHeap } from "./heap";
import { runList } from "./lists";
import { directTile, mainCode, productCode, type Tile, threadsOf, tileKey, tilesOf, workgroupsFor } from "./product";

/** A matrix [rows, columns] as it is stored, or its transpose. */
type Operand = Tensor2D | { transposed: Tensor2D };

/** factor·Σ left·right into `to`; all products of a launch are sums of equally many terms. */
export interface MatrixProduct {
  to: Tensor2D;
  terms: readonly (readonly [left: Operand, right: Operand])[];
}

/**
 * Products of matrices, all in one launch where their bindings allow it. A thread computes a block of values and reads its
 * operands from where they are: the sixteen values of a block of 4 by 4 share the eight that it reads for a depth.
 */
export function multiplyAll(gpu: GpuHeap, factor: number, products: readonly MatrixProduct[]): void {
  const terms = products[0]?.terms.length ?? 0;
  const largest = products.map(({ to: { shape } }) => shape).sort((one, other) => size(other) - size(one))[0] ?? [0, 0];
  const tile = directTile(...largest);
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
    return { outputs: { to }, inputs, sizes, workgroups: tilesOf(tile, rows, columns) };
  });
  const key = `multiplyAll${terms}_${tileKey(tile)}`;
  runList(gpu, { key, threads: threadsOf(tile), code: () => sumCode(terms, tile) }, segments, { factor });
}

function sumCode(terms: number, tile: Tile): string {
  const elements = (k: number) => ({
    left: `return a${k}(own, i * aRow${k}(own) + k * aColumn${k}(own));`,
    right: `return b${k}(own, k * bRow${k}(own) + j * bColumn${k}(own));`,
  });
  const product = productCode({
    name: "product",
    rows: "rows(own)",
    columns: "columns(own)",
    ...elements(0),
    further: Array.from({ length: terms - 1 }, (_, n) => ({ ...elements(n + 1), depth: `depth${n + 1}(own)` })),
    leftAlong: "depth",
    rightAlong: "column",
    store: "set_to(own, i * columns(own) + j, numbers.factor * value);",
    tile,
  });
  return `var<private> own: Segment;
${product}
fn segment(s: Segment, group: u32, thread: u32) {
  own = s;
  product(group, 0u, depth0(s), thread);
}`;
}

/** A product of at least so many values has workgroups enough for a GPU without its depths being divided. */
const WIDE = 2 ** 14;

/** So many depths are few enough for one thread, however few values there are. */
const SHALLOW = 512;

/** left·right, [rows, columns], in one launch whose program is one for all sizes; null where the depths are better divided, or differ. */
export function multiplyOnGpu(gpu: GpuHeap, left: Operand, right: Operand): Tensor2D | null {
  const [a, b] = [storedAs(left), storedAs(right)];
  const [rows, columns] = [a.rows, b.columns];
  if (a.columns !== b.rows) return null; // which the composition refuses
  if (rows * columns < WIDE && a.columns > SHALLOW) return null;
  const tile = directTile(rows, columns);
  const to = gpu.make<Tensor2D>([rows, columns]);
  const at = (name: string, { rowStride }: Stored, row: string, column: string) =>
    rowStride === 1
      ? `return ${name}[${column} * u32(numbers.${name}Stride) + ${row}];`
      : `return ${name}[${row} * u32(numbers.${name}Stride) + ${column}];`;
  const code = () =>
    [
      productCode({
        name: "product",
        rows: "u32(numbers.rows)",
        columns: "u32(numbers.columns)",
        left: at("a", a, "i", "k"),
        right: at("b", b, "k", "j"),
        leftAlong: "depth",
        rightAlong: "column",
        store: "to[i * u32(numbers.columns) + j] = value;",
        tile,
      }),
      mainCode(threadsOf(tile), "product(tile, 0u, u32(numbers.depth), thread);"),
    ].join("\n");
  const key = `multiply_${a.rowStride === 1}_${b.rowStride === 1}_${tileKey(tile)}`;
  gpu.run(
    { key, code, workgroups: workgroupsFor(tilesOf(tile, rows, columns)) },
    { to },
    { a: a.matrix, b: b.matrix },
    { rows, columns, depth: a.columns, aStride: a.matrix.shape[1], bStride: b.matrix.shape[1] },
  );
  return to;
}

const size = ([rows, columns]: readonly [number, number]) => rows * columns;

interface Stored {
  matrix: Tensor2D;
  rows: number;
  columns: number;
  /** Values from row to row, and from column to column. */
  rowStride: number;
  columnStride: number;
}

function storedAs(operand: Operand): Stored {
  const isTransposed = "transposed" in operand;
  const matrix = isTransposed ? operand.transposed : operand;
  const [rows, columns] = matrix.shape;
  return isTransposed
    ? { matrix, rows: columns, columns: rows, rowStride: 1, columnStride: columns }
    : { matrix, rows, columns, rowStride: columns, columnStride: 1 };
}
