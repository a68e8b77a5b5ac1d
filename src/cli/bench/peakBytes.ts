import { engine, memory } from "@tensorflow/tfjs-core";

/** Most bytes of tensors alive at once while `work` runs, by tfjs's own account, looked at whenever a tensor is made. */
export async function peakTensorBytes(work: () => Promise<void>): Promise<number> {
  const tfjs = engine() as unknown as { trackTensor(...args: unknown[]): void };
  let peak = memory().numBytes;
  tfjs.trackTensor = (...args) => {
    Object.getPrototypeOf(tfjs).trackTensor.apply(tfjs, args);
    peak = Math.max(peak, memory().numBytes);
  };
  try {
    await work();
  } finally {
    delete (tfjs as Partial<typeof tfjs>).trackTensor;
  }
  return peak;
}
