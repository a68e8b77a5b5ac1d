import type { Tensor2D, Tensor4D } from "@tensorflow/tfjs-core";
import type { ConvShape } from "../operands/convolution";
import type { GpuHeap } from "./heap";
import { sumOfParts } from "./parts";
import {
  mainCode,
  type Product,
  productCode,
  type Threads,
  threadsFor,
  tileFor,
  tileKey,
  tileMemory,
  tilesOf,
  workgroupsFor,
} from "./product";

/*
 * A convolution as products of matrices whose patches are never stored: outputs are patches times weights, dW is dy times
 * patches, and dx is what each output that a value went into gives back. Shapes are those of `ConvShape`; i runs over positions.
 */

interface Sizes extends ConvShape {
  rows: number;
  columns: number;
  patch: number;
  weightColumns: number;
}

function sizesOf(shape: ConvShape): Sizes {
  const { height, width, channels, kernel, bias } = shape;
  const patch = kernel * kernel * channels;
  return {
    ...shape,
    rows: height - kernel + 1,
    columns: width - kernel + 1,
    patch,
    weightColumns: patch + Number(bias),
  };
}

const keyOf = (pass: string, { height, width, channels, kernel, outputs, bias }: ConvShape, ...rest: string[]) =>
  [pass, height, width, channels, kernel, outputs, bias, ...rest].join("_");

/** Where value k of the patch at output position i lies in x: a row of a patch is a stretch of memory. */
const patchCode = ({ height, width, channels, kernel, rows, columns }: Sizes) => `
fn patchAt(i: u32, k: u32) -> u32 {
  let image = i / ${rows * columns}u;
  let row = (i / ${columns}u) % ${rows}u + k / ${kernel * channels}u;
  return ((image * ${height}u + row) * ${width}u + i % ${columns}u) * ${channels}u + k % ${kernel * channels}u;
}`;

/** Outputs [count, rows, columns, outputs] of x [count, height, width, channels], with the bias. */
export function convForwardOnGpu(gpu: GpuHeap, x: Tensor4D, weights: Tensor2D, shape: ConvShape): Tensor4D {
  const sizes = sizesOf(shape);
  const { rows, columns, patch, weightColumns, outputs, bias, height, width, channels } = sizes;
  const count = x.shape[0];
  const positions = count * rows * columns;
  const tile = tileFor(positions, outputs, threadsFor([positions, outputs]));
  const output = gpu.make<Tensor4D>([count, rows, columns, outputs]);
  const product: Product = {
    name: "forward",
    rows: `(arrayLength(&x) / ${height * width * channels}u * ${rows * columns}u)`,
    columns: `${outputs}u`,
    left: "return x[patchAt(i, k)];",
    right: `return weights[j * ${weightColumns}u + k];`,
    leftAlong: "depth",
    rightAlong: "depth",
    store: `output[i * ${outputs}u + j] = value${bias ? ` + weights[j * ${weightColumns}u + ${patch}u]` : ""};`,
    tile,
  };
  const code = () =>
    [
      patchCode(sizes),
      tileMemory(tile),
      productCode(product),
      mainCode(tile.across * tile.down, `forward(tile, 0u, ${patch}u, thread);`),
    ].join("\n");
  const key = keyOf("convForward", shape, tileKey(tile));
  gpu.run({ key, code, workgroups: workgroupsFor(tilesOf(tile, positions, outputs)) }, { output }, { x, weights });
  return output;
}

/** Workgroups that a weight gradient is spread over, and the fewest positions that one of them sums. */
const SPREAD = 512;
const FEWEST = 128;

/**
 * dW where x is given and dx where the weights are. dW has few values and long sums: its positions are cut into parts, the
 * first launch sums each part on its own, beside dx, and a second one adds the parts up in their order.
 */
export function convBackwardOnGpu(
  gpu: GpuHeap,
  { x, weights, outputGrad }: { x?: Tensor4D; weights?: Tensor2D; outputGrad: Tensor4D },
  shape: ConvShape,
): { inputGrad: Tensor4D | null; weightGrad: Tensor2D | null } {
  const sizes = sizesOf(shape);
  const { height, width, channels, outputs, weightColumns } = sizes;
  const count = outputGrad.shape[0];
  const [positions, pixels] = [count * sizes.rows * sizes.columns, count * height * width];
  const threads = threadsFor([outputs, weightColumns], [pixels, channels]);
  const ofWeights = weightGradProduct(sizes, threads);
  const ofInput = inputGradProduct(sizes, pixels, threads);
  const weightTiles = tilesOf(ofWeights.tile, outputs, weightColumns);
  const parts = Math.max(1, Math.min(Math.floor(SPREAD / weightTiles), Math.ceil(positions / FEWEST)));
  const sums = x ? gpu.make<Tensor2D>([parts * outputs, weightColumns]) : null;
  const inputGrad = weights ? gpu.make<Tensor4D>([count, height, width, channels]) : null;
  const inputTiles = weights ? tilesOf(ofInput.tile, pixels, channels) : 0;
  const partTiles = x ? parts * weightTiles : 0;
  const main = [
    x &&
      `if (tile < ${partTiles}u) {
    let positions = arrayLength(&outputGrad) / ${outputs}u;
    let length = (positions + ${parts - 1}u) / ${parts}u;
    let own = tile / ${weightTiles}u;
    part = own;
    ofWeights(tile % ${weightTiles}u, own * length, min(positions, (own + 1u) * length), thread);
    return;
  }`,
    weights && `ofInput(tile - ${partTiles}u, 0u, ${sizes.kernel * sizes.kernel * outputs}u, thread);`,
  ];
  const code = () =>
    [
      patchCode(sizes),
      "var<private> part: u32;",
      tileMemory(ofWeights.tile, ofInput.tile),
      x ? productCode(ofWeights) : "",
      weights ? productCode(ofInput) : "",
      mainCode(threads, main.filter(Boolean).join("\n  ")),
    ].join("\n");
  const tiles = [x ? `${parts}weights${tileKey(ofWeights.tile)}` : "", weights ? `input${tileKey(ofInput.tile)}` : ""];
  gpu.run(
    { key: keyOf("convBackward", shape, ...tiles), code, workgroups: workgroupsFor(partTiles + inputTiles) },
    { ...(sums && { sums }), ...(inputGrad && { inputGrad }) },
    { outputGrad, ...(x && { x }), ...(weights && { weights }) },
  );
  return { inputGrad, weightGrad: sums && sumOfParts<Tensor2D>(gpu, sums, parts, [outputs, weightColumns]) };
}

function weightGradProduct(sizes: Sizes, threads: Threads): Product {
  const { outputs, weightColumns, patch, bias } = sizes;
  return {
    name: "ofWeights",
    rows: `${outputs}u`,
    columns: `${weightColumns}u`,
    left: `return outputGrad[k * ${outputs}u + i];`,
    right: `${bias ? `if (j == ${patch}u) { return 1.0; }` : ""} return x[patchAt(k, j)];`,
    leftAlong: "row",
    rightAlong: "column",
    store: `sums[(part * ${outputs}u + i) * ${weightColumns}u + j] = value;`,
    tile: tileFor(outputs, weightColumns, threads),
  };
}

/** Depth k is a place in the kernel and an output. */
function inputGradProduct(sizes: Sizes, pixels: number, threads: Threads): Product {
  const { height, width, channels, kernel, outputs, rows, columns, weightColumns } = sizes;
  return {
    name: "ofInput",
    rows: `(arrayLength(&outputGrad) / ${rows * columns * outputs}u * ${height * width}u)`,
    columns: `${channels}u`,
    left: `
  let place = k / ${outputs}u;
  let row = i32((i / ${width}u) % ${height}u) - i32(place / ${kernel}u);
  let column = i32(i % ${width}u) - i32(place % ${kernel}u);
  if (row < 0 || row >= ${rows} || column < 0 || column >= ${columns}) { return 0.0; }
  let image = i / ${height * width}u;
  return outputGrad[((image * ${rows}u + u32(row)) * ${columns}u + u32(column)) * ${outputs}u + k % ${outputs}u];
`,
    right: `return weights[(k % ${outputs}u) * ${weightColumns}u + (k / ${outputs}u) * ${channels}u + j];`,
    leftAlong: "depth",
    rightAlong: "column",
    store: `inputGrad[i * ${channels}u + j] = value;`,
    tile: tileFor(pixels, channels, threads),
  };
}
