/** Every figure that a run can be looked at in, by the name that links, files and tests use. */
export const CHART_IDS = [
  "loss",
  "q",
  "rate",
  "accuracy",
  "spectrum",
  "fit",
  "lookahead",
  "effect",
  "gap",
  "spectra",
  "network",
  "landscape",
  "ledger",
  "map",
  "table",
] as const;
/** `q`: the objective; `spectra`: the spectrum over time; `map`: the sweep map; `table`: the comparison. */
export type ChartId = (typeof CHART_IDS)[number];

/** Pictures of what an optimizer decides, in the order the page lists them. */
export const VIEW_IDS = [
  "lookahead",
  "effect",
  "gap",
  "spectrum",
  "network",
  "landscape",
  "ledger",
  "sweepMap",
] as const;
export type ViewId = (typeof VIEW_IDS)[number];

export interface ViewInfo {
  id: ViewId;
  /** Its figure, as links and files name it. */
  chart: ChartId;
  /** Title and accessible name. */
  title: string;
  /** One sentence: what it shows. */
  summary: string;
}

export const VIEWS: Record<ViewId, ViewInfo> = {
  lookahead: {
    id: "lookahead",
    chart: "lookahead",
    title: "One step ahead",
    summary: "The function before and after one lookahead step, and how far it moved on a batch of its own.",
  },
  effect: {
    id: "effect",
    chart: "effect",
    title: "What your slider did",
    summary: "Each move of a slider: learning rate, step length and function change before and after it.",
  },
  gap: {
    id: "gap",
    chart: "gap",
    title: "Gap to the proximal step",
    summary: "How far each method's step is from the exact minimum of the proximal objective, and from its direction.",
  },
  spectrum: {
    id: "spectrum",
    chart: "spectra",
    title: "Spectrum over time",
    summary: "Eigenvalues of each method's preconditioner as they were learned, beside the ideal where it is known.",
  },
  network: {
    id: "network",
    chart: "network",
    title: "Network",
    summary: "The network node by node, with shapes and edges, and what APO-P and KFAC learn of each layer.",
  },
  landscape: {
    id: "landscape",
    chart: "landscape",
    title: "Proximal landscape",
    summary: "Two parameters: the loss, what moving costs in outputs and in weights, and the step each method takes.",
  },
  ledger: {
    id: "ledger",
    chart: "ledger",
    title: "Cost ledger",
    summary: "Passes, milliseconds and bytes that a step of each method costs, and what the meta-step adds.",
  },
  sweepMap: {
    id: "sweepMap",
    chart: "map",
    title: "Sweep map",
    summary: "Where training ends for every pair of prices λ_FSD and λ_WSD.",
  },
};
