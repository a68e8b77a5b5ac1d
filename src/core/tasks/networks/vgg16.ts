import type { NodeSpec } from "../../nn/layerSpec";
import { type ImageNetwork, nodeList, widened } from "./nodeList";

/** Channels of the convolutions between two pools. */
const STAGES = [
  [64, 64],
  [128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [512, 512, 512],
] as const;

/**
 * VGG16 (Simonyan and Zisserman 2015) in the form for 32×32 images of kuangliu/pytorch-cifar: thirteen 3×3 convolutions, five pools,
 * one dense layer. With batch norm the convolutions have no bias, which the norm would take away again: our choice.
 */
export function vgg16({ width, channels, classes, norm }: ImageNetwork & { norm: "none" | "batch" }): NodeSpec[] {
  const list = nodeList();
  const hasNorm = norm === "batch";
  let inputs = channels;
  for (const [place, stage] of STAGES.entries()) {
    for (const [at, published] of stage.entries()) {
      const nameOf = (kind: string) => `stage${place + 1}.${kind}${at + 1}`;
      const outputs = widened(published, width);
      const shape = { name: nameOf("conv"), channels: inputs, outputs, kernel: 3, padding: 1, bias: !hasNorm };
      list.conv({ ...shape, activation: hasNorm ? "linear" : "relu" });
      if (hasNorm) list.norm(nameOf("norm"), outputs);
      inputs = outputs;
    }
    list.push({ kind: "maxPool", size: 2 });
  }
  list.dense({ inputs, outputs: classes });
  return list.nodes;
}
