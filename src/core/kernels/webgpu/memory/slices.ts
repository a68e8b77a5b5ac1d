import type { TensorInfo } from "@tensorflow/tfjs-core";
import { tensorUsage, type WebGpuBackend } from "../backend";

/** Offsets of bindings are multiples of this (the default of `minStorageBufferOffsetAlignment`). */
const ALIGNMENT = 256;

const aligned = (bytes: number) => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

/** New float32 tensors side by side in one buffer, which goes back to tfjs's pool with the last of them. */
export function makeSlices(backend: WebGpuBackend, shapes: readonly (readonly number[])[]): TensorInfo[] {
  const sizes = shapes.map((shape) => 4 * shape.reduce((product, length) => product * length, 1));
  const total = sizes.reduce((sum, bytes) => sum + aligned(bytes), 0);
  const buffer = backend.bufferManager.acquireBuffer(total, tensorUsage());
  const sharers = { alive: shapes.length };
  let offset = 0;
  return shapes.map((shape, i) => {
    const info = backend.makeTensorInfo(shape, "float32");
    const data = backend.tensorMap.get(info.dataId);
    const bytes = sizes[i] as number;
    data.resource = buffer;
    data.slice = { offset, bytes, sharers };
    offset += aligned(bytes);
    return info;
  });
}

/** Bytes of a buffer of the shelf, and of the largest tensor that it takes. */
const SHELF = 2 ** 20;
const LARGEST = SHELF / 4;

export interface Shelf {
  make(shape: readonly number[]): TensorInfo;
  /** What comes next begins a new buffer. */
  close(): void;
}

/**
 * Tensors that are made one after another and lie side by side in one buffer, as long as they fit in. A buffer goes
 * back to tfjs's pool with the last of them, once no more is to come.
 */
export function openShelf(backend: WebGpuBackend): Shelf {
  let open: { buffer: GPUBuffer; used: number; sharers: { alive: number } } | null = null;
  const close = () => {
    if (!open) return;
    if (--open.sharers.alive === 0) backend.bufferManager.releaseBuffer(open.buffer);
    open = null;
  };
  return {
    make(shape) {
      const bytes = 4 * shape.reduce((product, length) => product * length, 1);
      const info = backend.makeTensorInfo(shape, "float32");
      if (bytes > LARGEST) {
        backend.uploadToGPU(info.dataId);
        return info;
      }
      if (open && open.used + aligned(bytes) > SHELF) close();
      // the shelf itself is one of those that share the buffer
      open ??= { buffer: backend.bufferManager.acquireBuffer(SHELF, tensorUsage()), used: 0, sharers: { alive: 1 } };
      open.sharers.alive++;
      const data = backend.tensorMap.get(info.dataId);
      data.resource = open.buffer;
      data.slice = { offset: open.used, bytes, sharers: open.sharers };
      open.used += aligned(bytes);
      return info;
    },
    close,
  };
}

/** Teaches a backend of tfjs that some tensors are parts of buffers: when it binds, releases and reads them. */
export function teachSlices(backend: WebGpuBackend): void {
  const { tensorToBinding, releaseResource, read, readSync } = backend;
  backend.tensorToBinding = (tensor) => {
    const { resource, slice } = (tensor && backend.tensorMap.get(tensor.dataId)) ?? {};
    if (!resource || !slice) return tensorToBinding.call(backend, tensor);
    return { buffer: resource, offset: slice.offset, size: slice.bytes };
  };
  backend.releaseResource = (dataId) => {
    const data = backend.tensorMap.get(dataId);
    if (!data?.resource || !data.slice) return releaseResource.call(backend, dataId);
    if (--data.slice.sharers.alive === 0) backend.bufferManager.releaseBuffer(data.resource);
    data.resource = null;
  };
  backend.read = async (dataId) => {
    const data = backend.tensorMap.has(dataId) ? backend.tensorMap.get(dataId) : undefined;
    if (!data?.resource || !data.slice) return read.call(backend, dataId);
    // not kept as tfjs does: a tensor of a list may move where it lies
    return readPart(backend, data.resource, data.slice.offset, data.slice.bytes);
  };
  backend.readSync = (dataId) => {
    if (backend.tensorMap.get(dataId).slice)
      throw new Error("A tensor of a list is read with data(), not with dataSync().");
    return readSync.call(backend, dataId);
  };
}

/** Float32 values of a part of a buffer, once all that is recorded has run. */
async function readPart(backend: WebGpuBackend, from: GPUBuffer, offset: number, bytes: number): Promise<Float32Array> {
  const staging = backend.bufferManager.acquireBuffer(bytes, GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ);
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  (backend.commandEncoder as GPUCommandEncoder).copyBufferToBuffer(from, offset, staging, 0, bytes);
  backend.submitQueue();
  await staging.mapAsync(GPUMapMode.READ);
  const values = new Float32Array(staging.getMappedRange().slice(0));
  staging.unmap();
  backend.bufferManager.releaseBuffer(staging);
  return values;
}
