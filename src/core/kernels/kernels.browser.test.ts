import { describe } from "vitest";
import { testKernels } from "../testing/kernelTests";
import { useWebGpu } from "../testing/webGpu";

describe("kernels on WebGPU", () => {
  useWebGpu();
  testKernels();
});
