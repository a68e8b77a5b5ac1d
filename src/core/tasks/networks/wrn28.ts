import type { NodeSpec } from "../../nn/layerSpec";
import { type ImageNetwork, nodeList, widened } from "./nodeList";

/** Blocks of each of the three groups: (28 − 4) / 6. */
const BLOCKS = 4;

/**
 * WRN-28-k (Zagoruyko and Komodakis 2016) in the form of xternalz/WideResNet-pytorch: a 3×3 stem of 16 channels, three groups of four
 * pre-activated blocks of 16·k, 32·k and 64·k channels, global average pool; `width` is k, and below 1 it narrows the stem as well.
 * A block that changes the channels takes its shortcut from behind its first norm.
 */
export function wrn28({ width: k, channels, classes }: ImageNetwork): NodeSpec[] {
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
  let inputs = widened(16, Math.min(1, k));
  let place = conv("stem.conv", -1, channels, inputs, 3, 1);
  for (const [group, published] of [16, 32, 64].entries()) {
    const outputs = widened(published, k);
    for (let block = 0; block < BLOCKS; block++) {
      const here = `stage${group + 1}.block${block + 1}`;
      const stride = group > 0 && block === 0 ? 2 : 1;
      const activated = list.norm(`${here}.norm1`, inputs);
      conv(`${here}.conv1`, activated, inputs, outputs, 3, stride);
      const main = conv(`${here}.conv2`, list.norm(`${here}.norm2`, outputs), outputs, outputs, 3, 1);
      const shortcut =
        inputs === outputs ? place : conv(`${here}.shortcut.conv`, activated, inputs, outputs, 1, stride);
      place = list.push({ kind: "add", from: [main, shortcut] });
      inputs = outputs;
    }
  }
  list.norm("last.norm", inputs);
  list.push({ kind: "globalAvgPool" });
  list.dense({ inputs, outputs: classes });
  return list.nodes;
}
