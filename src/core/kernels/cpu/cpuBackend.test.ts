import {
  backend,
  cast,
  type KernelBackend,
  matMul,
  memory,
  type Tensor,
  type TensorInfo,
  transpose,
} from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { useBackend } from "../../testing/forEachBackend";
import { normalTensor } from "../../testing/numeric";
import { theirProduct, theirTranspose } from "./cpuBackend";

beforeAll(() => useBackend("cpu"));

type WithData = KernelBackend & { data: { get(id: object): { values: ArrayLike<number> } } };
const valuesOf = ({ dataId }: TensorInfo) => (backend() as WithData).data.get(dataId).values;

/** What tfjs's own kernel makes of them. */
function product(a: Tensor, b: Tensor, transposeA: boolean, transposeB: boolean) {
  const info = theirProduct({ inputs: { a, b }, backend: backend(), attrs: { transposeA, transposeB } }) as TensorInfo;
  const values = Array.from(valuesOf(info));
  backend().disposeData(info.dataId);
  return { shape: info.shape, values };
}

/** What the page runs. */
function ours(a: Tensor, b: Tensor, transposeA: boolean, transposeB: boolean) {
  const c = matMul(a, b, transposeA, transposeB);
  const { shape, values } = { shape: c.shape, values: Array.from(valuesOf(c)) };
  c.dispose();
  return { shape, values };
}

/** Rows, depth and columns: less than a tile, odd, in one block of 48 terms, at its edge and over several. */
const SIZES = [
  [1, 1, 1],
  [2, 3, 4],
  [3, 48, 5],
  [8, 65, 1],
  [5, 49, 6],
  [7, 97, 11],
  [64, 200, 33],
] as const;

const WAYS = [false, true].flatMap((a) => [false, true].map((b) => [a, b] as const));

it("multiplies matrices to the bits of tfjs's own kernel, transposed or not, also with infinities and zeros of both signs", () => {
  expect(String(theirProduct), "the oracle is not ours").toContain("blockSize");
  for (const [rows, depth, columns] of SIZES)
    for (const [transposeA, transposeB] of WAYS) {
      const a = normalTensor("a", transposeA ? [depth, rows] : [rows, depth], 3);
      const b = normalTensor("b", transposeB ? [columns, depth] : [depth, columns], 3);
      expect(ours(a, b, transposeA, transposeB)).toEqual(product(a, b, transposeA, transposeB));
      const values = valuesOf(a) as Float32Array;
      values.set([Number.POSITIVE_INFINITY, -0].slice(0, values.length));
      values.fill(-0, 2, 2 + depth);
      expect(ours(a, b, transposeA, transposeB)).toEqual(product(a, b, transposeA, transposeB));
      a.dispose();
      b.dispose();
    }
});

it.each([
  ["a stack of matrices", [2, 3, 5, 7], [2, 3, 7, 4]],
  ["one matrix against a stack", [1, 5, 7], [3, 7, 4]],
  ["no rows", [0, 7], [7, 4]],
])("multiplies %s as tfjs does", (_, left, right) => {
  const [a, b] = [normalTensor("a", left), normalTensor("b", right)];
  expect(ours(a, b, false, false)).toEqual(product(a, b, false, false));
  a.dispose();
  b.dispose();
});

it("leaves integers to tfjs, refuses what does not fit in its words, and leaks nothing", () => {
  const before = memory().numTensors;
  const [a, b] = [normalTensor("a", [3, 4], 9), normalTensor("b", [4, 3], 9)];
  const whole = [cast(a, "int32"), cast(b, "int32")] as const;
  expect(ours(...whole, false, false)).toEqual(product(...whole, false, false));
  expect(() => matMul(a, b, true, false)).toThrow(/inner shapes \(3\) and \(4\)/);
  for (const tensor of [a, b, ...whole]) tensor.dispose();
  expect(memory().numTensors).toBe(before);
});

it("transposes as tfjs's own kernel does, matrices and stacks of them", () => {
  expect(String(theirTranspose), "the oracle is not ours").toContain("transposeImpl");
  for (const [shape, perm] of [
    [
      [1, 1],
      [1, 0],
    ],
    [
      [3, 50],
      [1, 0],
    ],
    [
      [50, 3],
      [1, 0],
    ],
    [
      [4, 0],
      [1, 0],
    ],
    [
      [4, 5],
      [0, 1],
    ],
    [
      [2, 3, 4],
      [0, 2, 1],
    ],
  ] as const) {
    const x = normalTensor("x", shape);
    const theirs = theirTranspose({ inputs: { x }, backend: backend(), attrs: { perm: [...perm] } }) as TensorInfo;
    const ours = transpose(x, [...perm]);
    expect(ours.shape).toEqual(theirs.shape);
    expect(Array.from(valuesOf(ours))).toEqual(Array.from(valuesOf(theirs)));
    backend().disposeData(theirs.dataId);
    ours.dispose();
    x.dispose();
  }
});
