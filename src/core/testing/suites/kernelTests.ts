import "@tensorflow/tfjs-core/dist/register_all_gradients";
import {
  conv2d,
  grads,
  matMul,
  maxPool,
  scalar,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor4d,
  tidy,
} from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { conv2dFilterGrad, conv2dInputGrad } from "../../kernels/conv2d";
import { sumOfScalars } from "../../kernels/linearCombination";
import { matMulTransposedA, matMulTransposedB } from "../../kernels/matMul";
import { maxPoolGrad } from "../../kernels/maxPool";
import { normalTensor, onCpu, read, readEach, relativeError } from "../numeric";

/** Tests of the kernels on the active backend against tfjs's own on its CPU backend. */
export function testKernels(): void {
  it("takes the gradients of a convolution as convolutions, equal to tfjs's own gradient kernels", async () => {
    const x = () => normalTensor<Tensor4D>("kernel.x", [3, 8, 7, 2]);
    const filter = () => normalTensor<Tensor4D>("kernel.filter", [3, 3, 2, 5]);
    const dy = () => normalTensor<Tensor4D>("kernel.dy", [3, 6, 5, 5]);
    const oracle = () => grads((a, b) => conv2d(a as Tensor4D, b as Tensor4D, 1, "valid"))([x(), filter()], dy());
    const [byInput, byFilter] = await onCpu(() => readEach(tidy(oracle)));
    const [inputGrad, filterGrad] = await readEach(
      tidy((): Tensor[] => [conv2dInputGrad(filter(), dy()), conv2dFilterGrad(x(), dy())]),
    );
    expect(relativeError(inputGrad as number[], byInput as number[])).toBeLessThan(1e-6);
    expect(relativeError(filterGrad as number[], byFilter as number[])).toBeLessThan(1e-6);
  });

  it("sends the gradient of a max-pool to one maximum of each window, whole, also where values tie", async () => {
    // one channel, 2×4: windows (1 1 / 1 1) and (0 3 / 3 2)
    const input = tensor4d([1, 1, 0, 3, 1, 1, 3, 2], [1, 2, 4, 1]);
    const dy = tensor4d([5, 7], [1, 1, 2, 1]);
    const grad = await read(tidy(() => maxPoolGrad(dy, input, maxPool(input, 2, 2, "valid"), 2)));
    const at = (...places: number[]) => places.map((place) => grad[place]).sort();
    expect(at(0, 1, 4, 5)).toEqual([0, 0, 0, 5]);
    expect(at(3, 6)).toEqual([0, 7]);
    expect(at(2, 7)).toEqual([0, 0]);
  });

  it.each([1, 7, 8, 50])("adds up %i scalars", async (count) => {
    const scalars = Array.from({ length: count }, (_, i) => i + 1);
    const total = await read(tidy(() => sumOfScalars(scalars.map((value) => scalar(value)))));
    expect([...total]).toEqual([(count * (count + 1)) / 2]);
  });

  it("multiplies by a transpose as tfjs does with its transpose flags", async () => {
    const a = () => normalTensor<Tensor2D>("kernel.a", [7, 5]);
    const b = () => normalTensor<Tensor2D>("kernel.b", [6, 5]);
    const c = () => normalTensor<Tensor2D>("kernel.c", [7, 4]);
    const expectedB = await onCpu(() => read(tidy(() => matMul(a(), b(), false, true))));
    const expectedA = await onCpu(() => read(tidy(() => matMul(a(), c(), true, false))));
    expect(relativeError(await read(tidy(() => matMulTransposedB(a(), b()))), expectedB)).toBeLessThan(1e-6);
    expect(relativeError(await read(tidy(() => matMulTransposedA(a(), c()))), expectedA)).toBeLessThan(1e-6);
  });
}
