import { engine, type KernelBackend, type Scalar, type Tensor, type TensorInfo } from "@tensorflow/tfjs-core";
import { kernelModule } from "./module";

/** What `assembly/index.ts` exports; pointers are byte addresses of float32 values, counts are of values. */
type WasmFunction = (...numbers: number[]) => number;
type WasmKernels = Readonly<
  Record<
    | "convForward"
    | "convInputFactor"
    | "convInputGrad"
    | "convWeightGrad"
    | "maxPool"
    | "maxPoolGrad"
    | "denseForward"
    | "denseInputGrad"
    | "denseWeightGrad"
    | "tanh"
    | "tanhGrad"
    | "relu"
    | "reluGrad"
    | "addScaled"
    | "adam"
    | "scale"
    | "innerProduct"
    | "multiply"
    | "multiplyTransposed"
    | "applyPreconditioner"
    | "preconditionerGrad"
    | "preconditionerTrace"
    | "halfSquaredDistance"
    | "softmaxCrossEntropy",
    WasmFunction
  >
>;

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

/** Our kernels on the memory of tfjs-backend-wasm: its tensors are theirs, without a copy. */
export interface WasmHeap {
  readonly kernels: WasmKernels;
  /** Address of a float32 tensor's values; a tensor of another backend moves here first, as for any kernel of tfjs. */
  at(tensor: Tensor): number;
  /** A new float32 tensor in the engine's scope, with whatever the memory held. */
  make<T extends Tensor>(shape: readonly number[]): T;
  /** A new scalar. */
  scalar(value: number): Scalar;
  /** The value of a scalar, at once. */
  valueOf(scalar: Scalar): number;
  /** Address of at least so many bytes that a kernel may use until the next call. */
  scratch(bytes: number): number;
  /** Copies values within the memory; address of float32 values. */
  copy(from: number, to: number, size: number): void;
}

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

function openHeap(backend: WasmBackend): WasmHeap | null {
  const { wasm } = backend;
  const module = kernelModule();
  if (!module) return null;
  const instance = new WebAssembly.Instance(module, { env: { memory: wasm.asm.memory } });
  let scratch = { address: 0, bytes: 0 };
  const at = ({ dataId, dtype }: Tensor): number => {
    if (dtype !== "float32") throw new Error(`A kernel of float32 values was given a tensor of ${dtype}.`);
    return backend.dataIdMap.get(dataId).memoryOffset;
  };
  const make = <T extends Tensor>(shape: readonly number[]): T =>
    engine().makeTensorFromTensorInfo(backend.makeOutput(shape, "float32"), backend) as T;
  return {
    kernels: instance.exports as WasmKernels,
    at,
    make,
    scalar(value) {
      const made = make<Scalar>([]);
      wasm.HEAPF32[at(made) >>> 2] = value;
      return made;
    },
    valueOf: (scalar) => wasm.HEAPF32[at(scalar) >>> 2] as number,
    scratch(needed) {
      if (scratch.bytes < needed) {
        if (scratch.address) wasm._free(scratch.address);
        const address = wasm._malloc(needed);
        if (!address) throw new Error(`The wasm backend has no ${needed} bytes left for a kernel's scratch space.`);
        scratch = { address: address >>> 0, bytes: needed };
      }
      return scratch.address;
    },
    copy: (from, to, size) => {
      wasm.HEAPF32.copyWithin(to >>> 2, from >>> 2, (from >>> 2) + size);
    },
  };
}
