/** Ids of the code that the page draws as they are: one word each, so that no look at the sources can tell them from the others. */
export const DRAWN_WORDS: readonly string[] = [
  "auto",
  "light",
  "dark",
  "seconds",
  "train",
  "test",
  "smooth",
  "start",
  "exact",
  "after",
  "before",
  "total",
  "mean",
  "x-axis",
  "y-axis",
];
