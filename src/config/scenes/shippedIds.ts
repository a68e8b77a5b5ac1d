import { LESSON_IDS } from "../lessons/lessonIds";

/** The talk that comes with the page. */
export const TALK_ID = "apo-in-ten-minutes";

/** Sets of scenes that come with the page, `public/scenes/ID.json`, by the id that a link names; a lesson's has the id of the lesson. */
export const SHIPPED_SCENE_IDS = [TALK_ID, ...LESSON_IDS] as const;
export type ShippedSceneId = (typeof SHIPPED_SCENE_IDS)[number];
