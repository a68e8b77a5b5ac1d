import { tensor1d } from "@tensorflow/tfjs-core";
import { describe } from "vitest";
import { testFusedKernels } from "../testing/fusedTests";
import { testKernels } from "../testing/kernelTests";
import { testRounding } from "../testing/roundingTests";
import { useWebGpu } from "../testing/webGpu";

describe("kernels on WebGPU", () => {
  useWebGpu();
  testKernels();
  testFusedKernels();
  testRounding((values) => tensor1d(values));
});
