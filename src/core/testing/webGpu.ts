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
  const refuse = ({ error }: GPUUncapturedErrorEvent) => refused.push(error.message);
  let device: GPUDevice | undefined;
  beforeAll(async () => {
    await loadGpuKernels();
    expect(await setBackend("webgpu")).toBe(true);
    await ready();
    expect(getBackend()).toBe("webgpu");
    device = (engine().backend as unknown as { device: GPUDevice }).device;
    device.addEventListener("uncapturederror", refuse);
  });
  afterAll(() => {
    device?.removeEventListener("uncapturederror", refuse);
    expect(refused).toEqual([]);
  });
}

/**
 * In the tests of this block, counts what is launched on WebGPU since it began. Nothing is computed there: each program is an empty
 * one, so that none is compiled, and a launch goes out without workgroups. The block has a device of its own, as what is compiled for it
 * is of no use to others: ask for it before `useWebGpu`.
 */
export function countLaunches(): () => number {
  let launches = 0;
  let putBack = async () => {};
  beforeAll(() => {
    const { registry } = engine();
    const { webgpu: shared } = registry;
    delete registry.webgpu;
    const { createShaderModule } = GPUDevice.prototype;
    const { dispatchWorkgroups } = GPUComputePassEncoder.prototype;
    // the names that entry points have, ours and those of tfjs
    const code = "@compute @workgroup_size(1) fn main() {} @compute @workgroup_size(1) fn _start() {}";
    GPUDevice.prototype.createShaderModule = function (descriptor) {
      return createShaderModule.call(this, { ...descriptor, code });
    };
    GPUComputePassEncoder.prototype.dispatchWorkgroups = function () {
      launches++;
      dispatchWorkgroups.call(this, 0);
    };
    putBack = async () => {
      GPUDevice.prototype.createShaderModule = createShaderModule;
      GPUComputePassEncoder.prototype.dispatchWorkgroups = dispatchWorkgroups;
      registry.webgpu?.dispose();
      delete registry.webgpu;
      if (!shared) return;
      registry.webgpu = shared;
      await setBackend("webgpu");
    };
  });
  afterAll(() => putBack());
  return () => launches;
}
