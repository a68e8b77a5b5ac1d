import { type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { product } from "../kernels/matMul";
import { psdInverse } from "../linalg/psd";
import { symmetricEigen } from "../linalg/symmetricEigen";
import type { KroneckerFactors } from "../nn/layer";
import { factoredDamping, meanTrace } from "./factoredDamping";
import { rescaledInBasis } from "./kroneckerBasis";
import { withJitter } from "./roundingJitter";

/** What turns a gradient into a KFAC direction: two damped inverses, or eigenbases with 1/(d_G d_Aᵀ + damping). */
export type FactorInverse =
  | { kind: "pi"; inputInverse: Tensor2D; outputInverse: Tensor2D }
  | { kind: "tikhonov"; inputBasis: Tensor2D; outputBasis: Tensor2D; inverseEigenvalues: Tensor2D };

/** Damped inverses of every layer's factors, by float64 on the host from one awaited read-back each. */
export async function invertFactors(
  factors: readonly KroneckerFactors[],
  settings: Pick<Hyperparams, "damping" | "dampingForm"> & Partial<Pick<Hyperparams, "precision">>,
): Promise<FactorInverse[]> {
  const { damping, dampingForm, precision = "fp32" } = settings;
  const host = await Promise.all(factors.map((pair) => hostFactors(pair, precision)));
  return host.map(({ A, G, inputs, outputs }) => {
    if (dampingForm === "pi") {
      const shift = factoredDamping(meanTrace(A, inputs), meanTrace(G, outputs), damping);
      return {
        kind: "pi",
        inputInverse: square(psdInverse(A, inputs, shift.input), inputs),
        outputInverse: square(psdInverse(G, outputs, shift.output), outputs),
      };
    }
    const input = symmetricEigen(A, inputs);
    const output = symmetricEigen(G, outputs);
    const inverseEigenvalues = new Float32Array(outputs * inputs);
    for (let o = 0; o < outputs; o++)
      for (let i = 0; i < inputs; i++) {
        const eigenvalue = Math.max(0, output.values[o] as number) * Math.max(0, input.values[i] as number);
        inverseEigenvalues[o * inputs + i] = 1 / (eigenvalue + damping);
      }
    return {
      kind: "tikhonov",
      inputBasis: square(input.vectors, inputs),
      outputBasis: square(output.vectors, outputs),
      inverseEigenvalues: tensor2d(inverseEigenvalues, [outputs, inputs]),
    };
  });
}

/** A layer's factors as they are inverted, by one awaited read-back each: in 16 bits with jitter on their diagonals. */
export async function hostFactors(
  { inputFactor, outputFactor }: KroneckerFactors,
  precision: Hyperparams["precision"],
) {
  const [inputs, outputs] = [inputFactor.shape[0], outputFactor.shape[0]];
  const A = withJitter((await inputFactor.data()) as Float32Array, inputs, precision);
  const G = withJitter((await outputFactor.data()) as Float32Array, outputs, precision);
  return { A, G, inputs, outputs };
}

const square = (values: Float64Array, n: number): Tensor2D => tensor2d(new Float32Array(values), [n, n]);

/** v = (G + √damping/π I)⁻¹ ∇ (A + √damping·π I)⁻¹, or Q_G [(Q_Gᵀ ∇ Q_A) / (d_G d_Aᵀ + damping)] Q_Aᵀ; [out, in]. */
export function preconditionWith(inverse: FactorInverse, grad: Tensor2D): Tensor2D {
  if (inverse.kind === "pi") return product(product(inverse.outputInverse, grad), inverse.inputInverse);
  return rescaledInBasis(grad, inverse, inverse.inverseEigenvalues);
}
