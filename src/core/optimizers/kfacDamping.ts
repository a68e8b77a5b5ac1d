import { add, concat, mul, split, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { product } from "../kernels/matMul";
import { shiftedBlockInverses } from "../linalg/pairBlocks";
import { psdInverse } from "../linalg/psd";
import { symmetricEigen } from "../linalg/symmetricEigen";
import { isBlocks, type KroneckerFactors, type MatrixCurvature } from "../nn/layer";
import { factoredDamping, meanTrace } from "./factoredDamping";
import { rescaledInBasis, timesInput } from "./kroneckerBasis";
import { withJitter } from "./roundingJitter";

/**
 * What turns a gradient into a KFAC direction: two damped inverses, or eigenbases with 1/(d_G d_Aᵀ + damping); of a norm the inverses
 * (a, b, c) of its blocks, [channels, 3].
 */
export type FactorInverse =
  | { kind: "pi"; inputInverse: Tensor2D; outputInverse: Tensor2D }
  | { kind: "tikhonov"; inputBasis: Tensor2D; outputBasis: Tensor2D; inverseEigenvalues: Tensor2D }
  | { kind: "blocks"; inverses: Tensor2D };

/** Damped inverses of every layer's factors, by float64 on the host from one awaited read-back each; `between` is awaited after a layer's. */
export async function invertFactors(
  factors: readonly MatrixCurvature[],
  settings: Pick<Hyperparams, "damping" | "dampingForm"> & Partial<Pick<Hyperparams, "precision">>,
  between?: () => Promise<void>,
): Promise<FactorInverse[]> {
  const { damping, dampingForm, precision = "fp32" } = settings;
  const host = await Promise.all(
    factors.map((each) => (isBlocks(each) ? invertBlocks(each.blocks, damping) : hostFactors(each, precision))),
  );
  const inverses: FactorInverse[] = [];
  for (const read of host) {
    if (inverses.length > 0) await between?.();
    inverses.push("kind" in read ? read : inverseOf(read, damping, dampingForm));
  }
  return inverses;
}

/** A layer's factors on the host. */
type HostFactors = Awaited<ReturnType<typeof hostFactors>>;

function inverseOf(
  { A, G, inputs, outputs }: HostFactors,
  damping: number,
  dampingForm: Hyperparams["dampingForm"],
): FactorInverse {
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
}

/** (F + damping·I)⁻¹ of each channel, exactly. */
export async function invertBlocks(blocks: Tensor2D, damping: number): Promise<FactorInverse & { kind: "blocks" }> {
  const inverses = shiftedBlockInverses((await blocks.data()) as Float32Array, damping);
  return { kind: "blocks", inverses: tensor2d(new Float32Array(inverses), blocks.shape) };
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
  if (inverse.kind === "blocks") return timesBlocks(inverse.inverses, grad);
  if (inverse.kind === "pi") return timesInput(product(inverse.outputInverse, grad), inverse.inputInverse);
  return rescaledInBasis(grad, inverse, inverse.inverseEigenvalues);
}

/** [[a, b], [b, c]]·(g₁, g₂) for each row of `grad` [channels, 2]. */
function timesBlocks(blocks: Tensor2D, grad: Tensor2D): Tensor2D {
  const [a, b, c] = split(blocks, 3, 1) as [Tensor2D, Tensor2D, Tensor2D];
  const [first, second] = split(grad, 2, 1) as [Tensor2D, Tensor2D];
  return concat([add(mul(a, first), mul(b, second)), add(mul(b, first), mul(c, second))] as Tensor2D[], 1);
}
