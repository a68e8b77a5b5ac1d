/** Accessible names by which people and tests find what is on the page. */
export const WORDS = {
  play: "Play",
  pause: "Pause",
  step: "Step",
  reset: "Reset",
  controls: "Controls",
  copyLink: "Copy link",
  linkCopied: "Link copied",
  fullPageLink: "Open this run in APO Lab",
  sliders: ["λ_FSD", "λ_WSD", "K", "α"],
  charts: ["Loss", "Objective", "Learning rate", "Spectrum"],
} as const;
