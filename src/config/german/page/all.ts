import type { Words } from "../words";
import { BAR_WORDS } from "./bar";

/** What the page, its store and its workers say. */
export const PAGE_WORDS: Words = { ...BAR_WORDS };
