/** The exact proximal step, in float64. */
export interface ProximalStep {
  /** θ*, all layers end to end. */
  target: Float64Array;
  /** ∇J_B(θ). */
  gradient: Float64Array;
  /** η* = gᵀg / gᵀMg, the η with which −ηg has the lowest objective, where that is quadratic with the matrix M; else null. */
  bestRate: number | null;
}
