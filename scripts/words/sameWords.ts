/** What is the same in English and German: names of methods, data, formats and firms. Reviewed one by one. */
export const SAME_WORDS: ReadonlySet<string> = new Set(["Adam", "SGDm", "KFAC", "RMSprop", "WASM", "CPU"]);
