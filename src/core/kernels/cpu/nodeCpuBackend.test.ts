import { backend, cast, type KernelBackend, memory, type Tensor, type TensorInfo } from "@tensorflow/tfjs-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useBackend } from "../../testing/forEachBackend";
import { normalTensor } from "../../testing/numeric";
import { ARRAY_KERNELS } from "./arrayKernels";
import type { OwnKernel } from "./call";
import { CONV_KERNELS } from "./convKernels";
import { theirKernel } from "./nodeCpuBackend";

beforeAll(() => useBackend("cpu"));

let tensors: Tensor[] = [];
let before = 0;
beforeEach(() => {
  tensors = [];
  before = memory().numTensors;
});
afterEach(() => {
  for (const tensor of tensors) tensor.dispose();
  expect(memory().numTensors).toBe(before);
});

type WithData = KernelBackend & { data: { get(id: object): { values: Float32Array } } };
const valuesOf = ({ dataId }: TensorInfo) => (backend() as WithData).data.get(dataId).values;

/** Normal values, with what is not usual among them: zeros of both signs, infinities, and no number. */
function drawn(name: string, shape: readonly number[]): Tensor {
  const tensor = normalTensor(name, [...shape]);
  const odd = [-0, 0, Number.POSITIVE_INFINITY, Number.NaN, Number.NEGATIVE_INFINITY];
  const values = valuesOf(tensor);
  odd.forEach((value, i) => {
    if (values.length > 12) values[(7 * i + 3) % values.length] = value;
  });
  tensors.push(tensor);
  return tensor;
}

/** What a kernel makes of a call, taken off the backend. */
function result(kernel: OwnKernel, inputs: Record<string, Tensor>, attrs: object) {
  const info = kernel({ inputs, backend: backend(), attrs: attrs as never });
  if (!info) throw new Error("Our kernel left this to tfjs's.");
  const { shape, dtype } = info;
  const values = Array.from(valuesOf(info));
  backend().disposeData(info.dataId);
  return { shape, dtype, values };
}

/** Ours and tfjs's own, bit for bit. */
function expectSame(name: string, inputs: Record<string, Tensor>, attrs: object = {}): void {
  const ours = (ARRAY_KERNELS[name] ?? CONV_KERNELS[name]) as OwnKernel;
  const theirs: OwnKernel = (call) => theirKernel(name)(call) as TensorInfo;
  expect(String(theirKernel(name)), "the oracle is not ours").not.toBe(String(ours));
  expect(result(ours, inputs, attrs)).toEqual(result(theirs, inputs, attrs));
}

describe.each(["Add", "Sub", "Multiply", "RealDiv", "Maximum", "Minimum"])("%s", (op) => {
  it.each([
    ["equal shapes", [3, 4, 5], [3, 4, 5]],
    ["a row for each row", [7, 5], [5]],
    ["a value for each row", [7, 5], [7, 1]],
    ["a row against a column", [1, 5], [7, 1]],
    ["one value", [], [3, 5]],
    ["two values alone", [], []],
    ["channels of images", [2, 3, 3, 4], [1, 1, 1, 4]],
    ["the middle", [2, 1, 5], [2, 6, 1]],
    ["nothing", [0, 4], [1, 4]],
  ])("takes %s as tfjs does", (_, a, b) => {
    expectSame(op, { a: drawn("a", a), b: drawn("b", b) });
    expectSame(op, { a: drawn("c", b), b: drawn("d", a) });
  });
});

describe.each(["Sum", "Mean"])("%s", (name) => {
  it.each([
    ["the last axis", [3, 50], [1]],
    ["the first", [50, 3], [0]],
    ["all, in one", [4, 5, 6], [0, 1, 2]],
    ["images and places", [5, 4, 4, 3], [0, 1, 2]],
    ["the outer and the inner", [3, 4, 5], [0, 2]],
    ["the middle", [3, 4, 5], [1]],
    ["axes of one value", [1, 6, 1], [0, 2]],
  ])("adds up %s as tfjs does", (_, shape, axis) => {
    const x = normalTensor("x", shape);
    tensors.push(x);
    for (const keepDims of [false, true]) {
      expectSame(name, { x }, { axis, keepDims });
      expectSame(name, { x: drawn("odd", shape) }, { axis, keepDims });
    }
  });
});

it.each([
  [
    [2, 3, 4, 5],
    [3, 1, 2, 0],
  ],
  [
    [2, 3, 4, 5],
    [0, 2, 1, 3],
  ],
  [
    [3, 1, 5],
    [2, 0, 1],
  ],
  [
    [3, 0, 5],
    [2, 0, 1],
  ],
])("transposes %j by %j as tfjs does", (shape, perm) => {
  expectSame("Transpose", { x: drawn("x", shape) }, { perm });
});

it.each([
  [
    [2, 3, 4, 2],
    [
      [0, 0],
      [1, 2],
      [3, 0],
      [0, 0],
    ],
    0,
  ],
  [[5], [[2, 1]], -1.5],
])("puts margins around %j as tfjs does: %j of %d", (shape, paddings, constantValue) => {
  expectSame("PadV2", { x: drawn("x", shape) }, { paddings, constantValue });
});

it.each([
  [
    [4, 6],
    [1, 2],
    [3, 3],
  ],
  [
    [2, 5, 5, 3],
    [0, 1, 0, 1],
    [2, 3, -1, 2],
  ],
])("cuts out of %j from %j on a block of %j as tfjs does", (shape, begin, size) => {
  expectSame("Slice", { x: drawn("x", shape) }, { begin, size });
});

const PLAIN = { strides: [1, 1], pad: "valid", dataFormat: "NHWC", dilations: [1, 1] };

it.each([
  ["as it is", [2, 6, 5, 3], [3, 2, 3, 4], {}],
  ["to fewer channels than a strip", [2, 6, 5, 3], [3, 3, 3, 2], { pad: 1 }],
  ["to one more than a strip", [1, 5, 5, 2], [5, 5, 2, 5], { pad: 2 }],
  ["in strides", [2, 7, 8, 3], [3, 3, 3, 7], { pad: 1, strides: [2, 2] }],
  ["of the same size", [1, 6, 6, 2], [4, 4, 2, 6], { pad: "same" }],
  ["with gaps", [1, 9, 9, 2], [3, 3, 2, 3], { dilations: [2, 2] }],
  ["by one value", [3, 2, 2, 5], [1, 1, 5, 9], {}],
])("convolves %s as tfjs does", (_, image, kernel, attrs) => {
  const inputs = { x: normalTensor("x", image), filter: normalTensor("filter", kernel) };
  const bias = normalTensor("bias", kernel.slice(-1));
  tensors.push(inputs.x, inputs.filter, bias);
  expectSame("Conv2D", inputs, { ...PLAIN, ...attrs });
  expectSame("FusedConv2D", { ...inputs, bias }, { ...PLAIN, ...attrs, activation: "linear" });
  valuesOf(inputs.x).set([-0, Number.POSITIVE_INFINITY, 0, Number.NaN], 3);
  expectSame("Conv2D", inputs, { ...PLAIN, ...attrs });
});

it("leaves to tfjs what is not of float32, other orders of axes, activations and channels first", () => {
  const call = (inputs: Record<string, Tensor>, attrs: object) => ({
    inputs,
    backend: backend(),
    attrs: attrs as never,
  });
  const x = drawn("x", [4, 6]);
  const whole = cast(x, "int32");
  const [images, filter, bias] = [drawn("i", [1, 4, 4, 4]), drawn("f", [2, 2, 4, 4]), drawn("b", [4])] as const;
  tensors.push(whole);
  expect(ARRAY_KERNELS.Add?.(call({ a: whole, b: whole }, {}))).toBeNull();
  expect(ARRAY_KERNELS.Sum?.(call({ x: whole }, { axis: [0] }))).toBeNull();
  expect(ARRAY_KERNELS.Sum?.(call({ x }, { axis: [1, 0] }))).toBeNull();
  expect(ARRAY_KERNELS.Slice?.(call({ x }, { begin: [1, 0], size: [2, 6] })), "in one piece").toBeNull();
  const relu = { ...PLAIN, activation: "relu" };
  expect(CONV_KERNELS.FusedConv2D?.(call({ x: images, filter, bias }, relu))).toBeNull();
  expect(CONV_KERNELS.Conv2D?.(call({ x: images, filter }, { ...PLAIN, dataFormat: "NCHW" }))).toBeNull();
});
