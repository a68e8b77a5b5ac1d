import { getBackend, ready, setBackend } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-webgpu";
import { beforeAll, expect } from "vitest";

/** Runs the tests of this block on WebGPU, in a browser whose adapter may be software. */
export function useWebGpu(): void {
  beforeAll(async () => {
    expect(await setBackend("webgpu")).toBe(true);
    await ready();
    expect(getBackend()).toBe("webgpu");
  });
}
