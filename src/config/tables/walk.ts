import { OPTIMIZERS, type OptimizerId } from "./optimizers";

/** Parts of the page that the walk through a step points at, or a lesson. */
export type PagePart =
  | "picture"
  | "loss"
  | "objective"
  | "learningRate"
  | "spectrum"
  | "lambdaFsd"
  | "lambdaWsd"
  | "metaLearningRate"
  | "metaUpdateInterval"
  | "step"
  | "play"
  | "scrubber"
  | "reset"
  | "views"
  | "toolbar"
  | "rates"
  | "settings";

/** What each part is called where it is pointed at, and its id where it may be out of sight. */
export const PAGE_PARTS: Record<PagePart, { name: string; anchor?: string }> = {
  picture: { name: "the picture", anchor: "view-lookahead" },
  loss: { name: "the chart of the training loss", anchor: "chart-loss" },
  objective: { name: "the chart of Q", anchor: "chart-objective" },
  learningRate: { name: "the chart of η", anchor: "chart-learning-rate" },
  spectrum: { name: "the eigenvalues of P", anchor: "chart-spectrum" },
  lambdaFsd: { name: "the slider λ_FSD" },
  lambdaWsd: { name: "the slider λ_WSD" },
  metaLearningRate: { name: "the slider α" },
  metaUpdateInterval: { name: "the slider K" },
  step: { name: "the button Step" },
  play: { name: "the button Play" },
  scrubber: { name: "the slider of past steps", anchor: "past-steps" },
  reset: { name: "the button Reset" },
  views: { name: "the bar of views", anchor: "views-heading" },
  toolbar: { name: "the bar under the charts", anchor: "under-charts" },
  rates: { name: "the learning rates set by hand" },
  settings: { name: "the button Methods and settings" },
};

/** Those that are sliders. */
export const KNOB_PARTS: readonly PagePart[] = [
  "lambdaFsd",
  "lambdaWsd",
  "metaLearningRate",
  "metaUpdateInterval",
  "rates",
];

/** Stages of one iteration, in the order of Algorithm 1 (docs/APO.md). */
export const WALK_STAGES = [1, 2, 3, 4, 5] as const;
export type WalkStage = (typeof WALK_STAGES)[number];

export const WALK_TITLES: Record<WalkStage, string> = {
  1: "Gradient on B",
  2: "Lookahead",
  3: "FSD on B′",
  4: "Meta-gradient",
  5: "Update",
};

/** What a link calls each stage. */
export const WALK_WORDS: Record<WalkStage, string> = {
  1: "gradient",
  2: "lookahead",
  3: "fsd",
  4: "meta-gradient",
  5: "update",
};

/** What a stage speaks of on the page beside its picture, for a method. */
export function partsOf(stage: WalkStage, optimizer: OptimizerId): readonly PagePart[] {
  switch (stage) {
    case 1:
      return ["loss"];
    case 2:
      return OPTIMIZERS[optimizer].learns === "preconditioner" ? ["spectrum", "learningRate"] : ["learningRate"];
    case 3:
      return ["lambdaFsd", "objective"];
    case 4:
      return ["metaLearningRate", "metaUpdateInterval", "objective"];
    case 5:
      return ["step"];
  }
}
