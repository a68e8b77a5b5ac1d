import { PAGE_WORDS } from "./page/all";
import { TEACHING_WORDS } from "./teaching/all";
import type { Words } from "./words";

/** All German texts: of the page and its workers, and of what teaches. */
export const GERMAN: Words = { ...PAGE_WORDS, ...TEACHING_WORDS };
