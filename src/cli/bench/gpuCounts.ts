/** Calls to WebGPU that a step is made of; they do not depend on the adapter. */
export interface GpuCounts {
  dispatches: number;
  passes: number;
  submits: number;
  buffers: number;
  /** Milliseconds in which the worker waited for the device. */
  waited: number;
}

const counts: GpuCounts = { dispatches: 0, passes: 0, submits: 0, buffers: 0, waited: 0 };

let isDry = false;

/**
 * Dry, every dispatch goes out with no workgroups: the calls are the same and nothing is computed, so that a software adapter
 * takes no minutes over counting them.
 */
export function setDry(value: boolean): void {
  isDry = value;
}

export const readGpuCounts = (): GpuCounts => ({ ...counts });

/** Counts from now on every call in this worker, whichever library makes it. Nothing to do where there is no WebGPU. */
export function watchGpu(): void {
  if (typeof GPUDevice === "undefined") return;
  wrap(GPUComputePassEncoder.prototype, "dispatchWorkgroups", (call) => {
    counts.dispatches++;
    return isDry ? call(0, 1, 1) : call();
  });
  count(GPUComputePassEncoder.prototype, "dispatchWorkgroupsIndirect", "dispatches");
  count(GPUCommandEncoder.prototype, "beginComputePass", "passes");
  count(GPUQueue.prototype, "submit", "submits");
  count(GPUDevice.prototype, "createBuffer", "buffers");
  timeWaits(GPUBuffer.prototype, "mapAsync");
  timeWaits(GPUQueue.prototype, "onSubmittedWorkDone");
}

type Call = (...instead: unknown[]) => unknown;

function wrap(prototype: object, method: string, around: (call: Call) => unknown): void {
  const methods = prototype as Record<string, (...args: unknown[]) => unknown>;
  const original = methods[method] as (...args: unknown[]) => unknown;
  methods[method] = function (this: unknown, ...args: unknown[]) {
    return around((...instead) => original.apply(this, instead.length > 0 ? instead : args));
  };
}

const count = (prototype: object, method: string, name: keyof GpuCounts) =>
  wrap(prototype, method, (call) => {
    counts[name]++;
    return call();
  });

let waits = 0;
let since = 0;

/** Adds the time in which at least one such promise is pending. */
const timeWaits = (prototype: object, method: string) =>
  wrap(prototype, method, (call) => {
    if (waits++ === 0) since = performance.now();
    const done = () => {
      if (--waits === 0) counts.waited += performance.now() - since;
    };
    const promise = call() as Promise<unknown>;
    promise.then(done, done);
    return promise;
  });
