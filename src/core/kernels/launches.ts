import { wasmHeap } from "./wasm/heap";
import { gpuHeap } from "./webgpu/heap";

/** The end of a training step: hands what it recorded to the device, so that the next step finds its buffers free. */
export function endStep(): void {
  gpuHeap()?.submit();
}

/** Whether to factorise a matrix of a thousand rows costs little beside a pass: on a GPU. */
export const areLargeFactorsCheap = (): boolean => gpuHeap() !== null;

/** Whether two kernels over half the values are as fast as one over all of them: fewer bytes are then worth more launches. */
export const areLaunchesCheap = (): boolean => wasmHeap() !== null;
