import {
  backend_util,
  Mean,
  type MeanAttrs,
  PadV2,
  type PadV2Attrs,
  Slice,
  type SliceAttrs,
  Sum,
  type SumAttrs,
  slice_util,
  type TensorInfo,
  Transpose,
  type TransposeAttrs,
  util,
} from "@tensorflow/tfjs-core";
import { attrsOf, floatsOf, type KernelCall, type OwnKernel, tensorOf } from "./call";
import { type ElementOp, elementwise } from "./elementwise";
import { copyBlock, stridesOf } from "./layout";
import { sumOver } from "./sum";

const elementKernel =
  (op: ElementOp): OwnKernel =>
  (call) => {
    const { a, b } = call.inputs as { a: TensorInfo; b: TensorInfo };
    const floats = floatsOf(call.backend, a, b);
    if (!floats) return null;
    const [left, right] = floats as [Float32Array, Float32Array];
    const shape = backend_util.assertAndGetBroadcastShape(a.shape, b.shape);
    const values = elementwise(op, { values: left, shape: a.shape }, { values: right, shape: b.shape }, shape);
    return tensorOf(call, shape, values);
  };

/** The one input of a call with its values; null where these are not float32. */
function inputOf({ inputs, backend }: KernelCall) {
  const { shape, ...rest } = inputs.x as TensorInfo;
  const [values] = floatsOf(backend, { shape, ...rest }) ?? [];
  return values ? { values, shape } : null;
}

const reduceKernel =
  (isMean: boolean): OwnKernel =>
  (call) => {
    const x = inputOf(call);
    const { axis, keepDims } = attrsOf<SumAttrs & MeanAttrs>(call);
    if (!x) return null;
    const axes = util.parseAxisParam(axis, x.shape as number[]);
    if (axes.some((each, i) => i > 0 && each <= (axes[i - 1] as number))) return null; // another order, other sums
    const [kept, over] = backend_util.computeOutAndReduceShapes(x.shape as number[], axes);
    const values = sumOver(x, axes, isMean ? util.sizeFromShape(over) : 1);
    return tensorOf(call, keepDims ? backend_util.expandShapeToKeepDim(kept, axes) : kept, values);
  };

/** Of more axes than a matrix has, which the backend does already. */
const transpose: OwnKernel = (call) => {
  const x = inputOf(call);
  const { perm } = attrsOf<TransposeAttrs>(call);
  if (!x || perm.length < 3) return null;
  const strides = stridesOf(x.shape);
  const shape = perm.map((axis) => x.shape[axis] as number);
  const values = new Float32Array(x.values.length);
  const from = { values: x.values, at: 0, strides: perm.map((axis) => strides[axis] as number) };
  copyBlock(shape, from, { values, at: 0, strides: stridesOf(shape) });
  return tensorOf(call, shape, values);
};

const pad: OwnKernel = (call) => {
  const x = inputOf(call);
  if (!x) return null;
  const { paddings, constantValue } = attrsOf<PadV2Attrs>(call);
  const shape = paddings.map(([before, after], axis) => before + (x.shape[axis] as number) + after);
  const values = new Float32Array(util.sizeFromShape(shape));
  if (constantValue !== 0) values.fill(constantValue);
  const strides = stridesOf(shape);
  const at = paddings.reduce((sum, [before], axis) => sum + before * (strides[axis] as number), 0);
  copyBlock(x.shape, { values: x.values, at: 0, strides: stridesOf(x.shape) }, { values, at, strides });
  return tensorOf(call, shape, values);
};

/** A block inside a tensor; what lies in one piece tfjs takes without a copy. */
const slice: OwnKernel = (call) => {
  const x = inputOf(call);
  if (!x) return null;
  const { begin, size } = attrsOf<SliceAttrs>(call);
  const [from, shape] = slice_util.parseSliceParams(call.inputs.x as never, begin, size) as [number[], number[]];
  if (slice_util.isSliceContinous(x.shape as number[], from, shape)) return null;
  if (from.some((start, axis) => start < 0 || start + (shape[axis] as number) > (x.shape[axis] as number))) return null;
  const strides = stridesOf(x.shape);
  const values = new Float32Array(util.sizeFromShape(shape));
  const at = from.reduce((sum, start, axis) => sum + start * (strides[axis] as number), 0);
  copyBlock(shape, { values: x.values, at, strides }, { values, at: 0, strides: stridesOf(shape) });
  return tensorOf(call, shape, values);
};

const ELEMENT_OPS: readonly ElementOp[] = ["Add", "Sub", "Multiply", "RealDiv", "Maximum", "Minimum"];

/** What goes through arrays value by value: tfjs works out each one's coordinates. */
export const ARRAY_KERNELS: Readonly<Record<string, OwnKernel>> = {
  ...Object.fromEntries(ELEMENT_OPS.map((op) => [op, elementKernel(op)])),
  [Sum]: reduceKernel(false),
  [Mean]: reduceKernel(true),
  [Transpose]: transpose,
  [PadV2]: pad,
  [Slice]: slice,
};
