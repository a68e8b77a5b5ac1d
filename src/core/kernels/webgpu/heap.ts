import { engine, env, type KernelBackend, type Tensor, type TensorInfo } from "@tensorflow/tfjs-core";
import type { WebGpuBackend } from "./backend";
import { makeSlices, openShelf, type Shelf, teachSlices } from "./memory/slices";
import { openSlots } from "./memory/slots";
import { openTables } from "./memory/tables";
import { uploadWithoutStaging } from "./memory/uploads";

/** A program whose bindings have names: `run`. */
interface GpuProgram {
  /** Names this code: whatever the code depends on, sizes for example, is part of it. */
  key: string;
  /**
   * WGSL with an entry point `main`. Each input and output is declared by its name as array<f32>, and each number as
   * `numbers.name`. Asked for once a key.
   */
  code(): string;
  workgroups: readonly [x: number, y?: number, z?: number];
}

/** A launch whose bindings are buffers, numbered in order: `write`, `read`, the table where there is one, the numbers: `dispatch`. */
interface GpuLaunch {
  key: string;
  code(): string;
  workgroups: readonly [x: number, y?: number, z?: number];
  write: readonly GPUBufferBinding[];
  read: readonly GPUBufferBinding[];
  /** Whole numbers (`tableCode`). */
  table?: readonly number[];
  numbers: readonly number[];
  /** All tensors in those buffers: none of their memory is given away before the launch was submitted. */
  tensors: readonly Tensor[];
}

/** Our kernels on the device of tfjs-backend-webgpu: launches go into its own compute pass, between its own. */
export interface GpuHeap {
  /** A new float32 tensor in the engine's scope, with whatever the memory held. */
  make<T extends Tensor>(shape: readonly number[]): T;
  /** New tensors side by side in one buffer, so that a launch over all of them binds one buffer. */
  makeList<T extends Tensor>(shapes: readonly (readonly number[])[]): T[];
  /**
   * As `make`, beside what else was made so on this shelf since the end of the last step: small tensors that are made one by one and then
   * read together, so that a launch over all of them binds few buffers. None may be written by a launch that reads another.
   */
  makeBeside<T extends Tensor>(shape: readonly number[], shelf?: keyof typeof SHELVES): T;
  /** Fills a tensor that nothing has been recorded for with values of the host. */
  write(tensor: Tensor, values: Float32Array): void;
  /** Lets go of what the host read of a tensor, which a launch is to move where it lies. */
  forget(tensor: Tensor): void;
  /** The buffer that a float32 tensor lies in, and at which of its values it begins; values of the host are uploaded. */
  place(tensor: Tensor): { buffer: GPUBuffer; offset: number };
  /**
   * Runs a program over whole tensors, eight at most; no buffer may be read and written at once, so outputs are new. Example:
   *
   *     heap.run({ key: `double_${n}`, code: () => `@compute @workgroup_size(64)
   *       fn main(@builtin(global_invocation_id) id: vec3u) { if (id.x < ${n}u) { y[id.x] = numbers.by * x[id.x]; } }`,
   *       workgroups: [Math.ceil(n / 64)] }, { y }, { x }, { by: 2 });
   */
  run(
    program: GpuProgram,
    outputs: Readonly<Record<string, Tensor>>,
    inputs: Readonly<Record<string, Tensor>>,
    numbers?: Readonly<Record<string, number>>,
  ): void;
  dispatch(launch: GpuLaunch): void;
  /** Hands all that is recorded to the device: the end of a training step. */
  submit(): void;
}

/**
 * Launches that are recorded before they are submitted, at most. tfjs submits every 15; a step of ours ends in a submit of its
 * own, so that most are one, and each finds in the pool the buffers of the one before.
 */
const RECORDED = 64;

/** What is made beside each other. */
const SHELVES = { gradients: 0, moments: 1 };

const heaps = new WeakMap<KernelBackend, GpuHeap>();

/** The heap on a backend of tfjs-backend-webgpu, one for each. */
export function heapOf(backend: KernelBackend): GpuHeap {
  let heap = heaps.get(backend);
  if (!heap) {
    heap = openHeap(backend as WebGpuBackend);
    heaps.set(backend, heap);
  }
  return heap;
}

function openHeap(backend: WebGpuBackend): GpuHeap {
  const { device } = backend;
  teachSlices(backend);
  uploadWithoutStaging(backend);
  env().set("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE", RECORDED);
  const shelves = Object.values(SHELVES).map(() => openShelf(backend));
  const flush = () => {
    backend.endComputePassEncoder();
    if (backend.commandEncoder) backend.submitQueue();
  };
  const slotOf = openSlots(backend, flush);
  const tableOf = openTables(backend, flush);
  const pipelines = new Map<string, GPUComputePipeline>();

  function pipelineOf({ key, code, write, read, table, numbers }: GpuLaunch): GPUComputePipeline {
    let pipeline = pipelines.get(key);
    if (!pipeline) {
      const types: GPUBufferBindingType[] = [
        ...write.map(() => "storage" as const),
        ...read.map(() => "read-only-storage" as const),
        ...(table ? ["uniform" as const] : []),
        ...(numbers.length > 0 ? ["uniform" as const] : []),
      ];
      const entries = types.map((type, binding) => ({ binding, visibility: GPUShaderStage.COMPUTE, buffer: { type } }));
      const layout = device.createPipelineLayout({ bindGroupLayouts: [device.createBindGroupLayout({ entries })] });
      const module = device.createShaderModule({ code: code(), label: key });
      pipeline = device.createComputePipeline({ label: key, layout, compute: { module, entryPoint: "main" } });
      pipelines.set(key, pipeline);
    }
    return pipeline;
  }

  function bindingOf(tensor: Tensor): GPUBufferBinding {
    if (tensor.dtype !== "float32")
      throw new Error(`A kernel of float32 values was given a tensor of ${tensor.dtype}.`);
    backend.uploadToGPU(tensor.dataId);
    return backend.tensorToBinding(tensor);
  }

  function dispatch(launch: GpuLaunch): void {
    const { write, read, table, numbers, workgroups, tensors } = launch;
    const pipeline = pipelineOf(launch);
    const uniforms = [...(table ? [tableOf(table)] : []), ...(numbers.length > 0 ? [slotOf(numbers)] : [])];
    const resources = [...write, ...read, ...uniforms];
    const bindGroup = device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: resources.map((resource, binding) => ({ binding, resource })),
    });
    for (const { dataId } of tensors) backend.commandQueueOwnedIds.add(dataId);
    backend.ensureCommandEncoderReady();
    backend.computePassEncoder ??= (backend.commandEncoder as GPUCommandEncoder).beginComputePass();
    backend.computePassEncoder.setPipeline(pipeline);
    backend.computePassEncoder.setBindGroup(0, bindGroup);
    backend.computePassEncoder.dispatchWorkgroups(...workgroups);
    backend.dispatchCountInPass++;
    if (backend.dispatchCountInPass >= env().getNumber("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE")) flush();
  }

  const owned = <T extends Tensor>(info: TensorInfo): T => engine().makeTensorFromTensorInfo(info, backend) as T;

  return {
    make(shape) {
      const info = backend.makeTensorInfo(shape, "float32");
      backend.uploadToGPU(info.dataId);
      return owned(info);
    },
    makeList: <T extends Tensor>(shapes: readonly (readonly number[])[]) =>
      makeSlices(backend, shapes).map((info) => owned<T>(info)),
    place(tensor) {
      const { buffer, offset = 0 } = bindingOf(tensor);
      return { buffer: buffer as GPUBuffer, offset: offset / 4 };
    },
    forget(tensor) {
      bindingOf(tensor);
      backend.tensorMap.get(tensor.dataId).values = null;
    },
    makeBeside: (shape, shelf = "gradients") => owned((shelves[SHELVES[shelf]] as Shelf).make(shape)),
    write(tensor, values) {
      const { buffer, offset = 0 } = bindingOf(tensor);
      backend.queue.writeBuffer(buffer as GPUBuffer, offset, values as Float32Array<ArrayBuffer>);
    },
    dispatch,
    submit() {
      flush();
      for (const shelf of shelves) shelf.close();
    },
    run({ key, code, workgroups }, outputs, inputs, numbers = {}) {
      dispatch({
        key,
        code: () => `${header(Object.keys(outputs), Object.keys(inputs), Object.keys(numbers))}\n${code()}`,
        workgroups,
        write: Object.values(outputs).map(bindingOf),
        read: Object.values(inputs).map(bindingOf),
        numbers: Object.values(numbers),
        tensors: [...Object.values(outputs), ...Object.values(inputs)],
      });
    },
  };
}

/** Declarations of named bindings. */
function header(outputs: readonly string[], inputs: readonly string[], numbers: readonly string[]): string {
  const declare = (names: readonly string[], from: number, access: string) =>
    names.map((name, i) => `@group(0) @binding(${from + i}) var<storage, ${access}> ${name}: array<f32>;`);
  return [
    ...declare(outputs, 0, "read_write"),
    ...declare(inputs, outputs.length, "read"),
    ...numbersOf(numbers, outputs.length + inputs.length),
  ].join("\n");
}

/** Declaration of the numbers of a launch. */
export const numbersOf = (names: readonly string[], binding: number): string[] =>
  names.length === 0
    ? []
    : [
        `struct Numbers { ${names.map((name) => `${name}: f32`).join(", ")} }`,
        `@group(0) @binding(${binding}) var<uniform> numbers: Numbers;`,
      ];
