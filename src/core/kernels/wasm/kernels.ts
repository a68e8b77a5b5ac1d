// biome-ignore-all lint/style/noExcessiveLinesPerFile: written by `npm run kernels`, from the signatures in `assembly/`

type usize = number;
type i32 = number;
type f32 = number;
type f64 = number;

/**
 * What `assembly/index.ts` exports, its arguments by name and without `scratch`. Tensors are addresses of their first value, rows
 * and columns of `multiply` are strides in bytes, and all else counts values.
 */
export interface WasmKernels {
  /** `assembly/cholesky.ts` */
  psdInverse(numbers: { matrix: usize; n: usize; shift: f64 }): i32;
  /** `assembly/convolution/valid.ts` */
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
  }): void;
  /** `assembly/convolution/valid.ts` */
  convInputFactor(numbers: {
    x: usize;
    to: usize;
    count: usize;
    height: usize;
    width: usize;
    channels: usize;
    kernel: usize;
    bias: usize;
  }): void;
  /** `assembly/convolution/valid.ts` */
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
  }): void;
  /** `assembly/convolution/valid.ts` */
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
  }): void;
  /** `assembly/dense.ts` */
  denseForward(numbers: {
    x: usize;
    w: usize;
    y: usize;
    count: usize;
    inputs: usize;
    outputs: usize;
    bias: usize;
  }): void;
  /** `assembly/dense.ts` */
  denseInputGrad(numbers: {
    w: usize;
    dy: usize;
    dx: usize;
    count: usize;
    inputs: usize;
    outputs: usize;
    bias: usize;
  }): void;
  /** `assembly/dense.ts` */
  denseWeightGrad(numbers: {
    x: usize;
    dy: usize;
    dw: usize;
    count: usize;
    inputs: usize;
    outputs: usize;
    bias: usize;
  }): void;
  /** `assembly/elementwise.ts` */
  addScaled(numbers: { factor: f32; x: usize; y: usize; to: usize; size: usize }): void;
  /** `assembly/elementwise.ts` */
  innerProduct(numbers: { x: usize; y: usize; size: usize }): f64;
  /** `assembly/elementwise.ts` */
  relu(numbers: { x: usize; y: usize; size: usize }): void;
  /** `assembly/elementwise.ts` */
  reluGrad(numbers: { y: usize; dy: usize; dx: usize; size: usize }): void;
  /** `assembly/elementwise.ts` */
  scale(numbers: { factor: f32; x: usize; to: usize; size: usize }): void;
  /** `assembly/elementwise.ts` */
  tanh(numbers: { x: usize; y: usize; size: usize }): void;
  /** `assembly/elementwise.ts` */
  tanhGrad(numbers: { y: usize; dy: usize; dx: usize; size: usize }): void;
  /** `assembly/losses.ts` */
  halfSquaredDistance(numbers: { a: usize; b: usize; value: usize; grad: usize; count: usize; size: usize }): void;
  /** `assembly/losses.ts` */
  softmaxCrossEntropy(numbers: {
    outputs: usize;
    targets: usize;
    value: usize;
    grad: usize;
    count: usize;
    classes: usize;
  }): void;
  /** `assembly/matmul.ts` */
  multiply(numbers: {
    a: usize;
    aRow: usize;
    aColumn: usize;
    b: usize;
    bRow: usize;
    c: usize;
    cRow: usize;
    rows: usize;
    columns: usize;
    depth: usize;
  }): void;
  /** `assembly/matmul.ts` */
  multiplyTransposed(numbers: {
    a: usize;
    aRow: usize;
    aColumn: usize;
    b: usize;
    bRow: usize;
    c: usize;
    cRow: usize;
    rows: usize;
    columns: usize;
    depth: usize;
  }): void;
  /** `assembly/maxPool.ts` */
  maxPool(numbers: {
    x: usize;
    y: usize;
    count: usize;
    height: usize;
    width: usize;
    channels: usize;
    size: usize;
    relu: usize;
  }): void;
  /** `assembly/maxPool.ts` */
  maxPoolGrad(numbers: {
    x: usize;
    y: usize;
    dy: usize;
    dx: usize;
    count: usize;
    height: usize;
    width: usize;
    channels: usize;
    size: usize;
    relu: usize;
  }): void;
  /** `assembly/moments.ts` */
  adam(numbers: {
    grad: usize;
    mu: usize;
    nu: usize;
    muTo: usize;
    nuTo: usize;
    params: usize;
    to: usize;
    size: usize;
    rate: f32;
    beta1: f32;
    gamma1: f32;
    beta2: f32;
    gamma2: f32;
    correction1: f32;
    correction2: f32;
    epsilon: f32;
  }): void;
  /** `assembly/preconditioner.ts` */
  applyPreconditioner(numbers: {
    G: usize;
    A: usize;
    B: usize;
    S: usize;
    isLog: usize;
    D: usize;
    outputs: usize;
    inputs: usize;
  }): void;
  /** `assembly/preconditioner.ts` */
  preconditionerGrad(numbers: {
    G: usize;
    R: usize;
    A: usize;
    B: usize;
    S: usize;
    isLog: usize;
    gradA: usize;
    gradB: usize;
    gradS: usize;
    outputs: usize;
    inputs: usize;
  }): void;
  /** `assembly/preconditioner.ts` */
  preconditionerTrace(numbers: { A: usize; B: usize; S: usize; isLog: usize; outputs: usize; inputs: usize }): f64;
}

/** The kernels of an instance of the module, each with the space it asks for: `scratch` gives the address of so many bytes. */
export function bindWasmKernels(instance: WebAssembly.Instance, scratch: (bytes: number) => number): WasmKernels {
  type Export = (...numbers: number[]) => number;
  const wasm = instance.exports as Record<keyof WasmKernels | `${keyof WasmKernels}Scratch`, Export>;
  return {
    psdInverse: ({ matrix, n, shift }) => wasm.psdInverse(matrix, n, shift, scratch(wasm.psdInverseScratch(n))),
    convForward: ({ x, w, y, count, height, width, channels, kernel, outputs, bias }) =>
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
        scratch(wasm.convForwardScratch(height, width, channels, kernel, outputs)),
      ),
    convInputFactor: ({ x, to, count, height, width, channels, kernel, bias }) =>
      wasm.convInputFactor(
        x,
        to,
        count,
        height,
        width,
        channels,
        kernel,
        bias,
        scratch(wasm.convInputFactorScratch(height, width, channels)),
      ),
    convInputGrad: ({ w, dy, dx, count, height, width, channels, kernel, outputs, bias }) =>
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
        scratch(wasm.convInputGradScratch(height, width, channels, kernel, outputs)),
      ),
    convWeightGrad: ({ x, dy, dw, count, height, width, channels, kernel, outputs, bias }) =>
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
        scratch(wasm.convWeightGradScratch(height, width, channels, kernel, outputs)),
      ),
    denseForward: ({ x, w, y, count, inputs, outputs, bias }) =>
      wasm.denseForward(x, w, y, count, inputs, outputs, bias, scratch(wasm.denseForwardScratch(inputs))),
    denseInputGrad: ({ w, dy, dx, count, inputs, outputs, bias }) =>
      wasm.denseInputGrad(w, dy, dx, count, inputs, outputs, bias, scratch(wasm.denseInputGradScratch(outputs))),
    denseWeightGrad: ({ x, dy, dw, count, inputs, outputs, bias }) =>
      wasm.denseWeightGrad(x, dy, dw, count, inputs, outputs, bias, scratch(wasm.denseWeightGradScratch(count))),
    addScaled: ({ factor, x, y, to, size }) => wasm.addScaled(factor, x, y, to, size),
    innerProduct: ({ x, y, size }) => wasm.innerProduct(x, y, size),
    relu: ({ x, y, size }) => wasm.relu(x, y, size),
    reluGrad: ({ y, dy, dx, size }) => wasm.reluGrad(y, dy, dx, size),
    scale: ({ factor, x, to, size }) => wasm.scale(factor, x, to, size),
    tanh: ({ x, y, size }) => wasm.tanh(x, y, size),
    tanhGrad: ({ y, dy, dx, size }) => wasm.tanhGrad(y, dy, dx, size),
    halfSquaredDistance: ({ a, b, value, grad, count, size }) =>
      wasm.halfSquaredDistance(a, b, value, grad, count, size),
    softmaxCrossEntropy: ({ outputs, targets, value, grad, count, classes }) =>
      wasm.softmaxCrossEntropy(outputs, targets, value, grad, count, classes),
    multiply: ({ a, aRow, aColumn, b, bRow, c, cRow, rows, columns, depth }) =>
      wasm.multiply(a, aRow, aColumn, b, bRow, c, cRow, rows, columns, depth, scratch(wasm.multiplyScratch(depth))),
    multiplyTransposed: ({ a, aRow, aColumn, b, bRow, c, cRow, rows, columns, depth }) =>
      wasm.multiplyTransposed(
        a,
        aRow,
        aColumn,
        b,
        bRow,
        c,
        cRow,
        rows,
        columns,
        depth,
        scratch(wasm.multiplyTransposedScratch(depth)),
      ),
    maxPool: ({ x, y, count, height, width, channels, size, relu }) =>
      wasm.maxPool(x, y, count, height, width, channels, size, relu),
    maxPoolGrad: ({ x, y, dy, dx, count, height, width, channels, size, relu }) =>
      wasm.maxPoolGrad(x, y, dy, dx, count, height, width, channels, size, relu),
    adam: ({
      grad,
      mu,
      nu,
      muTo,
      nuTo,
      params,
      to,
      size,
      rate,
      beta1,
      gamma1,
      beta2,
      gamma2,
      correction1,
      correction2,
      epsilon,
    }) =>
      wasm.adam(
        grad,
        mu,
        nu,
        muTo,
        nuTo,
        params,
        to,
        size,
        rate,
        beta1,
        gamma1,
        beta2,
        gamma2,
        correction1,
        correction2,
        epsilon,
      ),
    applyPreconditioner: ({ G, A, B, S, isLog, D, outputs, inputs }) =>
      wasm.applyPreconditioner(
        G,
        A,
        B,
        S,
        isLog,
        D,
        outputs,
        inputs,
        scratch(wasm.applyPreconditionerScratch(outputs, inputs)),
      ),
    preconditionerGrad: ({ G, R, A, B, S, isLog, gradA, gradB, gradS, outputs, inputs }) =>
      wasm.preconditionerGrad(
        G,
        R,
        A,
        B,
        S,
        isLog,
        gradA,
        gradB,
        gradS,
        outputs,
        inputs,
        scratch(wasm.preconditionerGradScratch(outputs, inputs)),
      ),
    preconditionerTrace: ({ A, B, S, isLog, outputs, inputs }) =>
      wasm.preconditionerTrace(
        A,
        B,
        S,
        isLog,
        outputs,
        inputs,
        scratch(wasm.preconditionerTraceScratch(outputs, inputs)),
      ),
  };
}
