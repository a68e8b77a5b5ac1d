import { describe } from "vitest";
import { testLosses } from "../testing/suites/lossTests";
import { useWebGpu } from "../testing/webGpu";

describe("losses on WebGPU", () => {
  useWebGpu();
  testLosses();
});
