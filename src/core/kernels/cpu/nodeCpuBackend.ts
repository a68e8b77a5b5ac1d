import "./cpuBackend";
import { getKernel, type KernelFunc, registerKernel, unregisterKernel } from "@tensorflow/tfjs-core";
import { ARRAY_KERNELS } from "./arrayKernels";
import { CONV_KERNELS } from "./convKernels";

/*
 * The cpu backend of the page, for the terminal and the tests: to the same bits, in less time where tfjs works out the coordinates of
 * every value. The page ships none of it: its devices are WebGPU and WASM, and cpu is there where neither is.
 */

/** What was registered before, for what ours leave to it, and the oracle of ours. */
const theirs = new Map<string, KernelFunc>();

/** The kernel that ours of this name takes the place of. */
export function theirKernel(name: string): KernelFunc {
  const kernel = theirs.get(name);
  if (!kernel) throw new Error(`The cpu backend has no kernel ${name} of ours.`);
  return kernel;
}

for (const [kernelName, ours] of Object.entries({ ...CONV_KERNELS, ...ARRAY_KERNELS })) {
  const own = getKernel(kernelName, "cpu").kernelFunc;
  theirs.set(kernelName, own);
  unregisterKernel(kernelName, "cpu"); // else tfjs tells the console that it has one
  registerKernel({ kernelName, backendName: "cpu", kernelFunc: (call) => ours(call) ?? own(call) });
}
