import {
  add,
  log,
  logSoftmax,
  matMul,
  maximum,
  mean,
  mul,
  neg,
  relu,
  reshape,
  type Scalar,
  sigmoid,
  slice,
  softmax,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tanh,
  transpose,
} from "@tensorflow/tfjs-core";
import type { LayerSpec } from "../nn/layerSpec";
import type { KlDirection } from "../nn/loss";

/*
 * Forward passes written a second time, from slices, products and maxima alone, in the textbook's order: every op has a
 * first derivative on every backend, so that `tf.grads` of these is an oracle that shares nothing with src/core/nn.
 */

/** x Wᵀ + b for W [out, in (+1, bias last)]. */
export function denseReference(x: Tensor2D, W: Tensor2D, bias: boolean): Tensor2D {
  const [outputs, columns] = W.shape;
  if (!bias) return matMul(x, W, false, true);
  const linear = matMul(x, slice(W, [0, 0], [outputs, columns - 1]), false, true);
  return add(linear, reshape(slice(W, [0, columns - 1], [outputs, 1]), [1, outputs])) as Tensor2D;
}

/** Stride-1 valid convolution as one product per place in the kernel; columns of W in the order row, column, channel. */
export function convReference(x: Tensor4D, W: Tensor2D, kernel: number, bias: boolean): Tensor4D {
  const [count, height, width, channels] = x.shape;
  const outputs = W.shape[0];
  const [h, w] = [height - kernel + 1, width - kernel + 1];
  let total: Tensor | null = null;
  for (let row = 0; row < kernel; row++)
    for (let column = 0; column < kernel; column++) {
      const seen = reshape(slice(x, [0, row, column, 0], [count, h, w, channels]), [count * h * w, channels]);
      const tap = slice(W, [0, (row * kernel + column) * channels], [outputs, channels]);
      const part: Tensor = matMul(seen, tap, false, true);
      total = total ? add(total, part) : part;
    }
  const last = slice(W, [0, kernel * kernel * channels], [outputs, bias ? 1 : 0]);
  const withBias = bias ? add(total as Tensor, reshape(last, [1, outputs])) : (total as Tensor);
  return reshape(withBias, [count, h, w, outputs]);
}

/** 2×2 max-pool with stride 2, as maxima of neighbouring rows, then of neighbouring columns. */
export function maxPool2Reference(x: Tensor4D): Tensor4D {
  const [count, height, width, channels] = x.shape;
  const [h, w] = [Math.floor(height / 2), Math.floor(width / 2)];
  const rows = reshape(slice(x, [0, 0, 0, 0], [count, 2 * h, 2 * w, channels]), [count * h, 2, 2 * w * channels]);
  const upper = maximum(pick(rows, 0), pick(rows, 1));
  const columns = reshape(upper, [count * h * w, 2, channels]);
  return reshape(maximum(pick(columns, 0), pick(columns, 1)), [count, h, w, channels]);
}

const pick = (x: Tensor, i: number) => slice(x, [0, i, 0], [x.shape[0] as number, 1, x.shape[2] as number]);

const ACTIVATIONS = { tanh: (x: Tensor) => tanh(x), relu: (x: Tensor) => relu(x), linear: (x: Tensor) => x };

/** Outputs [batch, out] of a described network; pools are 2×2 and come after the activation. */
export function modelReference(specs: readonly LayerSpec[], params: readonly Tensor2D[], input: Tensor): Tensor2D {
  let x = input;
  specs.forEach((spec, i) => {
    const W = params[i] as Tensor2D;
    const activation = ACTIVATIONS[spec.activation];
    if (spec.kind === "conv") {
      x = activation(convReference(x as Tensor4D, W, spec.kernel, spec.bias ?? true));
      if (spec.pool === 2) x = maxPool2Reference(x as Tensor4D);
    } else {
      x = activation(denseReference(reshape(x, [x.shape[0] as number, spec.inputs]), W, spec.bias));
    }
  });
  return x as Tensor2D;
}

/** Mean over the batch of ½‖f − y‖², of −Σ y log softmax(f), or of −Σ y log σ(f) + (1 − y) log σ(−f). */
export const lossReference = {
  squaredError: (f: Tensor2D, y: Tensor2D): Scalar => mul(0.5, mean(sum(square(sub(f, y)), 1))),
  softmaxCrossEntropy: (f: Tensor2D, y: Tensor2D): Scalar => neg(mean(sum(mul(y, logSoftmax(f)), 1))),
  sigmoidCrossEntropy: (f: Tensor2D, y: Tensor2D): Scalar =>
    neg(mean(sum(add(mul(y, log(sigmoid(f))), mul(sub(1, y), log(sigmoid(neg(f))))), 1))),
};

/** Mean over the batch of ½‖f − f₀‖², or of KL between what f₀, the old, and f, the new, say: softmax or Bernoullis. */
export const discrepancyReference = {
  squaredError: (f: Tensor2D, old: Tensor2D, _direction: KlDirection): Scalar =>
    mul(0.5, mean(sum(square(sub(f, old)), 1))),
  softmaxCrossEntropy(f: Tensor2D, old: Tensor2D, direction: KlDirection): Scalar {
    const [p, q] = direction === "old-new" ? [old, f] : [f, old];
    return mean(sum(mul(softmax(p), sub(logSoftmax(p), logSoftmax(q))), 1));
  },
  sigmoidCrossEntropy(f: Tensor2D, old: Tensor2D, direction: KlDirection): Scalar {
    const [p, q] = direction === "old-new" ? [old, f] : [f, old];
    const term = (a: Tensor, b: Tensor) => mul(sigmoid(a), sub(log(sigmoid(a)), log(sigmoid(b))));
    return mean(sum(add(term(p, q), term(neg(p), neg(q))), 1));
  },
};

/** P·G = B (S²∘(Bᵀ G A)) Aᵀ for S given as S or as log S. */
export function preconditionedReference(G: Tensor2D, A: Tensor2D, B: Tensor2D, squaredS: Tensor): Tensor2D {
  const inner = mul(squaredS, matMul(matMul(transpose(B), G), A)) as Tensor2D;
  return matMul(matMul(B, inner), transpose(A));
}
