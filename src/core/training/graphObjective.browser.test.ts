import { describe } from "vitest";
import type { GraphFile } from "../testing/graph/graphTask";
import { testNoDiscrepancy } from "../testing/suites/graphObjectiveTests";
import { useWebGpu } from "../testing/webGpu";

const files = import.meta.glob<GraphFile>("./fixtures/graph/{vgg-batchnorm,resnet,wrn,transformer}.json", {
  eager: true,
  import: "default",
});

describe("networks on WebGPU", () => {
  useWebGpu();
  for (const [name, file] of Object.entries(files)) describe(name, () => testNoDiscrepancy(file));
});
