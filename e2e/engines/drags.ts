import type { EnginePage } from "./enginePage";
import { expect } from "./fixtures";

/** Where a slider is dragged to, as shares of its track. */
const PLACES = [0.25, 0.5, 0.75];
/** What the live sliders move, and their values at these places: logarithmic scales, whole numbers of K. */
export const SLIDERS = {
  λ_FSD: { run: "apo-p", name: "lambdaFsd", at: [0.091, 1, 10] },
  λ_WSD: { run: "apo-p", name: "lambdaWsd", at: [0.003, 0.1, 3] },
  K: { run: "apo-p", name: "metaUpdateInterval", at: [8, 15, 29] },
  α: { run: "apo-p", name: "metaLearningRate", at: [0.0028, 0.0071, 0.019] },
  "η of SGDm": { run: "sgdm", name: "learningRate", at: [0.00084, 0.0071, 0.059] },
  "η of Adam": { run: "adam", name: "learningRate", at: [0.00058, 0.0033, 0.017] },
  "η of KFAC": { run: "kfac", name: "learningRate", at: [0.0044, 0.017, 0.075] },
} as const;

export type SliderSymbol = keyof typeof SLIDERS;
/** Two stops of a slider: a pixel is half of one, and numbers are rounded. */
const NEAR = 1.25;

/** Drags a live slider with the mouse, holds its value at each place against the right one, and returns the last. */
export async function expectDragged(lab: EnginePage, symbol: SliderSymbol): Promise<number> {
  const values = await lab.drag(symbol, PLACES);
  for (const [index, right] of SLIDERS[symbol].at.entries()) {
    const value = values[index] ?? Number.NaN;
    const what = `${symbol} at ${PLACES[index]} of its track: ${value} for ${right}`;
    expect(value, what).toBeGreaterThan(right / NEAR);
    expect(value, what).toBeLessThan(right * NEAR);
  }
  return values.at(-1) ?? Number.NaN;
}
