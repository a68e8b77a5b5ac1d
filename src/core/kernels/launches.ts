import { engine } from "@tensorflow/tfjs-core";
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

/** Bytes that tensors may take on the active backend. */
export interface MemoryLimits {
  /** Of all tensors at once; null where nobody says. */
  total: number | null;
  /** Of one tensor, or of a list of them that a kernel takes as one. */
  buffer: number;
}

/** WebAssembly's addresses have 32 bits; what kernels, other tasks of tfjs and gaps between tensors take is left free. */
const WASM_BYTES = 2 ** 32;
const USABLE = 0.9;

/** Limits of the active backend. Plain arrays of the cpu backend get those of WASM, which a page can hardly have more than. */
export function memoryLimits(): MemoryLimits {
  const { backendName, backend } = engine();
  if (backendName !== "webgpu") return { total: USABLE * WASM_BYTES, buffer: WASM_BYTES / 2 };
  const { limits } = (backend as unknown as { device: GPUDevice }).device;
  return { total: null, buffer: Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize) };
}
