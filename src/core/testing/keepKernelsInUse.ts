import { getKernelsForBackend, unregisterKernel } from "@tensorflow/tfjs-core";
import { KERNELS_IN_USE } from "../kernels/inUse";

/** tfjs's own kernels have modules named as they are; ours are registered with it under other names. */
const OURS = ["RoundTo16"];

/** Leaves a backend the kernels that the built page ships: any other throws when it is asked for. */
export function keepKernelsInUse(backend: string): void {
  for (const { kernelName } of getKernelsForBackend(backend))
    if (!KERNELS_IN_USE.includes(kernelName) && !OURS.includes(kernelName)) unregisterKernel(kernelName, backend);
}
