/** Which factors of P APO-P learns of a matrix beside S; the others stay the identity. */
export type LearnedFactors = "AB" | "A" | "B" | "none";

/** An output factor alone beside t·I, a block of 2×2 for each channel of a norm, or nothing: then they take no part in the network. */
export type PartialCurvature = "outputFactor" | "blocks" | "none";

/** A matrix of weights and its shape, [out, in (+1 for bias)]; a norm's is [channels, 2]: scale and shift. */
export interface LayerShape {
  name: string;
  shape: [number, number];
  /** Absent: both A and B are learned. */
  factors?: LearnedFactors;
  /** What KFAC and EKFAC have of it, where that is not a factor of each side. */
  curvature?: PartialCurvature;
}

/**
 * What the implied preconditioner of a run is made of: the matrix that maps a gradient to a step, momentum and KL clip
 * aside. Matrices are row-major float32 copies, free to be transferred.
 */
export type PreconditionerState =
  /** η·I per layer: SGD, SGDm, APO-η. */
  | { kind: "scalar"; layers: (LayerShape & { learningRate: number })[] }
  /** One value per weight: η / (√ν̂ + ε) of Adam and RMSprop. */
  | { kind: "diagonal"; layers: (LayerShape & { diagonal: Float32Array })[] }
  /**
   * The eigenvalues themselves, in any order: EKFAC's η/(s + damping), Shampoo's η·l^(−1/4)·r^(−1/4) in the eigenbases of
   * its moments.
   */
  | { kind: "eigenvalues"; layers: (LayerShape & { eigenvalues: Float32Array })[] }
  /**
   * η · (G + √damping/π I)⁻¹ ⊗ (A + √damping·π I)⁻¹ with A [in, in] and G [out, out] ("pi"), or in their eigenbases
   * η/(d_G d_Aᵀ + damping) ("tikhonov"). An input factor of one value t is t·I; of a norm, η·(F + damping·I)⁻¹ with a block
   * F = [[a, b], [b, c]] for each channel, as rows (a, b, c), in either form.
   */
  | {
      kind: "kfac";
      learningRate: number;
      damping: number;
      dampingForm: "pi" | "tikhonov";
      layers: (LayerShape & ({ inputFactor: Float32Array; outputFactor: Float32Array } | { blocks: Float32Array }))[];
    }
  /**
   * (A ⊗ B) diag(vec S)² (A ⊗ B)ᵀ with A [in, in], B [out, out], S [out, in] already exponentiated; a factor that is not learned
   * has no values, and is the identity.
   */
  | { kind: "eigenbasis"; layers: (LayerShape & { A: Float32Array; B: Float32Array; S: Float32Array })[] };
