import {
  engine,
  type KernelBackend,
  type KernelFunc,
  registerKernel,
  type Tensor,
  type TensorInfo,
} from "@tensorflow/tfjs-core";
import { Round16Program } from "../webgpu/round16Shader";
import { type Format16, roundArray, rounded } from "./round16";

const KERNEL = "RoundTo16";

interface CpuLike extends KernelBackend {
  data: { get(id: object): { values: Float32Array } };
  makeTensorInfo(shape: number[], dtype: "float32", values: Float32Array): TensorInfo;
}
interface WasmLike extends KernelBackend {
  makeOutput(shape: number[], dtype: "float32"): TensorInfo;
  typedArrayFromHeap(info: TensorInfo): Float32Array;
}
interface WebGpuLike extends KernelBackend {
  runWebGPUProgram(program: Round16Program, inputs: TensorInfo[], dtype: "float32"): TensorInfo;
}

const ROUND: Record<
  "cpu" | "wasm" | "webgpu",
  (backend: KernelBackend, x: TensorInfo, format: Format16) => TensorInfo
> = {
  cpu(backend, x, format) {
    const { values } = (backend as CpuLike).data.get(x.dataId);
    return (backend as CpuLike).makeTensorInfo(x.shape, "float32", rounded(Float32Array.from(values), format));
  },
  wasm(backend, x, format) {
    const output = (backend as WasmLike).makeOutput(x.shape, "float32");
    // after the output is made: growing the heap moves every view of it
    roundArray((backend as WasmLike).typedArrayFromHeap(x), (backend as WasmLike).typedArrayFromHeap(output), format);
    return output;
  },
  webgpu: (backend, x, format) =>
    (backend as WebGpuLike).runWebGPUProgram(new Round16Program(x.shape, format), [x], "float32"),
};

for (const [backendName, round] of Object.entries(ROUND)) {
  const kernelFunc: KernelFunc = ({ inputs, backend, attrs }) =>
    round(backend as KernelBackend, inputs.x as TensorInfo, (attrs as unknown as { format: Format16 }).format);
  registerKernel({ kernelName: KERNEL, backendName, kernelFunc });
}

/** A float32 tensor rounded to the nearest numbers of a 16-bit format (`roundBits`), on the active backend. */
export const roundTo = <T extends Tensor>(x: T, format: Format16): T =>
  engine().runKernel(KERNEL, { x }, { format }) as unknown as T;
