import { describe } from "vitest";
import { testCurvature } from "../testing/curvatureTests";
import { useWebGpu } from "../testing/webGpu";

describe("curvature products on WebGPU", () => {
  useWebGpu();
  testCurvature();
});
