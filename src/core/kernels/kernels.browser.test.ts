import { tensor1d } from "@tensorflow/tfjs-core";
import { describe } from "vitest";
import { testKernels } from "../testing/kernelTests";
import { testRounding } from "../testing/roundingTests";
import { useWebGpu } from "../testing/webGpu";

describe("kernels on WebGPU", () => {
  useWebGpu();
  testKernels();
  testRounding((values) => tensor1d(values));
});
