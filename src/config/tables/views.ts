/** Pictures of what an optimizer decides, in the order the page lists them. */
export const VIEW_IDS = ["lookahead", "effect", "gap", "spectrum", "landscape", "ledger", "sweepMap"] as const;
export type ViewId = (typeof VIEW_IDS)[number];

export interface ViewInfo {
  id: ViewId;
  /** Title and accessible name. */
  title: string;
  /** One sentence: what it shows. */
  summary: string;
}

export const VIEWS: Record<ViewId, ViewInfo> = {
  lookahead: {
    id: "lookahead",
    title: "One step ahead",
    summary: "The function before and after one lookahead step, and how far it moved on a batch of its own.",
  },
  effect: {
    id: "effect",
    title: "What your slider did",
    summary: "Each move of a slider: learning rate, step length and function change before and after it.",
  },
  gap: {
    id: "gap",
    title: "Gap to the proximal step",
    summary: "How far each method's step is from the exact minimum of the proximal objective, and from its direction.",
  },
  spectrum: {
    id: "spectrum",
    title: "Spectrum over time",
    summary: "Eigenvalues of each method's preconditioner as they were learned, beside the ideal where it is known.",
  },
  landscape: {
    id: "landscape",
    title: "Proximal landscape",
    summary: "Two parameters: the loss, what moving costs in outputs and in weights, and the step each method takes.",
  },
  ledger: {
    id: "ledger",
    title: "Cost ledger",
    summary: "Passes, milliseconds and bytes that a step of each method costs, and what the meta-step adds.",
  },
  sweepMap: {
    id: "sweepMap",
    title: "Sweep map",
    summary: "Where training ends for every pair of prices λ_FSD and λ_WSD.",
  },
};
