import { SAME_NAMES } from "./sameNames";

/** What is the same in English and German: names of methods, data, formats and firms. Reviewed one by one. */
export const SAME_WORDS: ReadonlySet<string> = new Set([
  ...SAME_NAMES,
  "Adam",
  "SGDm",
  "KFAC",
  "RMSprop",
  "WASM",
  "CPU",
]);
