import { engine } from "@tensorflow/tfjs-core";

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
