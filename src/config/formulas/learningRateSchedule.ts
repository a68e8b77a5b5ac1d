import type { Hyperparams } from "../tables/hyperparams";

/**
 * η at a step of a run: `fixed`; `step`, a tenth from a half of the run on and a hundredth from three quarters on (our
 * choice); `fifths`, a fifth of what it was at 30, 60 and 80 % of the run (Zagoruyko and Komodakis 2016, on wide ResNets);
 * or `cosine`, η·(1 + cos(π·step/steps))/2, which is 0 at the end of the run (Loshchilov and Hutter 2017, without restarts).
 */
export function learningRateAt(
  step: number,
  {
    learningRate,
    learningRateSchedule,
    steps,
  }: Pick<Hyperparams, "learningRate" | "learningRateSchedule"> & { steps: number },
): number {
  return learningRate * SHARE[learningRateSchedule](Math.min(1, step / steps));
}

/** Shares of the run at which `fifths` falls. */
const FIFTHS_AT = [0.3, 0.6, 0.8];

/** What is left of η after a fraction of the run. */
const SHARE: Record<Hyperparams["learningRateSchedule"], (done: number) => number> = {
  fixed: () => 1,
  step: (done) => (done < 0.5 ? 1 : done < 0.75 ? 0.1 : 0.01),
  fifths: (done) => FIFTHS_AT.reduce((share, at) => (done < at ? share : share / 5), 1),
  cosine: (done) => (1 + Math.cos(Math.PI * done)) / 2,
};
