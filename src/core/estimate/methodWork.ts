import type { Hyperparams } from "../../config/tables/hyperparams";
import { OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { factorCubes, learnedNumbers, type NetworkSizes, over, withAllFactors } from "./networkSizes";

/** What a device has to do in a step, on average over the schedule of its method. */
export interface Work {
  /** Multiplications with additions in products. */
  multiplyAdds: number;
  /** Numbers that are read or written by what is no product. */
  numbers: number;
  /** Calls of kernels. */
  calls: number;
  /** Cubes of the sides of matrices that are inverted, and that have their eigenvectors taken, in float64 on the host. */
  inverted: number;
  eigen: number;
}

const NOTHING: Work = { multiplyAdds: 0, numbers: 0, calls: 0, inverted: 0, eigen: 0 };

const sum = (parts: readonly Work[]): Work =>
  parts.reduce(
    (total, part) => ({
      multiplyAdds: total.multiplyAdds + part.multiplyAdds,
      numbers: total.numbers + part.numbers,
      calls: total.calls + part.calls,
      inverted: total.inverted + part.inverted,
      eigen: total.eigen + part.eigen,
    }),
    NOTHING,
  );

/** So many times the work. */
export const times = (factor: number, { multiplyAdds, numbers, calls, inverted, eigen }: Work): Work => ({
  multiplyAdds: factor * multiplyAdds,
  numbers: factor * numbers,
  calls: factor * calls,
  inverted: factor * inverted,
  eigen: factor * eigen,
});

/**
 * Calls that a step takes whatever its method, a layer in a pass, arithmetic on all weights, and a matrix in an optimizer. With factors a matrix takes
 * compositions of tfjs's operations: on 2-8-1 and 2-64-64-1 the time of 76 and 91 of our calls a matrix.
 */
const CALLS = { step: 20, layer: 3, list: 5, matrix: 3, factored: 80 };

/** Shampoo's moments are of few directions, which makes their eigenvectors quicker to find. */
const SPARSE = 0.4;

/** Times that each value is read or written in a pass beside products: activations, norms, pools. */
const TOUCHED = 3;

/** A forward pass of a batch. */
function forward({ multiplyAdds, values, layers }: NetworkSizes, batch: number): Work {
  return {
    ...NOTHING,
    multiplyAdds: batch * multiplyAdds,
    numbers: TOUCHED * batch * values,
    calls: CALLS.layer * layers,
  };
}

/** Numbers moved by arithmetic on all parameters, so many of them read or written. */
const moved = ({ parameters }: NetworkSizes, lists: number): Work => ({
  ...NOTHING,
  numbers: lists * parameters,
  calls: CALLS.list,
});

/** Products of each matrix with its two factors from both sides. */
const preconditioned = ({ matrices }: NetworkSizes): Work => ({
  ...NOTHING,
  multiplyAdds: over(
    matrices,
    ({ outputs, inputs, learnsA, learnsB }) =>
      2 * outputs * inputs * ((learnsB ? outputs : 0) + (learnsA ? inputs : 0)),
  ),
  numbers: over(matrices, ({ outputs, inputs }) => 8 * outputs * inputs),
  calls: CALLS.matrix * matrices.length,
});

/** Passes of a meta-update: forward at θ on B′, both ways at θ′ on B and on B′; and what learns φ. */
function metaUpdate(sizes: NetworkSizes, batch: number, learns: "preconditioner" | "learningRate"): Work {
  const pass = forward(sizes, batch);
  const passes = sum([times(3, pass), times(4, pass), moved(sizes, 6)]);
  if (learns === "learningRate") return passes;
  const learned: Work = { ...NOTHING, numbers: 8 * learnedNumbers(sizes), calls: 4 * CALLS.list };
  return sum([passes, times(4, preconditioned(sizes)), learned]);
}

/** The backward pass of sampled targets, and the factors made of it. */
function factorUpdate(sizes: NetworkSizes, batch: number): Work {
  const factors = over(
    sizes.matrices,
    ({ outputs, inputs, rows, hasInputFactor, hasOutputFactor }) =>
      batch * rows * ((hasInputFactor ? inputs ** 2 : 0) + (hasOutputFactor ? outputs ** 2 : 0)),
  );
  const pass = forward(sizes, batch);
  return sum([
    times(1.5, pass),
    { ...NOTHING, multiplyAdds: factors, calls: 2 * CALLS.matrix * sizes.matrices.length },
  ]);
}

/** The factors' products from both sides; in a basis there and back. */
const naturalGradient = ({ matrices }: NetworkSizes): Work => ({
  ...NOTHING,
  multiplyAdds: over(
    matrices,
    ({ outputs, inputs, hasInputFactor, hasOutputFactor }) =>
      outputs * inputs * ((hasOutputFactor ? outputs : 0) + (hasInputFactor ? inputs : 0)),
  ),
  numbers: over(matrices, ({ outputs, inputs }) => 6 * outputs * inputs),
  calls: CALLS.factored * matrices.length,
});

/** What a step of a method has to do; null where its own solver decides how often it goes on. */
export function workOf(
  optimizer: OptimizerId,
  hyperparams: Hyperparams,
  sizes: NetworkSizes,
  batch: number,
): Work | null {
  const { isSolver, learns } = OPTIMIZERS[optimizer];
  if (isSolver) return null;
  const { metaUpdateInterval, factorUpdatePeriod, inverseUpdatePeriod, dampingForm, weightDecay } = hyperparams;
  const both = sum([{ ...NOTHING, calls: CALLS.step }, times(3, forward(sizes, batch))]);
  if (learns !== null) {
    const meta = times(1 / metaUpdateInterval, metaUpdate(sizes, batch, learns));
    return sum([both, meta, moved(sizes, 6), ...(learns === "preconditioner" ? [preconditioned(sizes)] : [])]);
  }
  const cubes = factorCubes(sizes) / inverseUpdatePeriod;
  switch (optimizer) {
    case "kfac":
    case "ekfac": {
      const isInBasis = optimizer === "ekfac" || dampingForm === "tikhonov";
      const update = factorUpdate(sizes, batch);
      // EKFAC projects every example's gradient too
      const projected = optimizer === "ekfac" ? sum([update, forward(sizes, batch)]) : update;
      return sum([
        both,
        moved(sizes, 8),
        times(1 / factorUpdatePeriod, projected),
        { ...NOTHING, [isInBasis ? "eigen" : "inverted"]: cubes },
        times(isInBasis ? 2 : 1, naturalGradient(sizes)),
      ]);
    }
    case "shampoo": {
      const all = withAllFactors(sizes);
      const eigen = (SPARSE * factorCubes(all)) / inverseUpdatePeriod;
      return sum([both, moved(sizes, 8), times(2, naturalGradient(all)), { ...NOTHING, eigen }]);
    }
    default: {
      const lists = (optimizer === "adam" || optimizer === "rmsprop" ? 7 : 5) + (weightDecay > 0 ? 2 : 0);
      return sum([both, moved(sizes, lists)]);
    }
  }
}
