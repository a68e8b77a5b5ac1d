import type { OpenDevice } from "../loading/loadExperiment";

/** A GPU that opened without a hitch. */
export const TEST_GPU: OpenDevice = {
  backend: "webgpu",
  adapter: "test",
  isSoftware: false,
  reason: "WebGPU, as chosen.",
  notices: [],
  fence: null,
  lost: null,
  compiles: false,
};
