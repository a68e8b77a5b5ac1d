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

/** The processor, as tests in Node compute. */
export const TEST_CPU: OpenDevice = {
  ...TEST_GPU,
  backend: "cpu",
  adapter: null,
  reason: "CPU, as chosen.",
};
