import { ANY_START } from "./anyStart";
import { FAIR_RACES } from "./fairRaces";
import { LAMBDA_FSD } from "./lambdaFsd";
import { LAMBDA_WSD } from "./lambdaWsd";
import type { Lesson } from "./lesson";
import { META_PRICE } from "./metaPrice";
import { OWN_RATE } from "./ownRate";

/** In the order that they build on each other. */
export const LESSONS: readonly Lesson[] = [LAMBDA_FSD, LAMBDA_WSD, OWN_RATE, ANY_START, META_PRICE, FAIR_RACES];

/** In the place of a lesson's id: the list of all. */
export const LESSON_LIST = "list";
