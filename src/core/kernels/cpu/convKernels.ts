import {
  backend_util,
  Conv2D,
  type Conv2DAttrs,
  FusedConv2D,
  type FusedConv2DAttrs,
  type TensorInfo,
} from "@tensorflow/tfjs-core";
import { attrsOf, floatsOf, type KernelCall, type OwnKernel, tensorOf } from "./call";
import { convolution } from "./convolution";
import { elementwise } from "./elementwise";

/** The result of a convolution of channels last, and its shape. */
function convolved(call: KernelCall, { strides, pad, dilations, dataFormat, dimRoundingMode }: Conv2DAttrs) {
  const { x, filter } = call.inputs as { x: TensorInfo; filter: TensorInfo };
  const floats = floatsOf(call.backend, x, filter);
  if (!floats || dataFormat !== "NHWC") return null;
  const info = backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filter.shape as [number, number, number, number],
    strides,
    dilations,
    pad,
    dimRoundingMode,
  );
  return { shape: info.outShape, values: convolution(floats[0] as Float32Array, floats[1] as Float32Array, info) };
}

const conv2d: OwnKernel = (call) => {
  const result = convolved(call, attrsOf<Conv2DAttrs>(call));
  return result && tensorOf(call, result.shape, result.values);
};

/** With a bias and without an activation. */
const fusedConv2d: OwnKernel = (call) => {
  const { bias, preluActivationWeights } = call.inputs;
  const attrs = attrsOf<FusedConv2DAttrs>(call);
  if (!bias || preluActivationWeights || (attrs.activation ?? "linear") !== "linear") return null;
  const [biases] = floatsOf(call.backend, bias) ?? [];
  const result = bias.shape.length === 1 && biases ? convolved(call, attrs) : null;
  if (!result || !biases) return null;
  return tensorOf(call, result.shape, elementwise("Add", result, { values: biases, shape: bias.shape }, result.shape));
};

/** Convolutions of channels last. */
export const CONV_KERNELS: Readonly<Record<string, OwnKernel>> = {
  [Conv2D]: conv2d,
  [FusedConv2D]: fusedConv2d,
};
