import "@tensorflow/tfjs-backend-cpu";
import {
  BatchMatMul,
  type BatchMatMulAttrs,
  getKernel,
  type KernelBackend,
  type KernelFunc,
  registerKernel,
  type TensorInfo,
  Transpose,
  type TransposeAttrs,
  unregisterKernel,
  util,
} from "@tensorflow/tfjs-core";
import { addProduct, type Operand } from "./multiply";

/*
 * tfjs's cpu backend, with a product and a transpose of matrices of ours, to the same bits.
 */

interface CpuBackend extends KernelBackend {
  data: { get(id: object): { values: Float32Array } };
  makeTensorInfo(shape: number[], dtype: "float32", values: Float32Array): TensorInfo;
}

/** tfjs's own, for what ours leave to them, and the oracles of ours. */
export const theirProduct = getKernel(BatchMatMul, "cpu").kernelFunc;
export const theirTranspose = getKernel(Transpose, "cpu").kernelFunc;

/** a·b over the last two axes, a or b transposed where told; of float32 with equal other axes, else `theirProduct`. */
const batchMatMul: KernelFunc = (call) => {
  const { a, b } = call.inputs as { a: TensorInfo; b: TensorInfo };
  const backend = call.backend as CpuBackend;
  const { transposeA, transposeB } = call.attrs as unknown as BatchMatMulAttrs;
  const outer = a.shape.slice(0, -2);
  if (a.dtype !== "float32" || b.dtype !== "float32" || !util.arraysEqual(outer, b.shape.slice(0, -2)))
    return theirProduct(call);
  const left = matrixOf(backend, a, transposeA);
  const right = matrixOf(backend, b, transposeB);
  if (left.columns !== right.rows) return theirProduct(call); // it says what does not fit
  const [rows, depth, columns] = [left.rows, left.columns, right.columns];
  const count = util.sizeFromShape(outer);
  const out: Operand = { values: new Float32Array(count * rows * columns), at: 0, row: columns, column: 1 };
  for (let i = 0; i < count; i++) {
    addProduct(left.operand, right.operand, out, rows, depth, columns);
    left.operand.at += rows * depth;
    right.operand.at += depth * columns;
    out.at += rows * columns;
  }
  return backend.makeTensorInfo([...outer, rows, columns], "float32", out.values);
};

/** The axes of a matrix swapped; theirs for other axes. */
const transpose: KernelFunc = (call) => {
  const x = call.inputs.x as TensorInfo;
  const backend = call.backend as CpuBackend;
  const { perm } = call.attrs as unknown as TransposeAttrs;
  if (x.dtype !== "float32" || !util.arraysEqual(perm, [1, 0])) return theirTranspose(call);
  const [rows, columns] = x.shape as [number, number];
  const { values } = backend.data.get(x.dataId);
  const out = new Float32Array(values.length);
  for (let row = 0, from = 0; row < rows; row++)
    for (let to = row; to < out.length; to += rows) out[to] = values[from++] as number;
  return backend.makeTensorInfo([columns, rows], "float32", out);
};

function matrixOf(backend: CpuBackend, { dataId, shape }: TensorInfo, transposed: boolean) {
  const [rows = 1, columns = 1] = shape.slice(-2);
  const { values } = backend.data.get(dataId);
  const operand: Operand = { values, at: 0, row: columns, column: 1 };
  if (!transposed) return { rows, columns, operand };
  return { rows: columns, columns: rows, operand: { ...operand, row: 1, column: columns } };
}

for (const [kernelName, kernelFunc] of [
  [BatchMatMul, batchMatMul],
  [Transpose, transpose],
] as const) {
  unregisterKernel(kernelName, "cpu"); // else tfjs tells the console that it has one
  registerKernel({ kernelName, backendName: "cpu", kernelFunc });
}
