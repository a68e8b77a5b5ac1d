import { div, mean, mul, ones, reshape, type Tensor, type Tensor3D } from "@tensorflow/tfjs-core";
import type { NodeLayer } from "../node";

/** Mean over the positions of images [height, width, channels]: a vector of the channels. */
export function createGlobalAvgPool(name: string, inputShape: readonly [number, number, number]): NodeLayer {
  const [height, width, channels] = inputShape;
  const positions = height * width;
  const pooled = (images: Tensor) => mean(reshape(images, [-1, positions, channels]), 1);
  return {
    name,
    matrices: [],
    outputShape: [channels],
    multiplyAdds: 0,
    forward: (_weights, [images]) => ({ output: pooled(images as Tensor), cache: {} }),
    backward(_weights, _cache, outputGrad) {
      const perPosition = reshape(div(outputGrad, positions), [-1, 1, channels]) as Tensor3D;
      const everywhere = mul(perPosition, ones([1, positions, 1]));
      return { inputGrads: [reshape(everywhere, [-1, height, width, channels])], weightGrads: [] };
    },
    jvp: (_weights, _cache, { inputs: [tangent] }) => pooled(tangent as Tensor),
  };
}
