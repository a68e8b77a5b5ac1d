import type { Margins } from "./geometry";

/** Over and under a time chart and a fit; what stands beside them takes its own room (`nameMargins`). */
const TIME = { top: 20, bottom: 22 };

/** The two charts of the lookahead have one x-axis, and room for the numbers of both y-axes. */
const FUNCTION = { right: 72, top: 20, bottom: 22 };

/** Room around the plot of every drawing, in units: tick labels left and below, words above, names and values right. */
export const MARGINS = {
  time: TIME,
  /** A panel of one layer: its name above, its eigenvalue axis below. */
  spectrumPanel: { left: 0, right: 0, top: 18, bottom: 22 },
  /** The map over time; the curves beside it may need more for their names. */
  spectrumMap: { right: 44, top: 24, bottom: 22 },
  function: FUNCTION,
  functionChange: { ...FUNCTION, top: 16 },
  /** A panel of one quantity: title and means above. */
  effectPanel: { left: 44, right: 0, top: 40, bottom: 20 },
  /** A run's answers against targets: axis titles above and below. */
  parityPanel: { left: 42, right: 6, top: 18, bottom: 36 },
  /** Scale of the colours at the right, axis title below. */
  sweepMap: { left: 46, right: 88, top: 22, bottom: 42 },
  landscape: { left: 34, right: 8, top: 8, bottom: 36 },
} satisfies Record<string, Partial<Margins>>;
