import type { Words } from "../words";
import { PRESET_WORDS } from "./presets";

/** What teaches: lessons, scenes, glossary, article, help, presets and the tables of config. */
export const TEACHING_WORDS: Words = { ...PRESET_WORDS };
