import type { Scalar, Tensor } from "@tensorflow/tfjs-core";
import type { GpuHeap } from "./heap";
import { type Part, runList } from "./lists";

const THREADS = 256;

/** Values that a workgroup sums, as long as there are no more groups than the second launch has threads. */
const SHARE = 8192;

/** WGSL that adds up the `sum` of so many threads (a power of two) in `total`, a workgroup's array, and leaves it in `total[0]`. */
export const addUp = (threads: number) => `total[thread] = sum;
  workgroupBarrier();
  for (var half = ${threads / 2}u; half > 0u; half /= 2u) {
    if (thread < half) { total[thread] += total[thread + half]; }
    workgroupBarrier();
  }`;

/** WGSL of a segment whose workgroups each leave the sum of what their threads have to add. */
const sumCode = (terms: string) => `var<workgroup> total: array<f32, ${THREADS}>;
fn segment(s: Segment, group: u32, thread: u32) {
  let index = group * ${THREADS}u + thread;
  let count = ${THREADS}u * groups(s);
  var sum = 0.0;
  ${terms}
  ${addUp(THREADS)}
  if (thread == 0u) { set_sums(s, group, total[0]); }
}`;

/**
 * Sums in an order that is always the same: `terms` is WGSL that adds to `sum` what the thread `index` of `count` has to add.
 * One workgroup writes the scalar; of several, each writes its share, and a second launch adds those.
 */
export function sumOnGpu(
  gpu: GpuHeap,
  program: { key: string; terms: string },
  inputs: Readonly<Record<string, Part>>,
  sizes: Readonly<Record<string, number>>,
  values: number,
): Scalar {
  const workgroups = Math.min(THREADS, Math.max(1, Math.ceil(values / SHARE)));
  const sums = gpu.make<Scalar>(workgroups === 1 ? [] : [workgroups]);
  runList(gpu, { key: program.key, threads: THREADS, code: () => sumCode(program.terms) }, [
    { outputs: { sums }, inputs, sizes: { ...sizes, groups: workgroups }, workgroups },
  ]);
  if (workgroups === 1) return sums;
  const terms = "if (index < size(s)) { sum = x(s, index); }";
  return sumOnGpu(gpu, { key: "sum", terms }, { x: sums }, { size: workgroups }, workgroups);
}

/** The sum of all values of a tensor. */
export function sumOfValuesOnGpu(gpu: GpuHeap, x: Tensor): Scalar {
  const terms = "for (var i = index; i < size(s); i += count) { sum += x(s, i); }";
  return sumOnGpu(gpu, { key: "sumOfValues", terms }, { x }, { size: x.size }, x.size);
}

/** Pairs up to which there is a program for their number, a launch less: they lie in no more buffers than it can bind. */
const FEW = 3;

/** `innerProductOf` (kernels/linearCombination.ts). */
export function innerProductOnGpu(gpu: GpuHeap, x: readonly Tensor[], y: readonly Tensor[]): Scalar {
  if (x.length > FEW) return innerProductOfMany(gpu, x, y);
  const terms = x.map(
    (_, k) => `for (var i = index; i < size${k}(s); i += count) { sum += x${k}(s, i) * y${k}(s, i); }`,
  );
  const named = <T>(name: string, values: readonly T[]) => values.map((value, k) => [`${name}${k}`, value] as const);
  const sizes = x.map(({ size }) => size);
  return sumOnGpu(
    gpu,
    { key: "innerProduct", terms: terms.join("\n  ") },
    Object.fromEntries([...named("x", x), ...named("y", y)]),
    Object.fromEntries(named("size", sizes)),
    sizes.reduce((total, size) => total + size, 0),
  );
}

/** Of any number of pairs by one program: the workgroups of each pair leave their shares, and a second launch adds up all of them. */
function innerProductOfMany(gpu: GpuHeap, x: readonly Tensor[], y: readonly Tensor[]): Scalar {
  const groups = x.map(({ size }) => Math.min(THREADS, Math.max(1, Math.ceil(size / SHARE))));
  const sums = gpu.make([groups.reduce((total, count) => total + count, 0)]);
  let from = 0;
  const segments = x.map((tensor, k) => {
    const workgroups = groups[k] as number;
    from += workgroups;
    return {
      outputs: { sums: { tensor: sums, from: from - workgroups } },
      inputs: { x: tensor, y: y[k] as Tensor },
      sizes: { size: tensor.size, groups: workgroups },
      workgroups,
    };
  });
  const terms = "for (var i = index; i < size(s); i += count) { sum += x(s, i) * y(s, i); }";
  runList(gpu, { key: "innerProductOfMany", threads: THREADS, code: () => sumCode(terms) }, segments);
  return sumOfValuesOnGpu(gpu, sums);
}
