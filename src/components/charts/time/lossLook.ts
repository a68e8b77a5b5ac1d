/** How the loss is drawn; concerns this page only, not the run. */
export interface LossLook {
  yScale: "log" | "linear";
  /** Draw a running average over the faint raw line; evaluations are never averaged. */
  isSmooth: boolean;
}
