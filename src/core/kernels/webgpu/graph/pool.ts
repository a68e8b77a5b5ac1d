import type { Tensor, Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import type { Activation } from "../../operands/activation";
import { eachValueCode, eachValueGroups } from "../activation";
import { ACTIVATION_CODE } from "../activationCode";
import type { GpuHeap } from "../heap";

/** `globalAvgPool` (kernels/graph/globalAvgPool.ts): a thread for each channel of each image. */
export function globalAvgPoolOnGpu(gpu: GpuHeap, x: Tensor3D): Tensor2D {
  const [count, positions, channels] = x.shape;
  const y = gpu.make<Tensor2D>([count, channels]);
  const code = () =>
    eachValueCode(
      "y",
      `let channels = u32(numbers.channels);
    let start = at / channels * u32(numbers.positions) * channels + at % channels;
    var sum = 0.0;
    for (var k = 0u; k < u32(numbers.positions); k++) { sum += x[start + k * channels]; }
    y[at] = sum / numbers.positions;`,
    );
  const program = { key: "globalAvgPool", code, workgroups: eachValueGroups(y.size) };
  gpu.run(program, { y }, { x }, { positions, channels });
  return y;
}

/** `globalAvgPoolGrad`. */
export function globalAvgPoolGradOnGpu(gpu: GpuHeap, dy: Tensor2D, positions: number): Tensor3D {
  const [count, channels] = dy.shape;
  const dx = gpu.make<Tensor3D>([count, positions, channels]);
  const code = () =>
    eachValueCode(
      "dx",
      `let channels = u32(numbers.channels);
    let image = at / (channels * u32(numbers.positions));
    dx[at] = dy[image * channels + at % channels] / numbers.positions;`,
    );
  const program = { key: "globalAvgPoolGrad", code, workgroups: eachValueGroups(dx.size) };
  gpu.run(program, { dx }, { dy }, { positions, channels });
  return dx;
}

/** `activatedSum` (kernels/graph/sum.ts). */
export function activatedSumOnGpu(gpu: GpuHeap, a: Tensor, b: Tensor, activation: Activation): Tensor {
  const sum = gpu.make(a.shape);
  const code = () => ACTIVATION_CODE[activation] + eachValueCode("sum", "sum[at] = activate(a[at] + b[at]);");
  gpu.run({ key: `activatedSum_${activation}`, code, workgroups: eachValueGroups(sum.size) }, { sum }, { a, b });
  return sum;
}
