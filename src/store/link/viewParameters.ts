/** Parameters of a link that change how an experiment is looked at, never its numbers. */
export const VIEW_PARAMETERS = [
  "x",
  "loss",
  "scale",
  "smooth",
  "off",
  "views",
  "layer",
  "look",
  "land",
  "speed",
  "focus",
  "theme",
  "embed",
  "test",
] as const;

/** Added by others to links that are shared. */
export const FOREIGN = /^(utm_\w+|fbclid|gclid|ref)$/;
