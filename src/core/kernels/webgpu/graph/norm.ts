import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { Activation } from "../../operands/activation";
import type { NormPass } from "../../operands/norm";
import type { GpuHeap } from "../heap";
import { type ChannelTiles, channelTiles, eachPart, eachRow, LEFT, leaveParts, runOverChannels } from "./normCode";

/*
 * Batch norm, where a workgroup owns some channels and a part of the rows. Of few rows one launch sums and applies; else a first launch
 * leaves the sums of each part, and each workgroup of the second adds up those of its channels by itself, in one order.
 */

/** Mean of the rows from `from` to `to` as `own`, and the sum of the squares about it as `ownSquares`. */
const momentsOf = (from: string, to: string) => `
  var sum = 0.0;${eachRow(from, to, "sum += x(s, at);")}
  let own = addUpRows(thread, sum) / f32(${to} - ${from});
  var squares = 0.0;${eachRow(from, to, "let apart = x(s, at) - own; squares += apart * apart;")}
  let ownSquares = addUpRows(thread, squares);`;

/** The same from parts about their own means (Chan, Golub and LeVeque 1983). */
const COMBINED_MOMENTS = `
  var sum = 0.0;${eachPart(`sum += rowsOf(s, p) * ${LEFT[0]};`)}
  let own = addUpRows(thread, sum) / f32(rows(s));
  var squares = 0.0;${eachPart(`let apart = ${LEFT[0]} - own; squares += ${LEFT[1]} + rowsOf(s, p) * apart * apart;`)}
  let ownSquares = addUpRows(thread, squares);`;

const ROWS_OF = `
fn rowsOf(s: Segment, p: u32) -> f32 { return f32(min(rows(s), (p + 1u) * rowsIn(s)) - p * rowsIn(s)); }`;

const leftBy = (gpu: GpuHeap, { parts, channels }: ChannelTiles) =>
  parts === 1 ? null : gpu.make<Tensor>([2, parts, channels]);

/** `normForward` (kernels/graph/batchNorm.ts), the moments of all norms in one buffer. */
export function normForwardOnGpu(
  gpu: GpuHeap,
  input: Tensor,
  weights: Tensor2D,
  epsilon: number,
  activation: Activation,
): NormPass & { variance: Tensor } {
  const tiles = channelTiles(input.size, weights.shape[0]);
  const output = gpu.make(input.shape);
  const moment = () => gpu.makeBeside<Tensor>([tiles.channels], "moments");
  const [mean, variance, inverseDeviation] = [moment(), moment(), moment()];
  const parts = leftBy(gpu, tiles);
  if (parts) {
    const body = momentsOf("first", "end") + leaveParts("own", "ownSquares");
    runOverChannels(gpu, tiles, { name: "normMoments", body }, { parts }, { x: input });
  }
  const apply = `
  let spread = ownSquares / f32(rows(s));
  let rate = 1.0 / sqrt(spread + numbers.epsilon);
  if (!isOwn) { return; }
  if (down == 0u && part == 0u) {
    set_mean(s, channel, own);
    set_variance(s, channel, spread);
    set_inverseDeviation(s, channel, rate);
  }
  let scale = weights(s, 2u * channel);
  let shift = weights(s, 2u * channel + 1u);
  ${eachRow("first", "end", "set_y(s, at, activate((x(s, at) - own) * rate * scale + shift));")}`;
  runOverChannels(
    gpu,
    tiles,
    {
      name: `normForward ${parts !== null}`,
      activation,
      functions: [ROWS_OF],
      body: (parts ? COMBINED_MOMENTS : momentsOf("0u", "rows(s)")) + apply,
    },
    { y: output, mean, variance, inverseDeviation },
    { x: input, weights, ...(parts && { parts }) },
    { epsilon },
  );
  return { input, output, mean, variance, inverseDeviation };
}

const STANDARD = `
fn standard(s: Segment, at: u32, channel: u32) -> f32 {
  return (x(s, at) - mean(s, channel)) * inverseDeviation(s, channel);
}`;

/** Σ v and Σ v∘x̂ over the rows from `from` to `to`, as `values` and `products`. */
const sumsOf = (from: string, to: string) => `
  var value = 0.0;
  var product = 0.0;${eachRow(from, to, "let v = along(s, at); value += v; product += v * standard(s, at, channel);")}
  let values = addUpRows(thread, value);
  let products = addUpRows(thread, product);`;

const COMBINED_SUMS = `
  var value = 0.0;
  var product = 0.0;${eachPart(`value += ${LEFT[0]}; product += ${LEFT[1]};`)}
  let values = addUpRows(thread, value);
  let products = addUpRows(thread, product);`;

/** γ·r·Π(v) at a place, Π(v) = v − mean(v) − x̂·mean(x̂ v). */
const THROUGH = `weights(s, 2u * channel) * inverseDeviation(s, channel)
      * (along(s, at) - values / f32(rows(s)) - standard(s, at, channel) * (products / f32(rows(s))))`;

interface Summed {
  name: string;
  activation: Activation;
  /** WGSL of the value v at a place. */
  along: string;
  /** What v and x̂ are made of. */
  sources: Readonly<Record<string, Tensor>>;
  outputs: Readonly<Record<string, Tensor>>;
  /** What is read behind the sums besides. */
  inputs: Readonly<Record<string, Tensor>>;
  rest: string;
}

/** Sums, and what follows from them. */
function withSums(gpu: GpuHeap, tiles: ChannelTiles, summed: Summed): void {
  const { name, activation, along, sources, outputs, inputs, rest } = summed;
  const functions = [STANDARD, `fn along(s: Segment, at: u32) -> f32 { return ${along}; }`];
  const parts = leftBy(gpu, tiles);
  if (parts) {
    const body = sumsOf("first", "end") + leaveParts("values", "products");
    runOverChannels(gpu, tiles, { name: `${name} sums`, activation, functions, body }, { parts }, sources);
  }
  runOverChannels(
    gpu,
    tiles,
    {
      name: `${name} ${parts !== null}`,
      activation,
      functions,
      body: `${parts ? COMBINED_SUMS : sumsOf("0u", "rows(s)")}
  if (!isOwn) { return; }${rest}`,
    },
    outputs,
    { ...sources, ...inputs, ...(parts && { parts }) },
  );
}

/** `normBackward`. */
export function normBackwardOnGpu(
  gpu: GpuHeap,
  { input, output, mean, inverseDeviation }: NormPass,
  weights: Tensor2D,
  outputGrad: Tensor,
  activation: Activation,
  wanted: { input: boolean },
): { inputGrad: Tensor | null; weightGrad: Tensor2D } {
  const isLinear = activation === "linear";
  const inputGrad = wanted.input ? gpu.make(input.shape) : null;
  const weightGrad = gpu.makeBeside<Tensor2D>(weights.shape);
  withSums(gpu, channelTiles(input.size, weights.shape[0]), {
    name: `normBackward ${wanted.input}`,
    activation,
    along: isLinear ? "dy(s, at)" : "scaled(dy(s, at), y(s, at))",
    sources: { dy: outputGrad, x: input, mean, inverseDeviation, ...(!isLinear && { y: output }) },
    outputs: { dw: weightGrad, ...(inputGrad && { dx: inputGrad }) },
    inputs: inputGrad ? { weights } : {},
    rest: `
  if (down == 0u && part == 0u) {
    set_dw(s, 2u * channel, products);
    set_dw(s, 2u * channel + 1u, values);
  }
  ${inputGrad ? eachRow("first", "end", `set_dx(s, at, ${THROUGH});`) : ""}`,
  });
  return { inputGrad, weightGrad };
}

/** `normTangent`. */
export function normTangentOnGpu(
  gpu: GpuHeap,
  { input, output, mean, inverseDeviation }: NormPass,
  weights: Tensor2D,
  { input: dx, weights: dw }: { input: Tensor | null; weights: Tensor2D | null },
  activation: Activation,
): Tensor {
  const isLinear = activation === "linear";
  const to = gpu.make(input.shape);
  const tiles = channelTiles(input.size, weights.shape[0]);
  const byWeights = "dw(s, 2u * channel) * standard(s, at, channel) + dw(s, 2u * channel + 1u)";
  const sum = [dx && THROUGH, dw && byWeights].filter(Boolean).join(" + ");
  const rest = eachRow("first", "end", `set_to(s, at, ${isLinear ? sum : `scaled(${sum}, y(s, at))`});`);
  const ofPass = { x: input, mean, inverseDeviation };
  const inputs = { ...(!isLinear && { y: output }), ...(dw && { dw }) };
  const name = `normTangent ${dw !== null}`;
  if (dx)
    withSums(gpu, tiles, {
      ...{ name, activation, along: "dx(s, at)", sources: { ...ofPass, dx }, rest },
      ...{ outputs: { to }, inputs: { ...inputs, weights } },
    });
  else {
    const body = `if (!isOwn) { return; }${rest}`;
    const program = { name: `${name} of weights`, activation, functions: [STANDARD], body };
    runOverChannels(gpu, tiles, program, { to }, { ...ofPass, ...inputs });
  }
  return to;
}
