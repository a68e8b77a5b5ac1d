import { ANY_START } from "./anyStart";
import { FAIR_RACES } from "./fairRaces";
import { ILL_CONDITIONING } from "./illConditioning";
import { LAMBDA_FSD } from "./lambdaFsd";
import { LAMBDA_WSD } from "./lambdaWsd";
import type { Lesson } from "./lesson";
import { META_PRICE } from "./metaPrice";
import { OWN_RATE } from "./ownRate";
import { SIXTEEN_BITS } from "./sixteenBits";

/** In the order of their ids. */
export const LESSONS: readonly Lesson[] = [
  LAMBDA_FSD,
  LAMBDA_WSD,
  OWN_RATE,
  ANY_START,
  ILL_CONDITIONING,
  META_PRICE,
  SIXTEEN_BITS,
  FAIR_RACES,
];

/** In the place of a lesson's id: the list of all. */
export const LESSON_LIST = "list";
