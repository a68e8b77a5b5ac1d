import type { LessonStep } from "./lesson";

/** What a step says of its own. */
type StepWords = Pick<LessonStep, "title" | "text" | "seen"> & Partial<Pick<LessonStep, "hint" | "parts" | "ask">>;

/** The race is played to its end. */
export const playOut = (step: number, words: StepWords): LessonStep => ({
  goal: { kind: "reach", step },
  hint: "Press Play, or Space. At the end the race stops by itself.",
  parts: ["play", "loss"],
  ...words,
});

/** The race starts again with the same seed. */
export const reset = (words: StepWords): LessonStep => ({
  goal: { kind: "restart" },
  hint: "Reset is the first button of the bar; the key is R.",
  parts: ["reset"],
  ...words,
});

/** Another seed. */
export const newSeed = (words: StepWords): LessonStep => ({
  goal: { kind: "newSeed" },
  hint: "The button with the round arrow is in the bar, on a phone behind Controls; the key is N.",
  parts: ["loss"],
  ...words,
});

/** One of the first steps is looked at again. */
export const lookAtStart = (words: StepWords): LessonStep => ({
  goal: { kind: "scrub", atMost: 10 },
  hint: "It is the long slider under the charts: drag it all the way to the left.",
  parts: ["scrubber"],
  ...words,
});

/** The x-axis counts passes. */
export const countPasses = (words: StepWords): LessonStep => ({
  goal: { kind: "axis", axis: "gradient evaluations" },
  hint: "In the bar under the charts, behind x-axis, choose gradients.",
  parts: ["toolbar", "loss"],
  ...words,
});
