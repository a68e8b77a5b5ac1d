import { tensorUsage, type WebGpuBackend } from "../backend";

/**
 * Uploads by `writeBuffer` into a buffer of the pool. tfjs maps a staging buffer that it destroys behind the next submit: a
 * new buffer, a copy and a new pass for each batch and each number. The write runs before all commands not yet submitted, and
 * none of them knows the buffer: tfjs keeps what a disposed tensor leaves from the pool until its commands are submitted.
 */
export function uploadWithoutStaging(backend: WebGpuBackend): void {
  const { uploadToGPU } = backend;
  backend.uploadToGPU = (dataId) => {
    const data = backend.tensorMap.get(dataId);
    const { values, dtype } = data;
    if (data.resource || !values || dtype === "complex64" || dtype === "string")
      return uploadToGPU.call(backend, dataId);
    const words = wordsOf(values, dtype);
    if (words.length === 0) return uploadToGPU.call(backend, dataId);
    const buffer = backend.bufferManager.acquireBuffer(words.byteLength, tensorUsage());
    backend.queue.writeBuffer(buffer, 0, words.buffer as ArrayBuffer, words.byteOffset, words.byteLength);
    data.resource = buffer;
    data.values = null;
  };
}

/** Values as the shaders read them: 32 bits each. */
function wordsOf(values: ArrayLike<number>, dtype: string): Float32Array | Int32Array {
  if (values instanceof Float32Array && dtype === "float32") return values;
  if (values instanceof Int32Array && dtype === "int32") return values;
  return dtype === "float32" ? Float32Array.from(values) : Int32Array.from(values);
}
