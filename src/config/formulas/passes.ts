/** Passes over one batch. */
export interface Passes {
  forward: number;
  backward: number;
}

/** What every step of an APO method takes: loss and gradient on B. */
export const STEP_PASSES: Passes = { forward: 1, backward: 1 };

/**
 * What a meta-update adds: forward at θ on B′, at θ′ on B and on B′, and one backward pass through the bracket (APO.md, cost).
 */
export const META_STEP_PASSES: Passes = { forward: 3, backward: 1 };

/** The meta-update's passes shared by the K steps it serves. */
export function amortizedPasses(metaUpdateInterval: number): Passes {
  return {
    forward: META_STEP_PASSES.forward / metaUpdateInterval,
    backward: META_STEP_PASSES.backward / metaUpdateInterval,
  };
}
