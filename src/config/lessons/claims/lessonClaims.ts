import type { LessonId } from "../lessonIds";
import { ANY_START_CLAIMS } from "./anyStartClaims";
import { FAIR_RACES_CLAIMS } from "./fairRacesClaims";
import { ILL_CONDITIONING_CLAIMS } from "./illConditioningClaims";
import { LAMBDA_FSD_CLAIMS } from "./lambdaFsdClaims";
import { LAMBDA_WSD_CLAIMS } from "./lambdaWsdClaims";
import type { LessonClaims } from "./lessonClaim";
import { META_PRICE_CLAIMS } from "./metaPriceClaims";
import { OWN_RATE_CLAIMS } from "./ownRateClaims";
import { SIXTEEN_BITS_CLAIMS } from "./sixteenBitsClaims";

/** Of every lesson, by its id. */
export const LESSON_CLAIMS: Readonly<Record<LessonId, LessonClaims>> = {
  "lambda-fsd": LAMBDA_FSD_CLAIMS,
  "lambda-wsd": LAMBDA_WSD_CLAIMS,
  "own-rate": OWN_RATE_CLAIMS,
  "any-start": ANY_START_CLAIMS,
  "ill-conditioning": ILL_CONDITIONING_CLAIMS,
  "price-of-k": META_PRICE_CLAIMS,
  "sixteen-bits": SIXTEEN_BITS_CLAIMS,
  "fair-races": FAIR_RACES_CLAIMS,
};
