import type { KernelBackend, TensorInfo, TypedArray } from "@tensorflow/tfjs-core";

/** Where a tensor lies that shares its buffer with others (`makeList`). */
interface BufferSlice {
  /** In bytes, a multiple of 256. */
  offset: number;
  bytes: number;
  /** Tensors that still live in the buffer, counted for all of them at once. */
  sharers: { alive: number };
}

/** What tfjs-backend-webgpu 4.22 knows of a tensor. */
interface TensorData {
  dtype: string;
  shape: number[];
  /** The values on the host: before they are uploaded, and after they are read. */
  values: TypedArray | number[] | null | undefined;
  refCount: number;
  resource?: GPUBuffer | null;
  /** Ours. */
  slice?: BufferSlice;
}

/** What we use of tfjs-backend-webgpu 4.22, some of it private there. */
export interface WebGpuBackend extends KernelBackend {
  readonly device: GPUDevice;
  readonly queue: GPUQueue;
  readonly bufferManager: {
    acquireBuffer(bytes: number, usage: number): GPUBuffer;
    releaseBuffer(buffer: GPUBuffer): void;
  };
  readonly tensorMap: { get(dataId: object): TensorData; has(dataId: object): boolean };
  commandEncoder: GPUCommandEncoder | null;
  computePassEncoder: GPUComputePassEncoder | null;
  /** Tensors that commands not yet submitted work on: disposed, they keep their buffers until then. */
  commandQueueOwnedIds: WeakSet<object>;
  dispatchCountInPass: number;
  makeTensorInfo(shape: readonly number[], dtype: "float32"): TensorInfo;
  uploadToGPU(dataId: object): void;
  ensureCommandEncoderReady(): void;
  endComputePassEncoder(): void;
  submitQueue(): void;
  tensorToBinding(tensor: TensorInfo): GPUBufferBinding;
  releaseResource(dataId: object): void;
  read(dataId: object): Promise<TypedArray>;
  readSync(dataId: object): TypedArray;
}

/** Usage of a tensor's buffer, as tfjs has it: the key of its pool. */
export const tensorUsage = (): number => GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
