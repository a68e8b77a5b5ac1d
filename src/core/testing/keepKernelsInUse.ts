import { getKernelsForBackend, registerKernel, unregisterKernel } from "@tensorflow/tfjs-core";
import { KERNELS_IN_USE } from "../kernels/inUse";

/** tfjs's own kernels have modules named as they are; ours are registered with it under other names. */
const OURS = ["RoundTo16"];

/**
 * Leaves a backend the kernels that the built page ships: any other throws when it is asked for. Returns what brings the others
 * back, for the test files that run after this one in the same process.
 */
export function keepKernelsInUse(backend: string): () => void {
  const others = getKernelsForBackend(backend).filter(
    ({ kernelName }) => !KERNELS_IN_USE.includes(kernelName) && !OURS.includes(kernelName),
  );
  for (const { kernelName } of others) unregisterKernel(kernelName, backend);
  return () => others.forEach(registerKernel);
}
