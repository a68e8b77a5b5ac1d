import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { GpuHeap } from "../heap";
import { runList } from "../lists";
import { sumOfParts } from "../parts";
import { eachOfLane, LANES, LANES_CODE } from "./lanes";

/* Layer norm, where a workgroup owns some rows and goes through them one by one. */

interface RowNorm {
  input: Tensor2D;
  mean: Tensor2D;
  inverseDeviation: Tensor2D;
}

/** Rows of a workgroup: at least so many, and more where there would be more parts of the weights' gradient to add up. */
const ROWS = 4;
const PARTS = 128;

interface RowProgram {
  name: string;
  /** Functions of WGSL. */
  functions?: string;
  /** WGSL for each thread, which knows the rows from `first` to `end`, all uniform. */
  body: string;
}

function overRows(
  gpu: GpuHeap,
  { shape: [rows, width] }: Tensor2D,
  { name, functions = "", body }: RowProgram,
  outputs: Readonly<Record<string, Tensor>>,
  inputs: Readonly<Record<string, Tensor>>,
  { rowsIn = ROWS, ...numbers }: Readonly<Record<string, number>> = {},
): void {
  const code = () => `${LANES_CODE}
${functions}
fn segment(s: Segment, group: u32, thread: u32) {
  let first = group * rowsIn(s);
  let end = min(rows(s), first + rowsIn(s));
  let scale = 1.0 / f32(width(s));
  ${body}
}`;
  const sizes = { rows, width, rowsIn };
  runList(
    gpu,
    { key: name, threads: LANES, code },
    [{ outputs, inputs, sizes, workgroups: Math.ceil(rows / rowsIn) }],
    numbers,
  );
}

/** `rowNormForward` (kernels/graph/layerNorm.ts). */
export function rowNormForwardOnGpu(
  gpu: GpuHeap,
  input: Tensor2D,
  weights: Tensor2D,
  epsilon: number,
): RowNorm & { output: Tensor2D } {
  const [rows] = input.shape;
  const output = gpu.make<Tensor2D>(input.shape);
  const moments = gpu.makeList<Tensor2D>([
    [rows, 1],
    [rows, 1],
  ]);
  const [mean, inverseDeviation] = moments as [Tensor2D, Tensor2D];
  const body = `for (var row = first; row < end; row++) {
    let start = row * width(s);
    var sum = 0.0;${eachOfLane("width(s)", "sum += x(s, start + c);")}
    let middle = addUpLanes(thread, sum) * scale;
    var squares = 0.0;${eachOfLane("width(s)", "let apart = x(s, start + c) - middle; squares += apart * apart;")}
    let rate = 1.0 / sqrt(addUpLanes(thread, squares) * scale + numbers.epsilon);
    if (thread == 0u) { set_mean(s, row, middle); set_inverseDeviation(s, row, rate); }
    ${eachOfLane("width(s)", "set_y(s, start + c, (x(s, start + c) - middle) * rate * weights(s, 2u * c) + weights(s, 2u * c + 1u));")}
  }`;
  const outputs = { y: output, mean, inverseDeviation };
  overRows(gpu, input, { name: "rowNormForward", body }, outputs, { x: input, weights }, { epsilon });
  return { input, mean, inverseDeviation, output };
}

const STANDARD = `
fn standard(s: Segment, row: u32, c: u32) -> f32 {
  return (x(s, row * width(s) + c) - mean(s, row)) * inverseDeviation(s, row);
}`;

/** WGSL that gives each of a lane's places of a row r·Π(v), Π(v) = v − mean(v) − x̂·mean(x̂ v), as `through`. */
const throughRow = (then: string) => `
    let start = row * width(s);
    var value = 0.0;
    var product = 0.0;${eachOfLane("width(s)", "let v = along(s, start + c, c); value += v; product += v * standard(s, row, c);")}
    let values = addUpLanes(thread, value) * scale;
    let products = addUpLanes(thread, product) * scale;
    ${eachOfLane(
      "width(s)",
      `let through = inverseDeviation(s, row) * (along(s, start + c, c) - values - standard(s, row, c) * products);
      ${then}`,
    )}`;

/** `rowNormBackward`. */
export function rowNormBackwardOnGpu(
  gpu: GpuHeap,
  { input, mean, inverseDeviation }: RowNorm,
  weights: Tensor2D,
  outputGrad: Tensor2D,
  wanted: { input: boolean },
): { inputGrad: Tensor2D | null; weightGrad: Tensor2D } {
  const [rows, width] = input.shape;
  const rowsIn = Math.max(ROWS, Math.ceil(rows / PARTS));
  const parts = Math.ceil(rows / rowsIn);
  const sums = gpu.make<Tensor2D>([parts * width, 2]);
  const inputGrad = wanted.input ? gpu.make<Tensor2D>(input.shape) : null;
  const body = `${
    inputGrad ? `for (var row = first; row < end; row++) {${throughRow("set_dx(s, start + c, through);")}\n  }` : ""
  }
  ${eachOfLane(
    "width(s)",
    `var ofScale = 0.0;
    var ofShift = 0.0;
    for (var row = first; row < end; row++) {
      let back = dy(s, row * width(s) + c);
      ofScale += back * standard(s, row, c);
      ofShift += back;
    }
    set_sums(s, 2u * (group * width(s) + c), ofScale);
    set_sums(s, 2u * (group * width(s) + c) + 1u, ofShift);`,
  )}`;
  const along = "fn along(s: Segment, at: u32, c: u32) -> f32 { return dy(s, at) * weights(s, 2u * c); }";
  overRows(
    gpu,
    input,
    { name: `rowNormBackward ${wanted.input}`, functions: STANDARD + (inputGrad ? along : ""), body },
    { sums, ...(inputGrad && { dx: inputGrad }) },
    { x: input, mean, inverseDeviation, dy: outputGrad, ...(inputGrad && { weights }) },
    { rowsIn },
  );
  return { inputGrad, weightGrad: sumOfParts<Tensor2D>(gpu, sums, parts, weights.shape) };
}

/** `rowNormTangent`. */
export function rowNormTangentOnGpu(
  gpu: GpuHeap,
  { input, mean, inverseDeviation }: RowNorm,
  weights: Tensor2D,
  { input: dx, weights: dw }: { input: Tensor2D | null; weights: Tensor2D | null },
): Tensor2D {
  const to = gpu.make<Tensor2D>(input.shape);
  const byWeights = "dw(s, 2u * c) * standard(s, row, c) + dw(s, 2u * c + 1u)";
  const sum = [dx && "through * weights(s, 2u * c)", dw && byWeights].filter(Boolean).join(" + ");
  const set = `set_to(s, start + c, ${sum});`;
  const alone = `
    let start = row * width(s);${eachOfLane("width(s)", set)}`;
  const along = dx ? "fn along(s: Segment, at: u32, c: u32) -> f32 { return dx(s, at); }" : "";
  overRows(
    gpu,
    input,
    {
      name: `rowNormTangent ${dx !== null} ${dw !== null}`,
      functions: STANDARD + along,
      body: `for (var row = first; row < end; row++) {${dx ? throughRow(set) : alone}\n  }`,
    },
    { to },
    { x: input, mean, inverseDeviation, ...(dx && { dx, weights }), ...(dw && { dw }) },
  );
  return to;
}
