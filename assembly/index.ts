export { convForward, convInputGrad, convWeightGrad } from "./convolution";
export { convInputFactor } from "./convolutionFactor";
export { denseForward, denseInputGrad, denseWeightGrad } from "./dense";
export { addScaled, innerProduct, relu, reluGrad, scale, tanh, tanhGrad } from "./elementwise";
export { halfSquaredDistance, softmaxCrossEntropy } from "./losses";
export { multiply, multiplyTransposed } from "./matmul";
export { maxPoolGrad } from "./maxPool";
export { adam } from "./moments";
export { applyPreconditioner, preconditionerGrad, preconditionerTrace } from "./preconditioner";
