/** Settings are chosen on one seed, and reported on others. */
export const CHOOSING_SEED = 0;
export const HELD_OUT_SEEDS: readonly number[] = [1, 2, 3, 4, 5];

/** No default of the app diverges on these seeds of its own task. */
export const STEADY_SEEDS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** What every method of a study is tried with: so many candidates, and as many more with each move of a box. */
export const CANDIDATES = 12;
export const CANDIDATES_PER_MOVE = 4;

/** Of a candidate, and of a run on a held-out seed: two in each sixth of it. On images they cost as much as many steps. */
export const CANDIDATE_EVALUATIONS = 2;
export const HELD_OUT_EVALUATIONS = 12;

/** Values of each price in claim 8, the last the end of its slider. */
export const PRICES: readonly number[] = [0.1, 0.56, 3.2, 18, 100];

/** Starts of η in claim 2: four decades. */
export const STARTS: readonly number[] = [1e-4, 1e-3, 1e-2, 0.1, 1];

/** Fixed rates behind APO-η in claim 1. */
export const FIXED_RATES = 8;
