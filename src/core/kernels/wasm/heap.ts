import { engine, type KernelBackend, type Scalar, type Tensor, type TensorInfo } from "@tensorflow/tfjs-core";
import { DeviceFault } from "../faults/deviceFault";
import { bindWasmKernels, type WasmKernels } from "./kernels";
import { kernelModule } from "./module";

/** What we use of tfjs-backend-wasm. */
interface WasmBackend extends KernelBackend {
  wasm: {
    asm: { memory: WebAssembly.Memory };
    HEAPF32: Float32Array;
    _malloc(bytes: number): number;
    _free(address: number): void;
  };
  dataIdMap: { get(dataId: object): { memoryOffset: number } };
  makeOutput(shape: readonly number[], dtype: "float32"): TensorInfo;
}

/** Our kernels on the memory of tfjs-backend-wasm: its tensors are theirs, without a copy. Addresses are in bytes. */
export interface WasmHeap {
  /** The scratch space that a kernel asks for holds what it wrote there until the next kernel asks. */
  readonly kernels: WasmKernels;
  /** The kernels of another module, bound to the same memory and scratch space. */
  bind<Kernels>(module: WebAssembly.Module, bound: BindKernels<Kernels>): Kernels;
  /** Address of a tensor's values; throws where they are not float32. A tensor of another backend is moved here first. */
  at(tensor: Tensor): number;
  /** A new float32 tensor in the engine's scope, with whatever the memory held. */
  make<T extends Tensor>(shape: readonly number[]): T;
  /** Throws where there are not so many bytes more in one piece. */
  requireRoom(bytes: number): void;
  /** A new scalar in the engine's scope. */
  scalar(value: number): Scalar;
  /** The values of a tensor where they lie, until the memory grows. */
  viewOf(tensor: Tensor): Float32Array;
  /** The value of a scalar, without tfjs's copy. */
  valueOf(scalar: Scalar): number;
  /** Copies so many float32 values from one address to another. */
  copy(from: number, to: number, size: number): void;
}

type BindKernels<Kernels> = (instance: WebAssembly.Instance, scratch: (bytes: number) => number) => Kernels;

const heaps = new WeakMap<KernelBackend, WasmHeap | null>();

/**
 * The heap to run a fused kernel on; null where the plain composition has to run: on another backend, without SIMD, and
 * while tfjs records what it is to differentiate.
 */
export function wasmHeap(): WasmHeap | null {
  const { backendName, backend, state } = engine();
  if (backendName !== "wasm" || state.gradientDepth > 0) return null;
  let heap = heaps.get(backend);
  if (heap === undefined) {
    heap = openHeap(backend as WasmBackend);
    heaps.set(backend, heap);
  }
  return heap;
}

/** tfjs takes address 0 for a tensor where no memory is left, and computes on over what lies there: an error instead. */
function refuseFullMemory(wasm: WasmBackend["wasm"]): void {
  wasm._free(wasm._malloc(1)); // the first call puts another function in the place of the one that is called
  const malloc = wasm._malloc;
  wasm._malloc = (bytes) => {
    const address = malloc(bytes);
    if (address === 0 && bytes > 0) throw new DeviceFault(`The memory of WebAssembly has no ${bytes} bytes left.`);
    return address;
  };
}

function openHeap(backend: WasmBackend): WasmHeap | null {
  const { wasm } = backend;
  const module = kernelModule();
  if (!module) return null;
  refuseFullMemory(wasm);
  let space = { address: 0, bytes: 0 };
  const scratch = (bytes: number): number => {
    if (space.bytes < bytes) {
      if (space.address) wasm._free(space.address);
      space = { address: 0, bytes: 0 };
      space = { address: wasm._malloc(bytes) >>> 0, bytes };
    }
    return space.address;
  };
  const at = ({ dataId, dtype }: Tensor): number => {
    if (dtype !== "float32") throw new Error(`A kernel of float32 values was given a tensor of ${dtype}.`);
    return backend.dataIdMap.get(dataId).memoryOffset;
  };
  const make = <T extends Tensor>(shape: readonly number[]): T =>
    engine().makeTensorFromTensorInfo(backend.makeOutput(shape, "float32"), backend) as T;
  const bind = <Kernels>(from: WebAssembly.Module, bound: BindKernels<Kernels>) =>
    bound(new WebAssembly.Instance(from, { env: { memory: wasm.asm.memory } }), scratch);
  return {
    kernels: bind(module, bindWasmKernels),
    bind,
    at,
    make,
    requireRoom: (bytes) => wasm._free(wasm._malloc(bytes)),
    scalar(value) {
      const made = make<Scalar>([]);
      wasm.HEAPF32[at(made) >>> 2] = value;
      return made;
    },
    viewOf(tensor) {
      const from = at(tensor) >>> 2;
      return wasm.HEAPF32.subarray(from, from + tensor.size);
    },
    valueOf: (scalar) => wasm.HEAPF32[at(scalar) >>> 2] as number,
    copy: (from, to, size) => {
      wasm.HEAPF32.copyWithin(to >>> 2, from >>> 2, (from >>> 2) + size);
    },
  };
}
