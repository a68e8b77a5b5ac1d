import { add, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import { matMulTransposedA, matMulTransposedB, product } from "../../kernels/matMul";
import type { NodeLayer } from "../node";

/** y = Eᵀx for each token, E [width, vocabulary] the weights of an embedding: the node has no matrix of its own. */
export function createTiedDense(
  name: string,
  { inputs, outputs }: { inputs: number; outputs: number },
  shape: readonly number[],
): NodeLayer {
  return {
    name,
    matrices: [],
    outputShape: shape,
    multiplyAdds: (shape[0] ?? 1) * inputs * outputs,
    forward: ([table], [x]) => ({ output: product(x as Tensor2D, table as Tensor2D), cache: { x: x as Tensor } }),
    backward([table], cache, outputGrad, wanted) {
      const dy = outputGrad as Tensor2D;
      return {
        inputGrads: [wanted.inputs[0] ? matMulTransposedB(dy, table as Tensor2D) : null],
        weightGrads: wanted.weights ? [matMulTransposedA(cache.x as Tensor2D, dy)] : [],
      };
    },
    jvp([table], cache, { inputs: [dx], weights: [dTable] }) {
      const byInput = dx && product(dx as Tensor2D, table as Tensor2D);
      const byTable = dTable && product(cache.x as Tensor2D, dTable);
      return byInput && byTable ? add(byInput, byTable) : ((byInput ?? byTable) as Tensor);
    },
  };
}
