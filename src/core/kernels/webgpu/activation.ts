import type { Tensor } from "@tensorflow/tfjs-core";
import type { ActivationKind } from "../operands/activation";
import { ACTIVATION_CODE } from "./activationCode";
import type { GpuHeap } from "./heap";
import { mainCode, workgroupsFor } from "./product";

const THREADS = 64;

/** One thread for each value of `output`, which is at its index `at`. */
export const eachValueCode = (output: string, body: string) =>
  mainCode(
    THREADS,
    `let at = tile * ${THREADS}u + thread;
  if (at < arrayLength(&${output})) { ${body} }`,
  );

export const eachValueGroups = (size: number) => workgroupsFor(Math.ceil(size / THREADS));

export function activateOnGpu(gpu: GpuHeap, kind: ActivationKind, x: Tensor): Tensor {
  const y = gpu.make(x.shape);
  const code = () => `${ACTIVATION_CODE[kind]}${eachValueCode("y", "y[at] = activate(x[at]);")}`;
  gpu.run({ key: `activate_${kind}`, code, workgroups: eachValueGroups(x.size) }, { y }, { x });
  return y;
}

export function activationGradOnGpu(gpu: GpuHeap, kind: ActivationKind, y: Tensor, dy: Tensor): Tensor {
  const dx = gpu.make(y.shape);
  const code = () => `${ACTIVATION_CODE[kind]}${eachValueCode("dx", "dx[at] = scaled(dy[at], y[at]);")}`;
  gpu.run({ key: `activationGrad_${kind}`, code, workgroups: eachValueGroups(y.size) }, { dx }, { y, dy });
  return dx;
}
