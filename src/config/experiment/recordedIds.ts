/** Presets that have a recorded run (`public/recorded`, made by `npm run recording`): not of data that a person brings, nor of all that takes long. */
export const RECORDED_IDS = [
  "lambda-fsd-jump",
  "rise-and-decay",
  "closed-form",
  "ill-conditioned",
  "apo-loses",
  "divergence",
  "four-starts",
  "cifar10",
  "alexnet",
  "vgg16",
  "resnet18",
  "sixteen-bits",
  "transformer",
] as const;
