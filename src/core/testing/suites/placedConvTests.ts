import type { Tensor, Tensor2D, Tensor4D } from "@tensorflow/tfjs-core";
import { it } from "vitest";
import { placedPasses } from "../../kernels/placed/placedConv";
import { expectComposition } from "../expectComposition";
import { normalTensor } from "../numeric";

/** With zeros around, with a stride, and with both; rows and columns that no kernel reaches; margins wider than the kernel. */
const PLACED_SIZES = [
  { count: 2, height: 4, width: 8, channels: 10, kernel: 1, outputs: 8, stride: 1, padding: 0 },
  { count: 2, height: 5, width: 7, channels: 3, kernel: 3, outputs: 9, stride: 1, padding: 1 },
  { count: 2, height: 8, width: 8, channels: 16, kernel: 3, outputs: 16, stride: 1, padding: 1 },
  { count: 2, height: 9, width: 6, channels: 4, kernel: 5, outputs: 2, stride: 1, padding: 2 },
  { count: 1, height: 4, width: 5, channels: 2, kernel: 4, outputs: 3, stride: 1, padding: 3 },
  { count: 2, height: 3, width: 4, channels: 2, kernel: 2, outputs: 5, stride: 1, padding: 3 },
  { count: 2, height: 8, width: 7, channels: 5, kernel: 3, outputs: 8, stride: 2, padding: 1 },
  { count: 3, height: 9, width: 8, channels: 8, kernel: 1, outputs: 12, stride: 2, padding: 0 },
  { count: 2, height: 10, width: 9, channels: 3, kernel: 2, outputs: 4, stride: 4, padding: 0 },
  { count: 1, height: 13, width: 11, channels: 2, kernel: 5, outputs: 7, stride: 4, padding: 4 },
  // enough multiplications for a program of its own on WebGPU
  { count: 2, height: 16, width: 18, channels: 16, kernel: 3, outputs: 16, stride: 1, padding: 1 },
  { count: 3, height: 18, width: 17, channels: 16, kernel: 3, outputs: 33, stride: 2, padding: 1 },
  // few places: images are taken together for the weight gradient, here 8, 8 and 4
  { count: 20, height: 4, width: 4, channels: 3, kernel: 3, outputs: 6, stride: 1, padding: 1 },
  // AlexNet's first layer
  { count: 2, height: 32, width: 32, channels: 3, kernel: 11, outputs: 10, stride: 4, padding: 5 },
];

/** Tests that convolutions on the active backend give what their composition gives on the cpu backend. */
export function testPlacedConvolutions(): void {
  it.each(PLACED_SIZES)("passes a convolution forward and back: %o", async ({ count, stride, padding, ...size }) => {
    const { height, width, channels, kernel, outputs } = size;
    for (const bias of [true, false]) {
      const passes = placedPasses(stride, padding)({ ...size, bias });
      const x = () => normalTensor<Tensor4D>("placed.x", [count, height, width, channels]);
      const weights = () => normalTensor<Tensor2D>("placed.W", [outputs, kernel * kernel * channels + Number(bias)]);
      const outputGrad = () => normalTensor<Tensor4D>("placed.dy", [count, ...passes.places, outputs]);
      await expectComposition(() => {
        const pass = { x: x(), weights: weights(), outputGrad: outputGrad() };
        const { inputGrad, weightGrad } = passes.backward(pass, { input: true, weights: true });
        return [
          ...[
            passes.forward(x(), weights()),
            passes.tangent(x(), weights()),
            inputGrad as Tensor,
            weightGrad as Tensor,
          ],
          ...[passes.inputFactor(x()), passes.inputScale?.(x()) as Tensor],
        ];
      });
    }
  });
}
