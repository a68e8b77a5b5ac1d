import type { Words } from "../words";
import { ALGORITHM_WORDS } from "./article/algorithm";
import { ARTICLE_WORDS } from "./article/article";
import { EXERCISE_WORDS } from "./article/exercises";
import { FAMILY_WORDS } from "./article/family";
import { LEARNED_SECTION_WORDS } from "./article/learned";
import { POSTER_PANEL_WORDS } from "./claims/panel";
import { POSTER_WORDS } from "./claims/poster";
import { VERDICT_WORDS } from "./claims/verdicts";
import { CHECK_WORDS } from "./experiment/checks";
import { CSV_WORDS } from "./experiment/csv";
import { FILE_WORDS } from "./experiment/files";
import { PRESET_WORDS } from "./experiment/presets";
import { PROBLEM_WORDS } from "./experiment/problems";
import { EXERCISE_MARK_WORDS } from "./formulas/marks";
import { NETWORK_WORDS } from "./formulas/networks";
import { WORD_CARD_WORDS } from "./glossary/card";
import { GLOSSARY_WORDS } from "./glossary/entries";
import { PLACE_WORDS } from "./glossary/places";
import { TERM_WORDS } from "./glossary/terms";
import { HELP_WORDS } from "./help";
import { ANY_START_WORDS } from "./lessons/anyStart";
import { LESSON_CARD_WORDS } from "./lessons/card";
import { FAIR_RACES_WORDS } from "./lessons/fairRaces";
import { ILL_CONDITIONING_WORDS } from "./lessons/illConditioning";
import { LAMBDA_FSD_WORDS } from "./lessons/lambdaFsd";
import { LAMBDA_WSD_WORDS } from "./lessons/lambdaWsd";
import { META_PRICE_WORDS } from "./lessons/metaPrice";
import { OWN_RATE_WORDS } from "./lessons/ownRate";
import { SIXTEEN_BITS_WORDS } from "./lessons/sixteenBits";
import { STEP_WORDS } from "./lessons/steps";
import { PICTURE_WORDS } from "./picture";
import { ANY_START_SCENE_WORDS } from "./scenes/anyStart";
import { APO_IN_TEN_MINUTES_SCENE_WORDS } from "./scenes/apoInTenMinutes";
import { FAIR_RACES_SCENE_WORDS } from "./scenes/fairRaces";
import { SCENE_FILE_WORDS } from "./scenes/files";
import { ILL_CONDITIONING_SCENE_WORDS } from "./scenes/illConditioning";
import { LAMBDA_FSD_SCENE_WORDS } from "./scenes/lambdaFsd";
import { LAMBDA_WSD_SCENE_WORDS } from "./scenes/lambdaWsd";
import { OWN_RATE_SCENE_WORDS } from "./scenes/ownRate";
import { PRICE_OF_K_SCENE_WORDS } from "./scenes/priceOfK";
import { SIXTEEN_BITS_SCENE_WORDS } from "./scenes/sixteenBits";
import { TALK_WORDS } from "./scenes/talks";
import { CHOICE_WORDS } from "./tables/choices";
import { METHOD_TABLE_WORDS } from "./tables/methods";
import { NUMBER_WORDS } from "./tables/numbers";
import { RANGE_WORDS } from "./tables/ranges";
import { TASK_SETTING_WORDS } from "./tables/taskSettings";
import { TASK_WORDS } from "./tables/tasks";
import { VIEW_WORDS } from "./tables/views";

/** What teaches: lessons, scenes, glossary, article, help, presets and the tables of config. */
export const TEACHING_WORDS: Words = {
  ...STEP_WORDS,
  ...LAMBDA_FSD_WORDS,
  ...LAMBDA_WSD_WORDS,
  ...OWN_RATE_WORDS,
  ...ANY_START_WORDS,
  ...ILL_CONDITIONING_WORDS,
  ...META_PRICE_WORDS,
  ...SIXTEEN_BITS_WORDS,
  ...FAIR_RACES_WORDS,
  ...LESSON_CARD_WORDS,
  ...PLACE_WORDS,
  ...GLOSSARY_WORDS,
  ...TERM_WORDS,
  ...WORD_CARD_WORDS,
  ...RANGE_WORDS,
  ...CHOICE_WORDS,
  ...NUMBER_WORDS,
  ...METHOD_TABLE_WORDS,
  ...TASK_WORDS,
  ...TASK_SETTING_WORDS,
  ...VIEW_WORDS,
  ...CSV_WORDS,
  ...CHECK_WORDS,
  ...FILE_WORDS,
  ...PRESET_WORDS,
  ...PROBLEM_WORDS,
  ...EXERCISE_MARK_WORDS,
  ...NETWORK_WORDS,
  ...POSTER_WORDS,
  ...POSTER_PANEL_WORDS,
  ...VERDICT_WORDS,
  ...EXERCISE_WORDS,
  ...FAMILY_WORDS,
  ...ALGORITHM_WORDS,
  ...LEARNED_SECTION_WORDS,
  ...ARTICLE_WORDS,
  ...HELP_WORDS,
  ...PICTURE_WORDS,
  ...TALK_WORDS,
  ...SCENE_FILE_WORDS,
  ...APO_IN_TEN_MINUTES_SCENE_WORDS,
  ...LAMBDA_FSD_SCENE_WORDS,
  ...LAMBDA_WSD_SCENE_WORDS,
  ...OWN_RATE_SCENE_WORDS,
  ...ANY_START_SCENE_WORDS,
  ...ILL_CONDITIONING_SCENE_WORDS,
  ...PRICE_OF_K_SCENE_WORDS,
  ...SIXTEEN_BITS_SCENE_WORDS,
  ...FAIR_RACES_SCENE_WORDS,
};
