import type { ExperimentInput } from "../../config/experiment/experiment";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { DEFAULT_DISPLAY, initialState } from "../experiment/initialState";
import type { DisplayState } from "../experiment/state";
import { linkOf } from "./linkSelectors";

/** How a page looks and is watched, which a link to another race takes along. */
export type PageLook = Pick<DisplayState, "theme" | "language" | "mode" | "keeping">;

/** "?…": a link that opens a race from its start. Throws `ConfigError` where the race cannot be. */
export function raceLink(race: ExperimentInput, look?: PageLook): string {
  const display = { ...DEFAULT_DISPLAY, ...look };
  return linkOf(initialState(resolveExperiment(race).config, display)).link;
}
