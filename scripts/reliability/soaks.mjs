// @ts-check

/**
 * A race that is watched for long. `few` steps are part of `npm test`, `many` of `npm run soak`.
 * @typedef {{ race: string, link: string, few: number, many: number }} Soak
 */

/** Every race that is watched for long. */
export const SOAKS = /** @satisfies {Record<string, Soak>} */ ({
  sine: {
    race: "Five runs on `sine`",
    link: "task=sine&opt=sgdm,adam,kfac,apo-lr,apo-p",
    few: 2000,
    many: 200_000,
  },
  spirals: {
    race: "Five runs on `spirals`, with all views open",
    link: "task=spirals&opt=sgdm,adam,kfac,apo-lr,apo-p&views=lookahead,effect,gap,spectrum,network,landscape,ledger,sweepMap",
    few: 600,
    many: 20_000,
  },
});

/** @typedef {keyof typeof SOAKS} SoakId */

/** What a long race is held to. */
export const SOAK_LIMITS = {
  /** The last quarter's median heap is at most so many times the second quarter's, */
  growth: 1.1,
  /** and so many MB more. */
  slackMb: 3,
  /** Tensors that it may have more: while a step is taken, and until a meta-update, a run has some that it gives back. */
  tensors: 50,
  /** Rows of the log that one run may have in memory. */
  rows: 20_000,
  /** Milliseconds in which the page answers 19 times of 20. */
  answerMs: 200,
  /** The same in `npm test`, where other tests take the cores meanwhile. */
  busyAnswerMs: 2000,
};

/** Whether this is `npm run soak`. */
const IS_LONG = process.env.SOAK === "1";

/** How many steps this run of the tests watches. @param {SoakId} id */
export const stepsOf = (id) => Number(process.env.SOAK_STEPS || (IS_LONG ? SOAKS[id].many : SOAKS[id].few));

/** In how many places of the race it is measured. */
export const PLACES = IS_LONG ? 40 : 12;

/** Milliseconds in which the page answers 19 times of 20 in this run of the tests. */
export const ANSWER_MS = IS_LONG ? SOAK_LIMITS.answerMs : SOAK_LIMITS.busyAnswerMs;
