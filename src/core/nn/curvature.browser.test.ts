import { describe } from "vitest";
import { APO_PROBLEMS } from "../testing/apoProblem";
import { testCurvature } from "../testing/suites/curvatureTests";
import { useWebGpu } from "../testing/webGpu";

describe("curvature products on WebGPU", () => {
  useWebGpu();
  // one net is enough: each layer's passes are tested on WebGPU by themselves
  testCurvature(APO_PROBLEMS.filter(({ name }) => name === "MLP 3-6-5-2 tanh, softmaxCrossEntropy"));
});
