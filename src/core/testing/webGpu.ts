import { engine, getBackend, ready, setBackend } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-webgpu";
import { afterAll, beforeAll, expect } from "vitest";
import { loadGpuKernels } from "../kernels/gpuKernels";

/**
 * Runs the tests of this block on WebGPU, in a browser whose adapter may be software. What the device calls invalid, a shader or
 * a binding, throws nowhere: it fails the block.
 */
export function useWebGpu(): void {
  const refused: string[] = [];
  beforeAll(async () => {
    await loadGpuKernels();
    expect(await setBackend("webgpu")).toBe(true);
    await ready();
    expect(getBackend()).toBe("webgpu");
    const { device } = engine().backend as unknown as { device: GPUDevice };
    device.addEventListener("uncapturederror", ({ error }) => refused.push(error.message));
  });
  afterAll(() => expect(refused).toEqual([]));
}

/**
 * Counts what is launched on WebGPU in this page from now on. Nothing is computed any more: each program is an empty one, so that none
 * is compiled, and a launch goes out without workgroups.
 */
export function countLaunches(): () => number {
  let launches = 0;
  const { createShaderModule } = GPUDevice.prototype;
  // the names that entry points have, ours and those of tfjs
  const code = "@compute @workgroup_size(1) fn main() {} @compute @workgroup_size(1) fn _start() {}";
  GPUDevice.prototype.createShaderModule = function (descriptor) {
    return createShaderModule.call(this, { ...descriptor, code });
  };
  const { dispatchWorkgroups } = GPUComputePassEncoder.prototype;
  GPUComputePassEncoder.prototype.dispatchWorkgroups = function () {
    launches++;
    dispatchWorkgroups.call(this, 0);
  };
  return () => launches;
}
