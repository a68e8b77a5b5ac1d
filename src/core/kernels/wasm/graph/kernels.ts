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
  /** `assembly/graph/attention.ts` */
  attend(numbers: {
    q: usize;
    k: usize;
    v: usize;
    tokens: usize;
    weights: usize;
    context: usize;
    count: usize;
    heads: usize;
    queries: usize;
    keys: usize;
    share: usize;
    causal: usize;
    padding: f32;
  }): void;
  /** `assembly/graph/attention.ts` */
  attendBackward(numbers: {
    q: usize;
    k: usize;
    v: usize;
    weights: usize;
    dc: usize;
    dq: usize;
    dk: usize;
    dv: usize;
    count: usize;
    heads: usize;
    queries: usize;
    keys: usize;
    share: usize;
  }): void;
  /** `assembly/graph/attention.ts` */
  attendTangent(numbers: {
    q: usize;
    k: usize;
    v: usize;
    weights: usize;
    dq: usize;
    dk: usize;
    dv: usize;
    dc: usize;
    count: usize;
    heads: usize;
    queries: usize;
    keys: usize;
    share: usize;
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
  /** `assembly/graph/embedding.ts` */
  embed(numbers: {
    table: usize;
    positions: usize;
    tokens: usize;
    to: usize;
    count: usize;
    length: usize;
    width: usize;
    vocabulary: usize;
    places: usize;
    scale: f32;
  }): void;
  /** `assembly/graph/embedding.ts` */
  embedGrad(numbers: {
    dy: usize;
    tokens: usize;
    tableGrad: usize;
    positionGrad: usize;
    count: usize;
    length: usize;
    width: usize;
    vocabulary: usize;
    places: usize;
    scale: f32;
  }): void;
  /** `assembly/graph/layerNorm.ts` */
  layerNormBackward(numbers: {
    x: usize;
    w: usize;
    dy: usize;
    mean: usize;
    inverseDeviation: usize;
    dx: usize;
    dw: usize;
    rows: usize;
    width: usize;
  }): void;
  /** `assembly/graph/layerNorm.ts` */
  layerNormForward(numbers: {
    x: usize;
    w: usize;
    y: usize;
    mean: usize;
    inverseDeviation: usize;
    rows: usize;
    width: usize;
    epsilon: f32;
  }): void;
  /** `assembly/graph/layerNorm.ts` */
  layerNormTangent(numbers: {
    x: usize;
    w: usize;
    mean: usize;
    inverseDeviation: usize;
    dx: usize;
    dw: usize;
    dy: usize;
    rows: usize;
    width: usize;
  }): void;
  /** `assembly/graph/sum.ts` */
  addRelu(numbers: { x: usize; y: usize; to: usize; size: usize }): void;
  /** `assembly/graph/tokenLoss.ts` */
  tokenCrossEntropy(numbers: {
    outputs: usize;
    tokens: usize;
    shares: usize;
    value: usize;
    grad: usize;
    rows: usize;
    classes: usize;
  }): void;
  /** `assembly/graph/tokenLoss.ts` */
  tokenDivergence(numbers: {
    outputs: usize;
    reference: usize;
    shares: usize;
    value: usize;
    grad: usize;
    rows: usize;
    classes: usize;
    fromNew: usize;
  }): void;
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
    attend: ({ q, k, v, tokens, weights, context, count, heads, queries, keys, share, causal, padding }) =>
      wasm.attend(
        q,
        k,
        v,
        tokens,
        weights,
        context,
        count,
        heads,
        queries,
        keys,
        share,
        causal,
        padding,
        scratch(wasm.attendScratch(keys)),
      ),
    attendBackward: ({ q, k, v, weights, dc, dq, dk, dv, count, heads, queries, keys, share }) =>
      wasm.attendBackward(
        q,
        k,
        v,
        weights,
        dc,
        dq,
        dk,
        dv,
        count,
        heads,
        queries,
        keys,
        share,
        scratch(wasm.attendBackwardScratch(keys)),
      ),
    attendTangent: ({ q, k, v, weights, dq, dk, dv, dc, count, heads, queries, keys, share }) =>
      wasm.attendTangent(
        q,
        k,
        v,
        weights,
        dq,
        dk,
        dv,
        dc,
        count,
        heads,
        queries,
        keys,
        share,
        scratch(wasm.attendTangentScratch(keys)),
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
    embed: ({ table, positions, tokens, to, count, length, width, vocabulary, places, scale }) =>
      wasm.embed(
        table,
        positions,
        tokens,
        to,
        count,
        length,
        width,
        vocabulary,
        places,
        scale,
        scratch(wasm.embedScratch(width, vocabulary, length)),
      ),
    embedGrad: ({ dy, tokens, tableGrad, positionGrad, count, length, width, vocabulary, places, scale }) =>
      wasm.embedGrad(
        dy,
        tokens,
        tableGrad,
        positionGrad,
        count,
        length,
        width,
        vocabulary,
        places,
        scale,
        scratch(wasm.embedGradScratch(width, vocabulary, length)),
      ),
    layerNormBackward: ({ x, w, dy, mean, inverseDeviation, dx, dw, rows, width }) =>
      wasm.layerNormBackward(
        x,
        w,
        dy,
        mean,
        inverseDeviation,
        dx,
        dw,
        rows,
        width,
        scratch(wasm.layerNormBackwardScratch(width)),
      ),
    layerNormForward: ({ x, w, y, mean, inverseDeviation, rows, width, epsilon }) =>
      wasm.layerNormForward(
        x,
        w,
        y,
        mean,
        inverseDeviation,
        rows,
        width,
        epsilon,
        scratch(wasm.layerNormForwardScratch(width)),
      ),
    layerNormTangent: ({ x, w, mean, inverseDeviation, dx, dw, dy, rows, width }) =>
      wasm.layerNormTangent(
        x,
        w,
        mean,
        inverseDeviation,
        dx,
        dw,
        dy,
        rows,
        width,
        scratch(wasm.layerNormTangentScratch(width)),
      ),
    addRelu: ({ x, y, to, size }) => wasm.addRelu(x, y, to, size),
    tokenCrossEntropy: ({ outputs, tokens, shares, value, grad, rows, classes }) =>
      wasm.tokenCrossEntropy(outputs, tokens, shares, value, grad, rows, classes),
    tokenDivergence: ({ outputs, reference, shares, value, grad, rows, classes, fromNew }) =>
      wasm.tokenDivergence(
        outputs,
        reference,
        shares,
        value,
        grad,
        rows,
        classes,
        fromNew,
        scratch(wasm.tokenDivergenceScratch(classes)),
      ),
  };
}
