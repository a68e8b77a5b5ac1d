import { engine } from "@tensorflow/tfjs-core";
import { gpuHeap } from "./gpuKernels";
import { wasmHeap } from "./wasm/heap";

/** The end of a training step: hands what it recorded to the device, so that the next step finds its buffers free. */
export function endStep(): void {
  gpuHeap()?.submit();
}

/** Whether arithmetic on a list is better than on one tensor after the other: on a GPU, where each is a launch. */
export const areListsBetter = (): boolean => gpuHeap() !== null;

/** Values of one example from which on a GPU has no use for more at once; LeNet-5 makes some 10,000. */
const MANY_VALUES = 2 ** 15;

/** Whether two passes over half the batch are better than one over all of it, by a network that makes so many values of an example. */
export const areHalvesBetter = (values: number): boolean =>
  wasmHeap() !== null || (values >= MANY_VALUES && gpuHeap() !== null);

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
