import type { PreconditionerState } from "../../config/formulas/preconditionerState";
import type { LayerSpectrum } from "../../config/tables/metrics";
import { blockEigenvalues } from "../linalg/pairBlocks";
import { symmetricEigenvalues } from "../linalg/symmetricEigen";
import { factoredDamping, meanTrace } from "../optimizers/factoredDamping";
import { exactSpectrum, perLayer, requireFinite } from "./layerSpectrum";

/**
 * Exact eigenvalues of KFAC's η(G + √damping/π I)⁻¹ ⊗ (A + √damping·π I)⁻¹, products of the factors' own, or of its
 * Tikhonov form η/(g·a + damping). Momentum and KL clip aside.
 */
export function kfacSpectrum({
  learningRate,
  damping,
  dampingForm,
  layers,
}: Extract<PreconditionerState, { kind: "kfac" }>): LayerSpectrum[] {
  return perLayer(layers, (layer) => {
    const [out, inputs] = layer.shape;
    if ("blocks" in layer) {
      requireFinite("blocks", layer.blocks);
      const values = blockEigenvalues(layer.blocks).map((value) => learningRate / (value + damping));
      return exactSpectrum(layer, "exact", values);
    }
    requireFinite("input factor", layer.inputFactor);
    requireFinite("output factor", layer.outputFactor);
    // one value t is t·I
    const size = Math.round(Math.sqrt(layer.inputFactor.length));
    const own = semidefiniteEigenvalues(layer.inputFactor, size);
    const a = size === inputs ? own : new Float64Array(inputs).fill(own[0] as number);
    const g = semidefiniteEigenvalues(layer.outputFactor, out);
    const shift = factoredDamping(meanTrace(layer.inputFactor, size), meanTrace(layer.outputFactor, out), damping);
    const eigenvalues = new Float64Array(out * inputs);
    for (let o = 0; o < out; o++) {
      for (let i = 0; i < inputs; i++) {
        const curvature =
          dampingForm === "pi"
            ? ((g[o] as number) + shift.output) * ((a[i] as number) + shift.input)
            : (g[o] as number) * (a[i] as number) + damping;
        eigenvalues[o * inputs + i] = learningRate / curvature;
      }
    }
    return exactSpectrum(layer, "exact", eigenvalues);
  });
}

/** Float32 rounding leaves a semi-definite factor with eigenvalues just below 0; they count as 0. */
function semidefiniteEigenvalues(factor: Float32Array, n: number): Float64Array {
  return symmetricEigenvalues(factor, n).map((value) => Math.max(0, value));
}
