/* What is fetched with a network of nodes; `scratch` as in the other index. */
export { convInputFactor, convInputFactorScratch } from "../convolution/factor";
export { convForward, convForwardScratch } from "../convolution/forward";
export { convInputGrad, convInputGradScratch } from "../convolution/input";
export { convWeightGrad, convWeightGradScratch } from "../convolution/weights";
export {
  attend,
  attendBackward,
  attendBackwardScratch,
  attendScratch,
  attendTangent,
  attendTangentScratch,
} from "./attention";
export { globalAvgPool, globalAvgPoolGrad, globalAvgPoolScratch } from "./avgPool";
export {
  batchNormBackward,
  batchNormBackwardScratch,
  batchNormForward,
  batchNormForwardScratch,
  batchNormTangent,
  batchNormTangentScratch,
} from "./batchNorm";
export { embed, embedGrad, embedGradScratch, embedScratch } from "./embedding";
export {
  layerNormBackward,
  layerNormBackwardScratch,
  layerNormForward,
  layerNormForwardScratch,
  layerNormTangent,
  layerNormTangentScratch,
} from "./layerNorm";
export { addRelu } from "./sum";
export { tokenCrossEntropy, tokenDivergence, tokenDivergenceScratch } from "./tokenLoss";
