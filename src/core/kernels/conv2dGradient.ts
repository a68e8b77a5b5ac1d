import { Conv2D, type GradConfig, registerGradient, type Tensor4D, unregisterGradient } from "@tensorflow/tfjs-core";
import { conv2dFilterGrad, conv2dInputGrad } from "./conv2d";

const CONFIG: GradConfig = {
  kernelName: Conv2D,
  inputsToSave: ["x", "filter"],
  gradFunc(dy, saved) {
    const [x, filter] = saved as [Tensor4D, Tensor4D];
    return {
      x: () => conv2dInputGrad(filter, dy as Tensor4D),
      filter: () => conv2dFilterGrad(x, dy as Tensor4D),
    };
  },
};

/**
 * Gives tfjs's own autodiff a Conv2D gradient that runs on wasm (stride 1, no padding): what the oracle in tests and the
 * benchmark's peer need. Our own passes do not use it.
 */
export function overrideConv2dGradient(): void {
  unregisterGradient(Conv2D);
  registerGradient(CONFIG);
}
