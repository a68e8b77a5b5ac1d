import type { Tensor4D } from "@tensorflow/tfjs-core";
import type { Activation } from "../operands/activation";
import { eachValueCode, eachValueGroups } from "./activation";
import { ACTIVATION_CODE } from "./activationCode";
import type { GpuHeap } from "./heap";

type Images = readonly [count: number, height: number, width: number, channels: number];

/** WGSL that visits a window from its first value to its last, row by row: `row`, `column` in the image, `value`. */
const windowCode = ([, height, width, channels]: Images, size: number, visit: string) => `
      for (var down = 0u; down < ${size}u; down++) {
        for (var across = 0u; across < ${size}u; across++) {
          let row = windowRow * ${size}u + down;
          let column = windowColumn * ${size}u + across;
          let value = input[((image * ${height}u + row) * ${width}u + column) * ${channels}u + channel];
          ${visit}
        }
      }`;

/** The activation of the largest value of each window of `size`; rows and columns that fill no window are dropped. */
export function maxPoolOnGpu(gpu: GpuHeap, input: Tensor4D, size: number, activation: Activation): Tensor4D {
  const [count, height, width, channels] = input.shape;
  const [rows, columns] = [Math.floor(height / size), Math.floor(width / size)];
  const output = gpu.make<Tensor4D>([count, rows, columns, channels]);
  const code = () =>
    ACTIVATION_CODE[activation] +
    eachValueCode(
      "output",
      `let channel = at % ${channels}u;
      let windowColumn = (at / ${channels}u) % ${columns}u;
      let windowRow = (at / ${channels * columns}u) % ${rows}u;
      let image = at / ${channels * columns * rows}u;
      var largest = input[((image * ${height}u + windowRow * ${size}u) * ${width}u + windowColumn * ${size}u) * ${channels}u + channel];
      ${windowCode(input.shape, size, "if (value > largest || value != value) { largest = value; }")}
      output[at] = activate(largest);`,
    );
  const key = ["maxPool", height, width, channels, size, activation].join("_");
  gpu.run({ key, code, workgroups: eachValueGroups(output.size) }, { output }, { input });
  return output;
}

/** dx of the above for the values `output` behind the activation: dy goes to the first of the largest values of a window. */
export function maxPoolGradOnGpu(
  gpu: GpuHeap,
  { input, output, outputGrad }: { input: Tensor4D; output: Tensor4D; outputGrad: Tensor4D },
  size: number,
  activation: Activation,
): Tensor4D {
  const [, height, width, channels] = input.shape;
  const [rows, columns] = [Math.floor(height / size), Math.floor(width / size)];
  const inputGrad = gpu.make<Tensor4D>(input.shape);
  const code = () =>
    ACTIVATION_CODE[activation] +
    eachValueCode(
      "inputGrad",
      `let channel = at % ${channels}u;
      let ownColumn = (at / ${channels}u) % ${width}u;
      let ownRow = (at / ${channels * width}u) % ${height}u;
      let image = at / ${channels * width * height}u;
      let windowRow = ownRow / ${size}u;
      let windowColumn = ownColumn / ${size}u;
      var result = 0.0;
      if (windowRow < ${rows}u && windowColumn < ${columns}u) {
        let own = input[at];
        var isFirst = true;
        ${windowCode(input.shape, size, "if (value > own || (value == own && (row < ownRow || (row == ownRow && column < ownColumn)))) { isFirst = false; }")}
        let window = ((image * ${rows}u + windowRow) * ${columns}u + windowColumn) * ${channels}u + channel;
        if (isFirst) { result = ${activation === "linear" ? "outputGrad[window]" : "scaled(outputGrad[window], output[window])"}; }
      }
      inputGrad[at] = result;`,
    );
  const key = ["maxPoolGrad", height, width, channels, size, activation].join("_");
  const inputs = { input, outputGrad, ...(activation !== "linear" && { output }) };
  gpu.run({ key, code, workgroups: eachValueGroups(inputGrad.size) }, { inputGrad }, inputs);
  return inputGrad;
}
