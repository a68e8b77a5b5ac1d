import { engine, getBackend, ready, setBackend } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-webgpu";
import { afterAll, beforeAll, expect } from "vitest";

/**
 * Runs the tests of this block on WebGPU, in a browser whose adapter may be software. What the device calls invalid, a shader or
 * a binding, throws nowhere: it fails the block.
 */
export function useWebGpu(): void {
  const refused: string[] = [];
  beforeAll(async () => {
    expect(await setBackend("webgpu")).toBe(true);
    await ready();
    expect(getBackend()).toBe("webgpu");
    const { device } = engine().backend as unknown as { device: GPUDevice };
    device.addEventListener("uncapturederror", ({ error }) => refused.push(error.message));
  });
  afterAll(() => expect(refused).toEqual([]));
}
