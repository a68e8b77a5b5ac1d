export { convForward, convInputGrad, convWeightGrad } from "./convolution";
export { denseForward, denseInputGrad, denseWeightGrad } from "./dense";
export { addScaled, relu, reluGrad, tanh, tanhGrad } from "./elementwise";
export { halfSquaredDistance, softmaxCrossEntropy } from "./losses";
export { maxPoolGrad } from "./maxPool";
export { adam } from "./moments";
