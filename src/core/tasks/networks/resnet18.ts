import type { NodeSpec } from "../../nn/layerSpec";
import { type ImageNetwork, nodeList, widened } from "./nodeList";

/**
 * ResNet-18 (He, Zhang, Ren and Sun 2016) in the form for 32×32 images of kuangliu/pytorch-cifar: a 3×3 stem, four stages of two basic
 * blocks, global average pool. The first block of each later stage halves the sides, its shortcut a 1×1 convolution.
 */
export function resnet18({ width, channels, classes }: ImageNetwork): NodeSpec[] {
  const list = nodeList();
  const conv = (from: number, inputs: number, outputs: number, kernel: number, stride: number) =>
    list.conv({ channels: inputs, outputs, kernel, stride, padding: (kernel - 1) / 2, bias: false, from: [from] });
  let inputs = widened(64, width);
  conv(-1, channels, inputs, 3, 1);
  let place = list.norm(inputs);
  for (const [stage, published] of [64, 128, 256, 512].entries()) {
    const outputs = widened(published, width);
    for (const block of [0, 1]) {
      const stride = stage > 0 && block === 0 ? 2 : 1;
      conv(place, inputs, outputs, 3, stride);
      conv(list.norm(outputs), outputs, outputs, 3, 1);
      const main = list.norm(outputs, "linear");
      let shortcut = place;
      if (stride > 1 || inputs !== outputs) {
        conv(place, inputs, outputs, 1, stride);
        shortcut = list.norm(outputs, "linear");
      }
      place = list.push({ kind: "add", from: [main, shortcut], activation: "relu" });
      inputs = outputs;
    }
  }
  list.push({ kind: "globalAvgPool" });
  list.dense({ inputs, outputs: classes });
  return list.nodes;
}
