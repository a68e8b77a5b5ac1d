/** Lessons in the order that they build on each other, by the names that links have. */
export const LESSON_IDS = [
  "lambda-fsd",
  "lambda-wsd",
  "own-rate",
  "any-start",
  "ill-conditioning",
  "price-of-k",
  "sixteen-bits",
  "fair-races",
] as const;
export type LessonId = (typeof LESSON_IDS)[number];
