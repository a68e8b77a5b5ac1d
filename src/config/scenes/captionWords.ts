/** What stands for a number of the run in a sentence: `{rate apo-lr}`, `{set apo-lr lambdaFsd}`. */
export const LIVE_NUMBER = /\{(\w+) ([\w-]+)(?: (\w+))?\}/g;

/** The sentence before there is a run to take its numbers from. */
export const withoutNumbers = (sentence: string): string => sentence.replaceAll(LIVE_NUMBER, "…");

/** Words of a caption, as its limit counts them: a number is one. */
export const wordsIn = (caption: string): number => withoutNumbers(caption).split(/\s+/).filter(Boolean).length;
