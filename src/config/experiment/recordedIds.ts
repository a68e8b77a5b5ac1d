/** Presets that have a recorded run (`public/recorded`, made by `npm run recording`): all of them. */
export const RECORDED_IDS = [
  "lambda-fsd-jump",
  "rise-and-decay",
  "cifar10",
  "closed-form",
  "ill-conditioned",
  "apo-loses",
  "divergence",
  "four-starts",
] as const;
