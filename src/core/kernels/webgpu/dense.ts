import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Activation } from "../operands/activation";
import type { DensePass, DenseShape } from "../operands/dense";
import { ACTIVATION_CODE } from "./activationCode";
import type { GpuHeap } from "./heap";
import {
  mainCode,
  type Product,
  productCode,
  type Threads,
  threadsFor,
  threadsOf,
  tileFor,
  tileKey,
  tileMemory,
  tilesOf,
  workgroupsFor,
} from "./product";

/*
 * A dense layer with its activation: one launch forward, one back. The number of examples is read off the length of a buffer,
 * so that batches of other sizes, as layers of other sizes, run the same program where they have the same tiles.
 */

const columnsIn = ({ inputs, bias }: DenseShape) => inputs + Number(bias);

/** Layers of all sizes share a program: their sizes are numbers of the launch. */
const numbersOf = ({ inputs, outputs }: DenseShape) => ({ inputs, outputs });

const sizesCode = ({ bias }: DenseShape) => `
fn inputs() -> u32 { return u32(numbers.inputs); }
fn outputs() -> u32 { return u32(numbers.outputs); }
fn columns() -> u32 { return inputs() + ${Number(bias)}u; }`;

const keyOf = (pass: string, { bias }: DenseShape, ...rest: string[]) => [pass, bias, ...rest].join("_");

/** activation(W·(x, 1)), [count, outputs]. */
export function denseForwardOnGpu(
  gpu: GpuHeap,
  x: Tensor2D,
  weights: Tensor2D,
  shape: DenseShape,
  activation: Activation = "linear",
): Tensor2D {
  const { outputs, bias } = shape;
  const count = x.shape[0];
  const tile = tileFor(count, outputs, threadsFor([count, outputs]));
  const output = gpu.make<Tensor2D>([count, outputs]);
  const product: Product = {
    name: "forward",
    rows: "(arrayLength(&x) / inputs())",
    columns: "outputs()",
    left: "return x[i * inputs() + k];",
    right: "return weights[j * columns() + k];",
    leftAlong: "depth",
    rightAlong: "depth",
    store: `output[i * outputs() + j] = activate(value${bias ? ` + weights[j * columns() + inputs()]` : ""});`,
    tile,
  };
  const code = () =>
    [
      ACTIVATION_CODE[activation],
      sizesCode(shape),
      tileMemory(tile),
      productCode(product),
      mainCode(threadsOf(tile), "forward(tile, 0u, inputs(), thread);"),
    ].join("\n");
  const key = keyOf("denseForward", shape, activation, tileKey(tile));
  gpu.run(
    { key, code, workgroups: workgroupsFor(tilesOf(tile, count, outputs)) },
    { output },
    { x, weights },
    numbersOf(shape),
  );
  return output;
}

/**
 * dW where x is given and dx where the weights are, in one launch: the first workgroups make tiles of dW, the others of dx.
 * The gradient before the activation is never stored: each tile makes its own from what is behind it.
 */
export function denseBackwardOnGpu(
  gpu: GpuHeap,
  { x, weights, output, outputGrad }: Pick<DensePass, "outputGrad"> & Partial<DensePass>,
  shape: DenseShape,
  activation: Activation,
): { inputGrad: Tensor2D | null; weightGrad: Tensor2D | null } {
  const { inputs, outputs } = shape;
  const count = outputGrad.shape[0];
  const columns = columnsIn(shape);
  const weightGrad = x ? gpu.makeBeside<Tensor2D>([outputs, columns]) : null;
  const inputGrad = weights ? gpu.make<Tensor2D>([count, inputs]) : null;
  const threads = threadsFor([outputs, columns], [count, inputs]);
  const ofWeights = weightGradProduct(shape, threads);
  const ofInput = inputGradProduct(shape, count, threads);
  const weightTiles = x ? tilesOf(ofWeights.tile, outputs, columns) : 0;
  const inputTiles = weights ? tilesOf(ofInput.tile, count, inputs) : 0;
  const code = () =>
    [
      ACTIVATION_CODE[activation],
      sizesCode(shape),
      "fn weightTiles() -> u32 { return u32(numbers.weightTiles); }",
      `fn delta(at: u32) -> f32 { return ${activation === "linear" ? "outputGrad[at]" : "scaled(outputGrad[at], output[at])"}; }`,
      tileMemory(ofWeights.tile, ofInput.tile),
      x ? productCode(ofWeights) : "",
      weights ? productCode(ofInput) : "",
      mainCode(
        threads,
        `${x ? `if (tile < weightTiles()) { ofWeights(tile, 0u, ${EXAMPLES}, thread); return; }` : ""}
  ${weights ? `ofInput(tile - weightTiles(), 0u, outputs(), thread);` : ""}`,
      ),
    ].join("\n");
  const tiles = [x ? `weights${tileKey(ofWeights.tile)}` : "", weights ? `input${tileKey(ofInput.tile)}` : ""];
  gpu.run(
    {
      key: keyOf("denseBackward", shape, activation, ...tiles),
      code,
      workgroups: workgroupsFor(weightTiles + inputTiles),
    },
    { ...(weightGrad && { weightGrad }), ...(inputGrad && { inputGrad }) },
    { outputGrad, ...(output && activation !== "linear" && { output }), ...(x && { x }), ...(weights && { weights }) },
    { ...numbersOf(shape), weightTiles },
  );
  return { inputGrad, weightGrad };
}

const EXAMPLES = "(arrayLength(&outputGrad) / outputs())";

function weightGradProduct(shape: DenseShape, threads: Threads): Product {
  const { outputs, bias } = shape;
  return {
    name: "ofWeights",
    rows: "outputs()",
    columns: "columns()",
    left: "return delta(k * outputs() + i);",
    right: `${bias ? `if (j == inputs()) { return 1.0; }` : ""} return x[k * inputs() + j];`,
    leftAlong: "row",
    rightAlong: "column",
    store: "weightGrad[i * columns() + j] = value;",
    tile: tileFor(outputs, columnsIn(shape), threads),
  };
}

function inputGradProduct(shape: DenseShape, count: number, threads: Threads): Product {
  const { inputs } = shape;
  return {
    name: "ofInput",
    rows: EXAMPLES,
    columns: "inputs()",
    left: "return delta(i * outputs() + k);",
    right: "return weights[k * columns() + j];",
    leftAlong: "depth",
    rightAlong: "column",
    store: "inputGrad[i * inputs() + j] = value;",
    tile: tileFor(count, inputs, threads),
  };
}
