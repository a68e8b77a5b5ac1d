import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { forEachBackend } from "../../testing/forEachBackend";
import type { LayersFile } from "../../testing/graph/graphFile";
import { keepKernelsInUse } from "../../testing/keepKernelsInUse";
import { testGraphLayers } from "../../testing/suites/graphLayerTests";

const file = join(import.meta.dirname, "../../training/fixtures/graph/layers.json");

forEachBackend((backend) => {
  // with no other kernels of tfjs than the built page ships
  let restore = () => {};
  beforeAll(() => {
    restore = keepKernelsInUse(backend);
  });
  afterAll(() => restore());
  testGraphLayers(JSON.parse(readFileSync(file, "utf8")) as LayersFile, 1e-5);
});
