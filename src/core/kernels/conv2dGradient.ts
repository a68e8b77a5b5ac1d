import { Conv2D, type GradConfig, registerGradient, type Tensor4D, unregisterGradient } from "@tensorflow/tfjs-core";
import { conv2dFilterGrad, conv2dInputGrad } from "./conv2d";
import { spread, withMargins } from "./placed/strides";

const CONFIG: GradConfig = {
  kernelName: Conv2D,
  inputsToSave: ["x", "filter"],
  gradFunc(outputGrad, saved, attrs) {
    const grad = outputGrad as Tensor4D;
    const [x, filter] = saved as [Tensor4D, Tensor4D];
    const { padding, stride } = placeOf(attrs as unknown as Attributes);
    const [, rows, columns] = grad.shape;
    const [height, width, kernel] = [x.shape[1], x.shape[2], filter.shape[0]];
    // what the convolution reads of the images, some rows and columns of zeros among it
    const margins = {
      top: padding,
      bottom: (rows - 1) * stride + kernel - height - padding,
      left: padding,
      right: (columns - 1) * stride + kernel - width - padding,
    };
    const opposite = { top: -padding, bottom: -margins.bottom, left: -padding, right: -margins.right };
    const dy = withMargins(spread(grad, stride), {
      top: 0,
      bottom: 1 - stride,
      left: 0,
      right: 1 - stride,
    });
    return {
      x: () => withMargins(conv2dInputGrad(filter, dy), opposite),
      filter: () => conv2dFilterGrad(withMargins(x, margins), dy),
    };
  },
};

interface Attributes {
  strides: number | [number, number];
  pad: "valid" | number;
}

function placeOf({ strides, pad }: Attributes) {
  const stride = typeof strides === "number" ? strides : strides[0];
  if (pad !== "valid" && typeof pad !== "number")
    throw new Error(`There is no gradient of a convolution padded "${pad}".`);
  return { stride, padding: pad === "valid" ? 0 : pad };
}

/**
 * Gives tfjs's own autodiff a Conv2D gradient that runs on wasm (one stride, padding "valid" or a number): what the oracle in tests
 * and the benchmark's peer need. Our own passes do not use it.
 */
export function overrideConv2dGradient(): void {
  unregisterGradient(Conv2D);
  registerGradient(CONFIG);
}
