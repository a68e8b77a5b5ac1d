import { describe } from "vitest";
import { testLosses } from "../testing/lossTests";
import { useWebGpu } from "../testing/webGpu";

describe("losses on WebGPU", () => {
  useWebGpu();
  testLosses();
});
