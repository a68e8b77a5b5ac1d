import type { Words } from "../words";

/** Presets: their names, and what to look for. */
export const PRESET_WORDS: Words = {
  "Your own settings": "Eigene Einstellungen",
};
