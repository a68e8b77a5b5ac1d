import type { GpuHeap } from "./heap";
import { type Part, runList } from "./lists";

const THREADS = 256;

/** A member of the lists: `scalars` have one value for all of it. */
export interface Member {
  size: number;
  /** More whole numbers of the member: the rule reads `n` by `n(s)`. */
  sizes?: Record<string, number>;
  outputs: Record<string, Part>;
  inputs: Record<string, Part>;
  scalars?: Record<string, Part>;
  /** What is changed where it lies. */
  moved?: Record<string, Part>;
}

/**
 * One rule for each value of all members of lists, in one launch: `rule` is WGSL that has each input and scalar of the member as
 * a number of its name, and gives each output by `let`. What moves is both: x becomes `next_x`.
 */
export function eachValue(
  heap: GpuHeap,
  name: string,
  rule: string,
  members: readonly Member[],
  numbers: Readonly<Record<string, number>> = {},
): void {
  const [first] = members;
  if (!first) return;
  const moved = Object.keys(first.moved ?? {});
  const reads = [
    ...moved.map((name) => `let ${name} = to_${name}(s, i);`),
    ...Object.keys(first.inputs).map((input) => `let ${input} = of_${input}(s, i);`),
    ...Object.keys(first.scalars ?? {}).map((input) => `let ${input} = of_${input}(s, 0u);`),
  ];
  const writes = [
    ...Object.keys(first.outputs).map((output) => `set_to_${output}(s, i, ${output});`),
    ...moved.map((name) => `set_to_${name}(s, i, next_${name});`),
  ];
  const code = () => `fn segment(s: Segment, group: u32, thread: u32) {
  let i = group * ${THREADS}u + thread;
  if (i >= size(s)) { return; }
  ${reads.join(" ")}
  ${rule}
  ${writes.join(" ")}
}`;
  const renamed = (prefix: string, parts: Record<string, Part>) =>
    Object.fromEntries(Object.entries(parts).map(([key, part]) => [`${prefix}_${key}`, part]));
  const segments = members.map(({ size, sizes, outputs, inputs, scalars, moved }) => ({
    outputs: renamed("to", { ...outputs, ...moved }),
    inputs: renamed("of", { ...inputs, ...scalars }),
    sizes: { size, ...sizes },
    workgroups: Math.ceil(size / THREADS),
  }));
  runList(heap, { key: name, threads: THREADS, code }, segments, numbers);
}
