import { tensor1d } from "@tensorflow/tfjs-core";
import { describe } from "vitest";
import { testFusedKernels } from "../testing/suites/fusedTests";
import { testKernels } from "../testing/suites/kernelTests";
import { testRounding } from "../testing/suites/roundingTests";
import { useWebGpu } from "../testing/webGpu";

describe("kernels on WebGPU", () => {
  useWebGpu();
  testKernels();
  testFusedKernels();
  testRounding((values) => tensor1d(values));
});
