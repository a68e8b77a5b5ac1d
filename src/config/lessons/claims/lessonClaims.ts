import { LAMBDA_FSD_CLAIMS } from "./lambdaFsdClaims";
import type { LessonClaims } from "./lessonClaim";

/** Of every lesson, by its id. */
export const LESSON_CLAIMS: Readonly<Record<string, LessonClaims>> = {
  "lambda-fsd": LAMBDA_FSD_CLAIMS,
};
