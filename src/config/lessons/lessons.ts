import { LAMBDA_FSD } from "./lambdaFsd";
import type { Lesson } from "./lesson";

/** In the order that they build on each other. */
export const LESSONS: readonly Lesson[] = [LAMBDA_FSD];

/** In the place of a lesson's id: the list of all. */
export const LESSON_LIST = "list";
