import { reshape, type Tensor, type Tensor2D, type Tensor3D } from "@tensorflow/tfjs-core";
import { globalAvgPool, globalAvgPoolGrad } from "../../kernels/graph/globalAvgPool";
import type { NodeLayer } from "../node";

/** Mean over the positions of images [height, width, channels]: a vector of the channels. */
export function createGlobalAvgPool(name: string, inputShape: readonly [number, number, number]): NodeLayer {
  const [height, width, channels] = inputShape;
  const positions = height * width;
  const pooled = (images: Tensor) => globalAvgPool(reshape(images, [-1, positions, channels]) as Tensor3D);
  return {
    name,
    matrices: [],
    outputShape: [channels],
    multiplyAdds: 0,
    forward: (_weights, [images]) => ({ output: pooled(images as Tensor), cache: {} }),
    backward(_weights, _cache, outputGrad) {
      const everywhere = globalAvgPoolGrad(outputGrad as Tensor2D, positions);
      return { inputGrads: [reshape(everywhere, [-1, height, width, channels])], weightGrads: [] };
    },
    jvp: (_weights, _cache, { inputs: [tangent] }) => pooled(tangent as Tensor),
  };
}
