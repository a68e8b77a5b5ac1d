import { tensor, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { createModel } from "../../core/nn/chain";
import type { LayerSpec } from "../../core/nn/layerSpec";
import { LOSSES } from "../../core/nn/losses";

/** Largest relative difference from the CPU's gradient that a device may show. */
export const TOLERANCE = 1e-3;

/** One layer of each kind that the tasks use. */
const LAYERS: readonly LayerSpec[] = [
  { kind: "conv", channels: 2, outputs: 4, kernel: 3, activation: "relu", pool: 2, bias: true },
  { kind: "dense", inputs: 36, outputs: 8, activation: "tanh", bias: true },
  { kind: "dense", inputs: 8, outputs: 3, activation: "linear", bias: true },
];
const INPUT_SHAPE = [8, 8, 2] as const;
const BATCH = 5;

/** Gradients of a small net at fixed weights and inputs on the active backend, one array per layer with weights. */
export async function selfTestGradients(): Promise<Float32Array[]> {
  const model = createModel(LAYERS, INPUT_SHAPE);
  const grads = tidy(() => {
    const params = model.parametric.map(({ shape: [out, inputs] }, i) =>
      tensor2d(wave(out * inputs, 0.3 + i, 0.4), [out, inputs]),
    );
    const input = tensor(wave(BATCH * 128, 0.7, 1), [BATCH, ...INPUT_SHAPE]);
    const targets = tensor2d([1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0], [BATCH, 3]);
    const pass = model.forward(params, input);
    return model.backward(params, pass, LOSSES.softmaxCrossEntropy.lossAndGrad(pass.outputs, targets).outputGrad);
  });
  const values = await Promise.all(grads.map(async (grad) => Float32Array.from(await grad.data())));
  for (const grad of grads) grad.dispose();
  return values;
}

/** Largest ‖measured − reference‖ / ‖reference‖ over the arrays; infinite where shapes differ or a value is not finite. */
export function largestRelativeError(reference: readonly Float32Array[], measured: readonly Float32Array[]): number {
  if (reference.length !== measured.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  reference.forEach((expected, i) => {
    const actual = measured[i];
    let error = actual?.length === expected.length ? 0 : Number.POSITIVE_INFINITY;
    let size = 0;
    for (let j = 0; j < expected.length; j++) {
      error += ((actual?.[j] ?? Number.NaN) - (expected[j] as number)) ** 2;
      size += (expected[j] as number) ** 2;
    }
    const relative = Math.sqrt(error / size);
    largest = Math.max(largest, Number.isFinite(relative) ? relative : Number.POSITIVE_INFINITY);
  });
  return largest;
}

/** Fixed values without pattern or ties, of the given amplitude. */
function wave(length: number, phase: number, amplitude: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => amplitude * Math.sin(phase + 12.9898 * i + 0.017 * i * i));
}
