import { LESSONS } from "../lessons/lessons";
import { type ShippedSceneId, TALK_ID } from "./shippedIds";

/** A set that comes with the page, and its title. */
interface ShippedScenes {
  id: ShippedSceneId;
  title: string;
}

/** The talk first, then one set for each lesson. */
export const SHIPPED_SCENES: readonly ShippedScenes[] = [
  { id: TALK_ID, title: "APO in ten minutes" },
  ...LESSONS.map(({ id, title }) => ({ id, title })),
];
