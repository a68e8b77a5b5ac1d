import { SAME_NAMES } from "./sameNames";
import { SAME_ON_PAGE } from "./sameOnPage";

/** What is the same in English and German: names of methods, data, formats and firms. Reviewed one by one. */
export const SAME_WORDS: ReadonlySet<string> = new Set([
  "WASM",
  "CPU",
  "Adam",
  "RMSprop",
  "SGDm",
  "KFAC",
  ...SAME_NAMES,
  ...SAME_ON_PAGE,
]);
