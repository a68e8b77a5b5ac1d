import type { Scalar, Tensor2D } from "@tensorflow/tfjs-core";
import type { ValueAndGrad } from "../operands/loss";
import type { GpuHeap } from "./heap";
import { LOSS_CODE, type LossName } from "./lossCode";
import { sumOfParts } from "./parts";

const THREADS = 256;

/** Terms that one workgroup adds up by itself, and the most workgroups for more of them. */
const ALONE = 4096;
const SPREAD = 64;

/** A mean over the rows of a and b [count, width] with its gradient: one launch, or two where there are many terms. */
export function lossOnGpu(gpu: GpuHeap, name: LossName, a: Tensor2D, b: Tensor2D): ValueAndGrad {
  const { per, code: term } = LOSS_CODE[name];
  const [count, width] = a.shape;
  const terms = per === "row" ? count : count * width;
  const groups = terms <= ALONE ? 1 : Math.min(SPREAD, Math.ceil(terms / ALONE));
  const parts = gpu.make<Scalar>(groups === 1 ? [] : [groups]);
  const grad = gpu.make<Tensor2D>([count, width]);
  const code = () => `
const WIDTH = ${width}u;
fn rows() -> f32 { return f32(arrayLength(&a) / WIDTH); }
${term}
var<workgroup> sums: array<f32, ${THREADS}>;
@compute @workgroup_size(${THREADS})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let terms = arrayLength(&a)${per === "row" ? " / WIDTH" : ""};
  var sum = 0.0;
  for (var at = group.x * ${THREADS}u + thread; at < terms; at += ${groups * THREADS}u) { sum += term(at); }
  sums[thread] = sum;
  for (var half = ${THREADS / 2}u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (thread < half) { sums[thread] += sums[thread + half]; }
  }
  if (thread == 0u) { parts[group.x] = sums[0] / rows(); }
}`;
  gpu.run({ key: `${name}_${width}_${groups}`, code, workgroups: [groups] }, { parts, grad }, { a, b });
  return { value: sumOfParts<Scalar>(gpu, parts, groups, []), grad };
}
