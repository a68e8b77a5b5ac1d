import { afterAll, beforeAll, describe } from "vitest";
import type { LayersFile } from "../../testing/graph/graphFile";
import { keepKernelsInUse } from "../../testing/keepKernelsInUse";
import { testGraphLayers } from "../../testing/suites/graphLayerTests";
import { useWebGpu } from "../../testing/webGpu";

const [file] = Object.values(
  import.meta.glob<LayersFile>("../../training/fixtures/graph/layers.json", { eager: true, import: "default" }),
);

describe("nodes of a graph on WebGPU", () => {
  useWebGpu();
  // with no other kernels of tfjs than the built page ships
  let restoreKernels = () => {};
  beforeAll(() => {
    restoreKernels = keepKernelsInUse("webgpu");
  });
  afterAll(() => restoreKernels());
  testGraphLayers(file as LayersFile, 1e-4);
});
