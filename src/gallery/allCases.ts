import { CHART_CASES } from "./cases/charts";
import { FIT_CASES } from "./cases/fits";
import { MENU_CASES } from "./cases/menus";
import { DIALOG_CASES, STATE_CASES } from "./cases/overlays";
import { PAGE_CASES } from "./cases/pages";
import { ARTICLE_CASES, PANEL_CASES } from "./cases/parts";
import { VIEW_CASES } from "./cases/views";
import type { CaseGroup, GalleryCase } from "./galleryCase";

/** Every case of the gallery by topic, in the order it lists them. */
export const CASE_GROUPS: readonly CaseGroup[] = [
  CHART_CASES,
  FIT_CASES,
  VIEW_CASES,
  PANEL_CASES,
  MENU_CASES,
  DIALOG_CASES,
  STATE_CASES,
  ARTICLE_CASES,
  PAGE_CASES,
];

const ALL = CASE_GROUPS.flatMap(({ cases }) => cases);

/** Throws where there is no case of that name. */
export function caseNamed(name: string): GalleryCase {
  const found = ALL.find((one) => one.name === name);
  if (!found) throw new Error(`The gallery has no case "${name}". It has: ${ALL.map((one) => one.name).join(", ")}.`);
  return found;
}
