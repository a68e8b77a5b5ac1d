/** A parametric layer and the shape of its weights, [out, in (+1 for bias)]. */
export interface LayerShape {
  name: string;
  shape: [number, number];
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
   * η/(d_G d_Aᵀ + damping) ("tikhonov").
   */
  | {
      kind: "kfac";
      learningRate: number;
      damping: number;
      dampingForm: "pi" | "tikhonov";
      layers: (LayerShape & { inputFactor: Float32Array; outputFactor: Float32Array })[];
    }
  /** (A ⊗ B) diag(vec S)² (A ⊗ B)ᵀ with A [in, in], B [out, out], S [out, in] already exponentiated. */
  | { kind: "eigenbasis"; layers: (LayerShape & { A: Float32Array; B: Float32Array; S: Float32Array })[] };
