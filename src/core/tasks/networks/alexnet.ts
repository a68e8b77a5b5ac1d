import type { NodeSpec } from "../../nn/layerSpec";
import { type ImageNetwork, nodeList, widened } from "./nodeList";

/**
 * AlexNet (Krizhevsky, Sutskever and Hinton 2012) in the form for 32×32 images of bearpaw/pytorch-classification: five convolutions,
 * three pools, one dense layer. 32 → 8 → 4 → 2 → 1.
 */
export function alexnet({ width, channels, classes }: ImageNetwork): NodeSpec[] {
  const list = nodeList();
  const [first, second, third, fourth, fifth] = [64, 192, 384, 256, 256].map((count) => widened(count, width)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const conv = (from: number, outputs: number, kernel: number, padding: number, stride = 1) =>
    list.conv({ channels: from, outputs, kernel, stride, padding, bias: true, activation: "relu" });
  const pool = () => list.push({ kind: "maxPool", size: 2 });
  conv(channels, first, 11, 5, 4);
  pool();
  conv(first, second, 5, 2);
  pool();
  conv(second, third, 3, 1);
  conv(third, fourth, 3, 1);
  conv(fourth, fifth, 3, 1);
  pool();
  list.dense({ inputs: fifth, outputs: classes });
  return list.nodes;
}
