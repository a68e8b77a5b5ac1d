import { describe } from "vitest";
import { testPasses } from "../testing/suites/passTests";
import { useWebGpu } from "../testing/webGpu";

describe("layers and models on WebGPU", () => {
  useWebGpu();
  testPasses();
});
