import "../../core/kernels/cpu/cpuBackend";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { memory, setBackend } from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import { largestRelativeError, selfTestGradients, TOLERANCE } from "./selfTest";

test("wasm and cpu agree on a gradient through convolution, pooling, dense layers, ReLU and tanh", async () => {
  setWasmPaths("node_modules/@tensorflow/tfjs-backend-wasm/dist/");
  await setBackend("cpu");
  const tensors = memory().numTensors;
  const reference = await selfTestGradients();
  // Weights of the three layers: 4·(3·3·2 + 1), 8·(36 + 1), 3·(8 + 1)
  expect(reference.map(({ length }) => length)).toEqual([76, 296, 27]);
  for (const layer of reference) expect(layer.filter((value) => value !== 0).length).toBeGreaterThan(layer.length / 2);
  expect(await setBackend("wasm")).toBe(true);
  expect(largestRelativeError(reference, await selfTestGradients())).toBeLessThan(TOLERANCE / 10);
  expect(memory().numTensors).toBe(tensors);
});

test("the difference is relative to each array's norm, and the largest counts", () => {
  const reference = [new Float32Array([3, 4]), new Float32Array([1])];
  // ‖(0, 0.05)‖ / ‖(3, 4)‖ = 0.01
  expect(largestRelativeError(reference, [new Float32Array([3, 4.05]), new Float32Array([1])])).toBeCloseTo(0.01, 5);
  expect(largestRelativeError(reference, [new Float32Array([3, 4]), new Float32Array([1.5])])).toBeCloseTo(0.5, 5);
  expect(largestRelativeError(reference, reference)).toBe(0);
});

test("a missing value, one that is not finite, and a missing array differ infinitely", () => {
  const reference = [new Float32Array([3, 4])];
  const measured: Float32Array[][] = [
    [new Float32Array([3])],
    [new Float32Array([3, Number.NaN])],
    [new Float32Array([3, Number.POSITIVE_INFINITY])],
    [],
  ];
  for (const values of measured) expect(largestRelativeError(reference, values)).toBe(Number.POSITIVE_INFINITY);
});
