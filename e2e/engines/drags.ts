import type { EnginePage } from "./enginePage";
import { expect } from "./fixtures";

/** Where a slider is dragged to, as shares of its track. */
const PLACES = [0.25, 0.5, 0.75];
/** The live sliders of APO-P and their values at these places: logarithmic scales, whole numbers of K. */
export const SLIDERS = {
  λ_FSD: { name: "lambdaFsd", at: [0.091, 1, 10] },
  λ_WSD: { name: "lambdaWsd", at: [0.003, 0.1, 3] },
  K: { name: "metaUpdateInterval", at: [8, 15, 29] },
  α: { name: "metaLearningRate", at: [0.0028, 0.0071, 0.019] },
} as const;
/** Two stops of a slider: a pixel is half of one, and numbers are rounded. */
const NEAR = 1.25;

/** Drags a slider of APO-P with the mouse, holds its value at each place against the right one, and returns the last. */
export async function expectDragged(lab: EnginePage, symbol: keyof typeof SLIDERS): Promise<number> {
  const values = await lab.drag(symbol, PLACES);
  for (const [index, right] of SLIDERS[symbol].at.entries()) {
    const value = values[index] ?? Number.NaN;
    const what = `${symbol} at ${PLACES[index]} of its track: ${value} for ${right}`;
    expect(value, what).toBeGreaterThan(right / NEAR);
    expect(value, what).toBeLessThan(right * NEAR);
  }
  return values.at(-1) ?? Number.NaN;
}
