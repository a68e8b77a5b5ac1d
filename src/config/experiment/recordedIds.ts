/** Presets that have a recorded run (`public/recorded`, made by `npm run recording`): all but those whose data a person brings. */
export const RECORDED_IDS = [
  "lambda-fsd-jump",
  "rise-and-decay",
  "closed-form",
  "ill-conditioned",
  "apo-loses",
  "divergence",
  "four-starts",
  "cifar10",
] as const;
