import { POSTER_PRESETS } from "./presets/posterPresets";
import type { Preset } from "./presets/preset";
import { SMALL_PRESETS } from "./presets/toyPresets";

/** In the order the page lists them, by their groups. */
export const PRESET_GROUPS: readonly { name: string; presets: readonly Preset[] }[] = [
  { name: "Small problems", presets: SMALL_PRESETS },
  { name: "The poster's networks", presets: POSTER_PRESETS },
];

export const PRESETS: readonly Preset[] = PRESET_GROUPS.flatMap(({ presets }) => presets);
