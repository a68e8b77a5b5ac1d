// biome-ignore-all lint/style/noExcessiveLinesPerFile: written by `npm run kernels`, from the signatures in `assembly/`

type usize = number;
type f32 = number;

/**
 * What `assembly/graph/index.ts` exports, its arguments by name and without `scratch`. Tensors are addresses of their first value, rows
 * and columns of `multiply` are strides in bytes, and all else counts values.
 */
export interface GraphKernels {
  /** `assembly/convolution/factor.ts` */
  convInputFactor(numbers: {
    x: usize;
    to: usize;
    count: usize;
    height: usize;
    width: usize;
    channels: usize;
    kernel: usize;
    bias: usize;
    stride: usize;
    padding: usize;
  }): void;
  /** `assembly/convolution/forward.ts` */
  convForward(numbers: {
    x: usize;
    w: usize;
    y: usize;
    count: usize;
    height: usize;
    width: usize;
    channels: usize;
    kernel: usize;
    outputs: usize;
    bias: usize;
    isLinear: usize;
    stride: usize;
    padding: usize;
  }): void;
  /** `assembly/convolution/input.ts` */
  convInputGrad(numbers: {
    w: usize;
    dy: usize;
    dx: usize;
    count: usize;
    height: usize;
    width: usize;
    channels: usize;
    kernel: usize;
    outputs: usize;
    bias: usize;
    stride: usize;
    padding: usize;
  }): void;
  /** `assembly/convolution/weights.ts` */
  convWeightGrad(numbers: {
    x: usize;
    dy: usize;
    dw: usize;
    count: usize;
    height: usize;
    width: usize;
    channels: usize;
    kernel: usize;
    outputs: usize;
    bias: usize;
    stride: usize;
    padding: usize;
  }): void;
  /** `assembly/graph/avgPool.ts` */
  globalAvgPool(numbers: { x: usize; y: usize; count: usize; positions: usize; channels: usize }): void;
  /** `assembly/graph/avgPool.ts` */
  globalAvgPoolGrad(numbers: { dy: usize; dx: usize; count: usize; positions: usize; channels: usize }): void;
  /** `assembly/graph/batchNorm.ts` */
  batchNormBackward(numbers: {
    x: usize;
    w: usize;
    y: usize;
    dy: usize;
    mean: usize;
    inverseDeviation: usize;
    dx: usize;
    dw: usize;
    rows: usize;
    channels: usize;
    relu: usize;
  }): void;
  /** `assembly/graph/batchNorm.ts` */
  batchNormForward(numbers: {
    x: usize;
    w: usize;
    y: usize;
    mean: usize;
    variance: usize;
    inverseDeviation: usize;
    rows: usize;
    channels: usize;
    epsilon: f32;
    relu: usize;
  }): void;
  /** `assembly/graph/batchNorm.ts` */
  batchNormTangent(numbers: {
    x: usize;
    w: usize;
    y: usize;
    mean: usize;
    inverseDeviation: usize;
    dx: usize;
    dw: usize;
    dy: usize;
    rows: usize;
    channels: usize;
    relu: usize;
  }): void;
  /** `assembly/graph/sum.ts` */
  addRelu(numbers: { x: usize; y: usize; to: usize; size: usize }): void;
}

/** The kernels of an instance of the module, each with the space it asks for: `scratch` gives the address of so many bytes. */
export function bindGraphKernels(instance: WebAssembly.Instance, scratch: (bytes: number) => number): GraphKernels {
  type Export = (...numbers: number[]) => number;
  const wasm = instance.exports as Record<keyof GraphKernels | `${keyof GraphKernels}Scratch`, Export>;
  return {
    convInputFactor: ({ x, to, count, height, width, channels, kernel, bias, stride, padding }) =>
      wasm.convInputFactor(
        x,
        to,
        count,
        height,
        width,
        channels,
        kernel,
        bias,
        stride,
        padding,
        scratch(wasm.convInputFactorScratch(height, width, channels, padding)),
      ),
    convForward: ({ x, w, y, count, height, width, channels, kernel, outputs, bias, isLinear, stride, padding }) =>
      wasm.convForward(
        x,
        w,
        y,
        count,
        height,
        width,
        channels,
        kernel,
        outputs,
        bias,
        isLinear,
        stride,
        padding,
        scratch(wasm.convForwardScratch(height, width, channels, kernel, outputs, stride, padding)),
      ),
    convInputGrad: ({ w, dy, dx, count, height, width, channels, kernel, outputs, bias, stride, padding }) =>
      wasm.convInputGrad(
        w,
        dy,
        dx,
        count,
        height,
        width,
        channels,
        kernel,
        outputs,
        bias,
        stride,
        padding,
        scratch(wasm.convInputGradScratch(height, width, channels, kernel, outputs, stride, padding)),
      ),
    convWeightGrad: ({ x, dy, dw, count, height, width, channels, kernel, outputs, bias, stride, padding }) =>
      wasm.convWeightGrad(
        x,
        dy,
        dw,
        count,
        height,
        width,
        channels,
        kernel,
        outputs,
        bias,
        stride,
        padding,
        scratch(wasm.convWeightGradScratch(height, width, channels, kernel, outputs, stride, padding)),
      ),
    globalAvgPool: ({ x, y, count, positions, channels }) =>
      wasm.globalAvgPool(x, y, count, positions, channels, scratch(wasm.globalAvgPoolScratch(channels))),
    globalAvgPoolGrad: ({ dy, dx, count, positions, channels }) =>
      wasm.globalAvgPoolGrad(dy, dx, count, positions, channels),
    batchNormBackward: ({ x, w, y, dy, mean, inverseDeviation, dx, dw, rows, channels, relu }) =>
      wasm.batchNormBackward(
        x,
        w,
        y,
        dy,
        mean,
        inverseDeviation,
        dx,
        dw,
        rows,
        channels,
        relu,
        scratch(wasm.batchNormBackwardScratch(channels)),
      ),
    batchNormForward: ({ x, w, y, mean, variance, inverseDeviation, rows, channels, epsilon, relu }) =>
      wasm.batchNormForward(
        x,
        w,
        y,
        mean,
        variance,
        inverseDeviation,
        rows,
        channels,
        epsilon,
        relu,
        scratch(wasm.batchNormForwardScratch(channels)),
      ),
    batchNormTangent: ({ x, w, y, mean, inverseDeviation, dx, dw, dy, rows, channels, relu }) =>
      wasm.batchNormTangent(
        x,
        w,
        y,
        mean,
        inverseDeviation,
        dx,
        dw,
        dy,
        rows,
        channels,
        relu,
        scratch(wasm.batchNormTangentScratch(channels)),
      ),
    addRelu: ({ x, y, to, size }) => wasm.addRelu(x, y, to, size),
  };
}
