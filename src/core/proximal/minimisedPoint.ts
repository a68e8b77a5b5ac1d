/** A function of u in float64, at one point. */
export interface MinimisedPoint {
  value: number;
  gradient: Float64Array;
  /** The Gauss-Newton matrix M of the function, asked for only where a step begins. */
  curvature(): Curvature;
}

/** A Gauss-Newton matrix M, by what a step needs of it. */
export interface Curvature {
  /** (M + damping·I)⁻¹ v. */
  solve(v: Float64Array, damping: number): Float64Array;
  /** The trace of what M has beside λ_WSD·I. */
  trace: number;
}
