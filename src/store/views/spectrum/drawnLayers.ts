import type { LayerShape } from "../../../config/formulas/preconditionerState";

/** Panels of the figure, the one of all layers aside. */
const MOST = 7;

/**
 * The layers that the figure has panels for: all of them where there are few, else some from the first to the last, as even as can be,
 * of those with factors to learn, and the one that was chosen among them.
 */
export function drawnLayers(layers: readonly LayerShape[], chosen: string | null): readonly LayerShape[] {
  if (layers.length <= MOST) return layers;
  const factored = layers.filter(({ factors }) => factors !== "none");
  const among = factored.length >= MOST ? factored : layers;
  const even = Array.from({ length: MOST }, (_, at) => among[Math.round((at * (among.length - 1)) / (MOST - 1))]);
  const wanted = layers.find(({ name }) => name === chosen);
  const order = (layer: LayerShape | undefined) => (layer ? layers.indexOf(layer) : -1);
  if (wanted && !even.includes(wanted)) {
    const nearest = even.toSorted((a, b) => Math.abs(order(a) - order(wanted)) - Math.abs(order(b) - order(wanted)))[0];
    even[even.indexOf(nearest)] = wanted;
  }
  return layers.filter((layer) => even.includes(layer));
}
