import { type ConvShape, type PlacedShape, patchOf, placesOf } from "../operands/convolution";
import { type Product, patchSide, type Threads, tileFor } from "./product";

/*
 * A convolution as products of matrices whose patches are never stored: outputs are patches times weights, dW is dy times
 * patches, and dx is what each output that a value went into gives back. Margins and stride are in the addressing. Shapes are
 * those of `PlacedShape`; i runs over positions.
 */

/** With stride 1 and without padding unless it has its own. */
export type GpuConvShape = ConvShape & Partial<PlacedShape>;

/** The whole numbers that the code knows by these names. */
export interface ConvSizes {
  height: number;
  width: number;
  channels: number;
  kernel: number;
  outputs: number;
  stride: number;
  padding: number;
  rows: number;
  columns: number;
  patchSize: number;
  weightColumns: number;
}

export function convSizesOf(shape: GpuConvShape): ConvSizes {
  const { height, width, channels, kernel, outputs, bias, stride = 1, padding = 0 } = shape;
  const [rows, columns] = placesOf({ ...shape, stride, padding });
  const patchSize = patchOf(shape);
  const weightColumns = patchSize + Number(bias);
  return { height, width, channels, kernel, outputs, stride, padding, rows, columns, patchSize, weightColumns };
}

/** Multiplications of a launch from which on divisions by constants are worth a program for each shape. */
const LARGE = 2 ** 20;

/** How a program knows its sizes: as constants, or as numbers of the launch, so that small convolutions of all shapes share it. */
export interface KnownSizes {
  /** WGSL that declares them. */
  code: string;
  /** A statement at the beginning of `main`. */
  read: string;
  key: string;
  numbers: Readonly<Record<string, number>>;
}

export function knownSizes(sizes: Readonly<Record<string, number>>, multiplications: number): KnownSizes {
  const names = Object.keys(sizes);
  if (multiplications >= LARGE)
    return {
      code: names.map((name) => `const ${name} = ${sizes[name]}u;`).join("\n"),
      read: "",
      key: Object.values(sizes).join("_"),
      numbers: {},
    };
  return {
    code: names.map((name) => `var<private> ${name}: u32;`).join("\n"),
    read: names.map((name) => `${name} = u32(numbers.${name});`).join(" "),
    key: "any",
    numbers: sizes,
  };
}

/** `patchAt(i, k)`: value k of the patch at output position i, 0 beside the image. Without margins a row of a patch is a stretch of memory. */
export const patchCode = ({ padding }: ConvSizes): string =>
  padding === 0
    ? `
fn patchAt(i: u32, k: u32) -> f32 {
  let line = kernel * channels;
  let row = (i / columns) % rows * stride + k / line;
  return x[((i / (rows * columns) * height + row) * width + i % columns * stride) * channels + k % line];
}`
    : `
fn patchAt(i: u32, k: u32) -> f32 {
  let place = k / channels;
  let row = i32((i / columns) % rows * stride + place / kernel) - i32(padding);
  let column = i32(i % columns * stride + place % kernel) - i32(padding);
  if (row < 0 || row >= i32(height) || column < 0 || column >= i32(width)) { return 0.0; }
  return x[((i / (rows * columns) * height + u32(row)) * width + u32(column)) * channels + k % channels];
}`;

/** Outputs, with the bias where there is one. */
export function forwardProduct(sizes: ConvSizes, positions: number, hasBias: boolean, threads: Threads): Product {
  return {
    name: "forward",
    rows: "(arrayLength(&output) / outputs)",
    columns: "outputs",
    left: "return patchAt(i, k);",
    right: "return weights[j * weightColumns + k];",
    leftAlong: "depth",
    rightAlong: "depth",
    store: `output[i * outputs + j] = value${hasBias ? " + weights[j * weightColumns + patchSize]" : ""};`,
    tile: tileFor(positions, sizes.outputs, threads),
  };
}

/** Part `part` of dW, from the positions that are its own. */
export function weightGradProduct(sizes: ConvSizes, hasBias: boolean, threads: Threads): Product {
  return {
    name: "ofWeights",
    rows: "outputs",
    columns: "weightColumns",
    left: "return outputGrad[k * outputs + i];",
    right: `${hasBias ? "if (j == patchSize) { return 1.0; }" : ""} return patchAt(k, j);`,
    leftAlong: "row",
    rightAlong: "column",
    store: "sums[(part * outputs + i) * weightColumns + j] = value;",
    tile: tileFor(sizes.outputs, patchSide(sizes.weightColumns, sizes), threads),
  };
}

/** dx. Depth k is a place in the kernel and an output. */
export function inputGradProduct({ channels, stride, padding }: ConvSizes, pixels: number, threads: Threads): Product {
  const isPlain = stride === 1 && padding === 0;
  const above = (place: string, pixel: string) =>
    isPlain ? `i32(${pixel}) - i32(${place})` : `i32(${pixel} + padding) - i32(${place})`;
  return {
    name: "ofInput",
    rows: "(arrayLength(&inputGrad) / channels)",
    columns: "channels",
    left: `
  let place = k / outputs;
  ${stride === 1 ? "let" : "var"} row = ${above("place / kernel", "(i / width) % height")};
  ${stride === 1 ? "let" : "var"} column = ${above("place % kernel", "i % width")};
  ${
    stride === 1
      ? ""
      : `if (row < 0 || column < 0 || row % i32(stride) != 0 || column % i32(stride) != 0) { return 0.0; }
  row = row / i32(stride);
  column = column / i32(stride);`
  }
  if (row < 0 || row >= i32(rows) || column < 0 || column >= i32(columns)) { return 0.0; }
  let image = i / (height * width);
  return outputGrad[((image * rows + u32(row)) * columns + u32(column)) * outputs + k % outputs];
`,
    right: "return weights[k % outputs * weightColumns + k / outputs * channels + j];",
    leftAlong: "depth",
    rightAlong: "column",
    store: "inputGrad[i * channels + j] = value;",
    tile: tileFor(pixels, channels, threads),
  };
}
