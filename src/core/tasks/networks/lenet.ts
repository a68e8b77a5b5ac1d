import type { LayerSpec } from "../../nn/layerSpec";

/**
 * LeNet-5 (LeCun et al. 1998) with ReLU and max-pooling, for square images, of ten classes where nothing else is said. 32 → 28 → 14 → 10 → 5, 400 → 120 →
 * 84 → 10; from 28: 24 → 12 → 8 → 4, 256 → 120 → 84 → 10.
 */
export function lenetLayers(side: number, channels: number, classes = 10): LayerSpec[] {
  const afterFirst = (side - 4) / 2;
  const afterSecond = (afterFirst - 4) / 2;
  return [
    { kind: "conv", channels, outputs: 6, kernel: 5, activation: "relu", pool: 2, bias: true },
    { kind: "conv", channels: 6, outputs: 16, kernel: 5, activation: "relu", pool: 2, bias: true },
    { kind: "dense", inputs: 16 * afterSecond * afterSecond, outputs: 120, activation: "relu", bias: true },
    { kind: "dense", inputs: 120, outputs: 84, activation: "relu", bias: true },
    { kind: "dense", inputs: 84, outputs: classes, activation: "linear", bias: true },
  ];
}
