import type { NodeSpec } from "../../nn/layerSpec";
import { type ImageNetwork, nodeList, widened } from "./nodeList";

/**
 * ResNet-18 (He, Zhang, Ren and Sun 2016) in the form for 32×32 images of kuangliu/pytorch-cifar: a 3×3 stem, four stages of two basic
 * blocks, global average pool. The first block of each later stage halves the sides, its shortcut a 1×1 convolution.
 */
export function resnet18({ width, channels, classes }: ImageNetwork): NodeSpec[] {
  const list = nodeList();
  const conv = (name: string, from: number, inputs: number, outputs: number, kernel: number, stride: number) =>
    list.conv({
      name,
      channels: inputs,
      outputs,
      kernel,
      stride,
      padding: (kernel - 1) / 2,
      bias: false,
      from: [from],
    });
  let inputs = widened(64, width);
  conv("stem.conv", -1, channels, inputs, 3, 1);
  let place = list.norm("stem.norm", inputs);
  for (const [stage, published] of [64, 128, 256, 512].entries()) {
    const outputs = widened(published, width);
    for (const block of [0, 1]) {
      const here = `stage${stage + 1}.block${block + 1}`;
      const stride = stage > 0 && block === 0 ? 2 : 1;
      conv(`${here}.conv1`, place, inputs, outputs, 3, stride);
      conv(`${here}.conv2`, list.norm(`${here}.norm1`, outputs), outputs, outputs, 3, 1);
      const main = list.norm(`${here}.norm2`, outputs, "linear");
      let shortcut = place;
      if (stride > 1 || inputs !== outputs) {
        conv(`${here}.shortcut.conv`, place, inputs, outputs, 1, stride);
        shortcut = list.norm(`${here}.shortcut.norm`, outputs, "linear");
      }
      place = list.push({ kind: "add", from: [main, shortcut], activation: "relu" });
      inputs = outputs;
    }
  }
  list.push({ kind: "globalAvgPool" });
  list.dense({ inputs, outputs: classes });
  return list.nodes;
}
