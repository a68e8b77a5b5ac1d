import type { Scalar, Tensor } from "@tensorflow/tfjs-core";
import type { GpuHeap } from "./heap";
import { type Part, runList } from "./lists";
import { joinedOnGpu } from "./vectors";

const THREADS = 256;

/** Values that a workgroup sums, as long as there are no more groups than the second launch has threads. */
const SHARE = 8192;

/** Buffers that are read, at most, beside the sum. */
const BUFFERS = 7;

/** WGSL that adds up the `sum` of so many threads (a power of two) in `total`, a workgroup's array, and leaves it in `total[0]`. */
export const addUp = (threads: number) => `total[thread] = sum;
  workgroupBarrier();
  for (var half = ${threads / 2}u; half > 0u; half /= 2u) {
    if (thread < half) { total[thread] += total[thread + half]; }
    workgroupBarrier();
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
  const code = () => `var<workgroup> total: array<f32, ${THREADS}>;
fn segment(s: Segment, group: u32, thread: u32) {
  let index = group * ${THREADS}u + thread;
  let count = ${THREADS}u * groups(s);
  var sum = 0.0;
  ${program.terms}
  ${addUp(THREADS)}
  if (thread == 0u) { set_sums(s, group, total[0]); }
}`;
  runList(gpu, { key: program.key, threads: THREADS, code }, [
    { outputs: { sums }, inputs, sizes: { ...sizes, groups: workgroups }, workgroups },
  ]);
  if (workgroups === 1) return sums;
  const terms = "if (index < size(s)) { sum = x(s, index); }";
  return sumOnGpu(gpu, { key: "sum", terms }, { x: sums }, { size: workgroups }, workgroups);
}

/** Tensors as parts of one. */
function inOneBuffer(gpu: GpuHeap, tensors: readonly Tensor[]): Part[] {
  const tensor = joinedOnGpu(gpu, tensors);
  let from = 0;
  return tensors.map(({ size }) => {
    from += size;
    return { tensor, from: from - size };
  });
}

/** `innerProductOf` (kernels/linearCombination.ts). */
export function innerProductOnGpu(gpu: GpuHeap, x: readonly Tensor[], y: readonly Tensor[]): Scalar {
  const buffers = new Set([...x, ...y].map((tensor) => gpu.place(tensor).buffer));
  // the order of the sum is that of the lists, wherever they lie
  const [a, b] = buffers.size > BUFFERS ? [inOneBuffer(gpu, x), inOneBuffer(gpu, y)] : [x, y];
  const terms = x.map(
    (_, k) => `for (var i = index; i < size${k}(s); i += count) { sum += x${k}(s, i) * y${k}(s, i); }`,
  );
  const named = <T>(name: string, values: readonly T[]) => values.map((value, k) => [`${name}${k}`, value] as const);
  return sumOnGpu(
    gpu,
    { key: "innerProduct", terms: terms.join("\n  ") },
    Object.fromEntries([...named("x", a), ...named("y", b)]),
    Object.fromEntries(
      named(
        "size",
        x.map(({ size }) => size),
      ),
    ),
    x.reduce((total, { size }) => total + size, 0),
  );
}
