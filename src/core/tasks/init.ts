import { type LayerSpec, weightShape } from "../nn/layerSpec";
import { stream } from "../random";

/**
 * Starting weights, one Float32Array [out, in (+1)] per layer, biases 0. Normal with standard deviation √(2/fan-in) before
 * ReLU (He et al. 2015) and √(1/fan-in) before tanh or nothing (LeCun et al. 1998).
 */
export function initialParams(seed: number, layers: readonly LayerSpec[]): Float32Array[] {
  return drawParams(seed, layers, (layer, fanIn) => Math.sqrt((layer.activation === "relu" ? 2 : 1) / fanIn));
}

/** Starting weights all N(0, 1), biases 0. */
export function standardNormalParams(seed: number, layers: readonly LayerSpec[]): Float32Array[] {
  return drawParams(seed, layers, () => 1);
}

function drawParams(
  seed: number,
  layers: readonly LayerSpec[],
  deviation: (layer: LayerSpec, fanIn: number) => number,
): Float32Array[] {
  return layers.map((layer, i) => {
    const [outputs, columns] = weightShape(layer);
    const fanIn = layer.bias === false ? columns : columns - 1;
    const { normal } = stream(seed, "initialParams", i);
    const scale = deviation(layer, fanIn);
    return Float32Array.from({ length: outputs * columns }, (_, k) => (k % columns < fanIn ? scale * normal() : 0));
  });
}
