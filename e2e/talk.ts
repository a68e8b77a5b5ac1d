import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { type Scene, sceneSetIn } from "../src/config/scenes/sceneSet";

export type TalkScene = Scene;

/** The scenes of a set that comes with the page. */
export const readSet = (id: string): Scene[] => sceneSetIn(readFileSync(`public/scenes/${id}.json`), id).scenes;

/**
 * What is drawn in a figure by a line that is thinner, by its class: curves, edges, marks and their samples. Not the scaffold around them,
 * which carries no number: axes, ticks, the grid, what leads from a line's end to its name, and the outline of a filled mark.
 */
export function strokesUnder(box: Locator, pixels: number): Promise<string[]> {
  return box.evaluate((element, least) => {
    const scaffold =
      ".axis, .grid, .tick, .leader, .meta-ticks, .run-mark, [stroke='var(--grid)'], .recharts-cartesian-axis, .recharts-cartesian-grid, .icon, [data-scaffold]";
    return [...element.querySelectorAll("svg :is(path, line, polyline)")].flatMap((one) => {
      if (!one.checkVisibility() || one.closest(scaffold)) return [];
      const { stroke, strokeWidth, strokeOpacity } = getComputedStyle(one);
      const width = Number.parseFloat(strokeWidth);
      const isDrawn = stroke !== "none" && Number(strokeOpacity) > 0 && width > 0;
      return isDrawn && width < least
        ? [`${one.getAttribute("class")} in ${one.parentElement?.getAttribute("class")}: ${width}`]
        : [];
    });
  }, pixels);
}
