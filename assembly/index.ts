/*
 * What every page fetches. Each kernel that takes `scratch` has a function of its name and "Scratch" beside it: the bytes of that
 * space, by parameters of the kernel. `npm run kernels` writes both into the signatures that TypeScript sees, which hands the space
 * to every call.
 */
export { psdInverse, psdInverseScratch } from "./cholesky";
export {
  convForward,
  convForwardScratch,
  convInputFactor,
  convInputFactorScratch,
  convInputGrad,
  convInputGradScratch,
  convWeightGrad,
  convWeightGradScratch,
} from "./convolution/valid";
export {
  denseForward,
  denseForwardScratch,
  denseInputGrad,
  denseInputGradScratch,
  denseWeightGrad,
  denseWeightGradScratch,
} from "./dense";
export { addScaled, innerProduct, relu, reluGrad, scale, tanh, tanhGrad } from "./elementwise";
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
