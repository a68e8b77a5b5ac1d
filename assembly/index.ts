/*
 * Each kernel that takes `scratch` has a function of its name and "Scratch" beside it: the bytes of that space, by parameters of
 * the kernel. `npm run kernels` writes both into the signatures that TypeScript sees, which hands the space to every call.
 */
export { globalAvgPool, globalAvgPoolGrad, globalAvgPoolScratch } from "./avgPool";
export {
  batchNormBackward,
  batchNormBackwardScratch,
  batchNormForward,
  batchNormForwardScratch,
  batchNormTangent,
  batchNormTangentScratch,
} from "./batchNorm";
export { psdInverse, psdInverseScratch } from "./cholesky";
export { convForward, convForwardScratch } from "./convolution";
export { convInputFactor, convInputFactorScratch } from "./convolutionFactor";
export { convInputGrad, convInputGradScratch } from "./convolutionInput";
export { convWeightGrad, convWeightGradScratch } from "./convolutionWeights";
export {
  denseForward,
  denseForwardScratch,
  denseInputGrad,
  denseInputGradScratch,
  denseWeightGrad,
  denseWeightGradScratch,
} from "./dense";
export { addRelu, addScaled, innerProduct, relu, reluGrad, scale, tanh, tanhGrad } from "./elementwise";
export { halfSquaredDistance, softmaxCrossEntropy } from "./losses";
export { multiply, multiplyScratch, multiplyTransposed, multiplyTransposedScratch } from "./matmul";
export { maxPool, maxPoolGrad } from "./maxPool";
export { adam } from "./moments";
export {
  applyPreconditioner,
  applyPreconditionerScratch,
  preconditionerGrad,
  preconditionerGradScratch,
  preconditionerTrace,
  preconditionerTraceScratch,
} from "./preconditioner";
