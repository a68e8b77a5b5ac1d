import {
  add,
  div,
  mean,
  mul,
  ones,
  reshape,
  square,
  sum,
  type Tensor2D,
  type Tensor4D,
  transpose,
} from "@tensorflow/tfjs-core";
import { conv2dFilterGrad, conv2dInputGrad, convolve } from "../conv2d";
import { convInputFactor, patchRows } from "../convFactor";
import { biasOf, convBackward, convForward, filterOf, withBiasGrad } from "../convLayer";
import { fused } from "../fused";
import { onGpu } from "../gpuKernels";
import { matMulTransposedA } from "../matMul";
import { type ConvPasses, type ConvShape, type PlacedShape, patchOf, placesOf } from "../operands/convolution";
import { placedOnHeap } from "../wasm/graph/conv";
import { everyNth, type ImageMargins, spread, withMargins } from "./strides";

/*
 * Convolutions with zeros around the images and with a stride: on WASM and WebGPU in the addressing of the kernels, else as
 * compositions of those with neither, whose stride's adjoint puts zeros between.
 */

/** Of a convolution with this stride and so many rows and columns of zeros around the images. */
export const placedPasses =
  (stride: number, padding: number) =>
  (valid: ConvShape): ConvPasses => {
    const shape = { ...valid, stride, padding };
    return {
      places: placesOf(shape),
      forward: (x, weights) => placedForward(x, weights, shape),
      backward: (pass, wanted) => placedBackward(pass, shape, wanted),
      tangent: (dx, weights) => placedTangent(dx, weights, shape),
      inputFactor: (x) => placedInputFactor(x, shape),
      inputScale: (x) => placedInputScale(x, shape),
      rows: (x) => placedRows(x, shape),
    };
  };

/**
 * Images as the convolution reads them, and its shape on these: with their zeros, without the rows and columns that the stride
 * leaves out, and where the kernel is 1×1 without the pixels that it leaves out, so that there is no stride any more.
 */
function readBy(shape: PlacedShape): { margins: ImageMargins; every: number; within: ConvShape; stride: number } {
  const { height, width, kernel, stride, padding } = shape;
  const [rows, columns] = placesOf(shape);
  const isPicked = kernel === 1;
  const reach = (places: number) => (isPicked ? places * stride : (places - 1) * stride + kernel);
  const margins = {
    top: padding,
    bottom: reach(rows) - height - padding,
    left: padding,
    right: reach(columns) - width - padding,
  };
  const size = isPicked ? { height: rows, width: columns } : { height: reach(rows), width: reach(columns) };
  const within = { ...shape, ...size };
  return isPicked ? { margins, every: stride, within, stride: 1 } : { margins, every: 1, within, stride };
}

const opposite = ({ top, bottom, left, right }: ImageMargins): ImageMargins => ({
  top: -top,
  bottom: -bottom,
  left: -left,
  right: -right,
});

/** Outputs [count, h, w, outputs] of x [count, height, width, channels]. */
const placedForward = fused(plainForward, { wasm: placedOnHeap.forward, webgpu: onGpu("convForwardOnGpu") });

/** The derivative of the outputs along a tangent of x: the convolution without its bias. */
const placedTangent = fused(plainTangent, { wasm: placedOnHeap.tangent, webgpu: onGpu("convTangentOnGpu") });

/** The gradients that are wanted, of x and of the weights, for `outputGrad` [count, h, w, outputs]. */
const placedBackward = fused(plainBackward, {
  wasm: (heap, { x, weights, outputGrad }, shape, wanted) => ({
    inputGrad: wanted.input ? placedOnHeap.inputGrad(heap, weights, outputGrad, shape) : null,
    weightGrad: wanted.weights ? placedOnHeap.weightGrad(heap, x, outputGrad, shape) : null,
  }),
  webgpu: (gpu, { x, weights, outputGrad }, shape, wanted) =>
    onGpu("convBackwardOnGpu")(
      gpu,
      { outputGrad, ...(wanted.weights && { x }), ...(wanted.input && { weights }) },
      shape,
    ),
});

/** Σ āāᵀ / count over the patches ā. */
const placedInputFactor = fused(plainInputFactor, {
  wasm: placedOnHeap.inputFactor,
  webgpu: onGpu("convInputFactorOnGpu"),
});

function plainForward(x: Tensor4D, weights: Tensor2D, shape: PlacedShape): Tensor4D {
  const { margins, every, within, stride } = readBy(shape);
  const seen = everyNth(withMargins(x, margins), every);
  if (stride === 1) return convForward(seen, weights, within);
  return convolve(seen, filterOf(weights, within), 0, biasOf(weights, within), stride);
}

function plainTangent(dx: Tensor4D, weights: Tensor2D, shape: PlacedShape): Tensor4D {
  const { margins, every, within, stride } = readBy(shape);
  return convolve(everyNth(withMargins(dx, margins), every), filterOf(weights, within), 0, undefined, stride);
}

function plainBackward(
  { x, weights, outputGrad }: { x: Tensor4D; weights: Tensor2D; outputGrad: Tensor4D },
  shape: PlacedShape,
  wanted: { input: boolean; weights: boolean },
): { inputGrad: Tensor4D | null; weightGrad: Tensor2D | null } {
  const { margins, every, within, stride } = readBy(shape);
  const seen = everyNth(withMargins(x, margins), every);
  const atSeen =
    stride === 1
      ? convBackward({ x: seen, weights, outputGrad }, within, wanted)
      : stridedBackward({ x: seen, weights, outputGrad }, within, stride, wanted);
  const { inputGrad, weightGrad } = atSeen;
  return { inputGrad: inputGrad && withMargins(spread(inputGrad, every), opposite(margins)), weightGrad };
}

function stridedBackward(
  { x, weights, outputGrad }: { x: Tensor4D; weights: Tensor2D; outputGrad: Tensor4D },
  shape: ConvShape,
  stride: number,
  wanted: { input: boolean; weights: boolean },
) {
  // the zeros behind the last row and column are no places of the convolution
  const dy = withMargins(spread(outputGrad, stride), { top: 0, bottom: 1 - stride, left: 0, right: 1 - stride });
  const linear = () => transpose(reshape(conv2dFilterGrad(x, dy), [patchOf(shape), shape.outputs])) as Tensor2D;
  const weightGrad = () => (shape.bias ? withBiasGrad(linear(), outputGrad) : linear());
  return {
    inputGrad: wanted.input ? conv2dInputGrad(filterOf(weights, shape), dy) : null,
    weightGrad: wanted.weights ? weightGrad() : null,
  };
}

/** Patches as rows [count·positions, columns], trailing 1 where there is a bias. */
function placedRows(x: Tensor4D, shape: PlacedShape): Tensor2D {
  const { margins, every, within, stride } = readBy(shape);
  return patchRows(everyNth(withMargins(x, margins), every), within, stride);
}

function plainInputFactor(x: Tensor4D, shape: PlacedShape): Tensor2D {
  const { margins, every, within, stride } = readBy(shape);
  if (stride === 1) return convInputFactor(everyNth(withMargins(x, margins), every), within);
  const rows = placedRows(x, shape);
  return div(matMulTransposedA(rows, rows), x.shape[0]);
}

/** Mean of the diagonal of `placedInputFactor`, [1, 1], without the matrix. */
function placedInputScale(x: Tensor4D, shape: PlacedShape): Tensor2D {
  const { kernel, bias } = shape;
  const perPixel = sum(square(x), 3, true) as Tensor4D;
  const single = { ...shape, channels: 1, outputs: 1, bias: false };
  const sums = placedForward(perPixel, ones([1, kernel * kernel]) as Tensor2D, single);
  const [rows, columns] = placesOf(shape);
  const size = patchOf(shape) + Number(bias);
  const ofBias = bias ? (rows * columns) / size : 0;
  // a mean over examples and places
  return reshape(add(mul(mean(sums), (rows * columns) / size), ofBias), [1, 1]);
}
