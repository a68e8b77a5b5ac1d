import { kernelModule } from "./wasm/module";

/** Whether this browser runs our own WASM kernels, which take SIMD. */
export const hasFastKernels = (): boolean => kernelModule() !== null;
