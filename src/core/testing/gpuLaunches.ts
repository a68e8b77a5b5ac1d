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
