import type { Tensor } from "@tensorflow/tfjs-core";
import { type GpuHeap, numbersOf } from "./heap";

/** A tensor, or the part of it from a value on. */
export type Part = Tensor | { tensor: Tensor; from: number };

/** What a launch over a list does to one member: one layer, for example. */
export interface Segment {
  outputs: Readonly<Record<string, Part>>;
  inputs: Readonly<Record<string, Part>>;
  /** Integers that the code reads. */
  sizes: Readonly<Record<string, number>>;
  workgroups: number;
}

/** A program over a list of segments which all have the same names. */
export interface ListProgram {
  key: string;
  /** Threads of a workgroup. */
  threads: number;
  /**
   * WGSL of `fn segment(s: Segment, group: u32, thread: u32)`, called by each thread of a segment's workgroups in uniform control
   * flow. An input or output `x` is read by `x(s, i)`, an output is written by `set_x(s, i, value)`, and a size is `n(s)`.
   */
  code: string;
}

/** Storage buffers of a launch (the default of `maxStorageBuffersPerShaderStage`). */
const BUFFERS = 8;

const tensorOf = (part: Part): Tensor => ("tensor" in part ? part.tensor : part);

/**
 * Runs a program over all segments in as few launches as the number of bindings allows: tensors of one `makeList` share one.
 * Outputs must not lie in a buffer that is read.
 */
export function runList(
  heap: GpuHeap,
  program: ListProgram,
  segments: readonly Segment[],
  numbers: Readonly<Record<string, number>> = {},
): void {
  let launch = new Launch(heap);
  for (const segment of segments) {
    if (launch.add(segment)) continue;
    launch.run(program, numbers);
    launch = new Launch(heap);
    if (!launch.add(segment)) throw new Error(`${program.key} has more than ${BUFFERS} buffers in one segment.`);
  }
  launch.run(program, numbers);
}

interface Placed {
  binding: number;
  offset: number;
}

/** Where each segment has the tensor of a name. */
type Places = [name: string, places: Placed[]];

/** A whole number of each segment. */
type Field = [name: string, values: readonly number[]];

class Launch {
  private readonly segments: Segment[] = [];
  private written: GPUBuffer[] = [];
  private read: GPUBuffer[] = [];

  constructor(private readonly heap: GpuHeap) {}

  /** Whether there was room for a segment. */
  add(segment: Segment): boolean {
    const buffersOf = (parts: Readonly<Record<string, Part>>) =>
      Object.values(parts).map((part) => this.heap.place(tensorOf(part)).buffer);
    const written = [...new Set([...this.written, ...buffersOf(segment.outputs)])];
    const read = [...new Set([...this.read, ...buffersOf(segment.inputs)])];
    if (written.some((buffer) => read.includes(buffer)))
      throw new Error("An output of a launch lies in a buffer that the launch reads.");
    if (written.length + read.length > BUFFERS) return false;
    this.segments.push(segment);
    [this.written, this.read] = [written, read];
    return true;
  }

  run(program: ListProgram, numbers: Readonly<Record<string, number>>): void {
    const { segments, written, read } = this;
    const [first] = segments;
    if (!first) return;
    const outputs = this.placed(Object.keys(first.outputs), (segment) => segment.outputs, written, 0);
    const inputs = this.placed(Object.keys(first.inputs), (segment) => segment.inputs, read, written.length);
    const sizes = Object.keys(first.sizes).map((name): Field => [name, segments.map(({ sizes }) => sizes[name] ?? 0)]);
    const groups = segments.map(({ workgroups }) => workgroups);
    const layout = JSON.stringify([written.length, read.length, outputs, inputs, sizes, groups]);
    this.heap.dispatch({
      key: `${program.key} ${layout}`,
      code: () =>
        [
          ...written.map((_, i) => `@group(0) @binding(${i}) var<storage, read_write> buffer${i}: array<f32>;`),
          ...read
            .map((_, i) => i + written.length)
            .map((i) => `@group(0) @binding(${i}) var<storage, read> buffer${i}: array<f32>;`),
          ...numbersOf(Object.keys(numbers), written.length + read.length),
          segmentCode([...sizes, ...[...outputs, ...inputs].flatMap(placeFields), ["first", startsOf(groups)]]),
          ...[...outputs, ...inputs].map(([name, places]) => reader(name, places)),
          ...outputs.map(([name, places]) => writer(name, places)),
          program.code,
          main(groups, program.threads),
        ].join("\n"),
      workgroups: [groups.reduce((sum, count) => sum + count, 0)],
      write: written.map((buffer) => ({ buffer })),
      read: read.map((buffer) => ({ buffer })),
      numbers: Object.values(numbers),
      tensors: segments.flatMap((each) =>
        [...Object.values(each.outputs), ...Object.values(each.inputs)].map(tensorOf),
      ),
    });
  }

  private placed(
    names: readonly string[],
    parts: (segment: Segment) => Readonly<Record<string, Part>>,
    buffers: readonly GPUBuffer[],
    firstBinding: number,
  ): Places[] {
    const placeOf = (part: Part): Placed => {
      const { buffer, offset } = this.heap.place(tensorOf(part));
      const from = "tensor" in part ? part.from : 0;
      return { binding: firstBinding + buffers.indexOf(buffer), offset: offset + from };
    };
    return names.map((name) => [name, this.segments.map((segment) => placeOf(parts(segment)[name] as Part))]);
  }
}

/** What differs between segments is looked up once by each thread: a choice at every use would be compiled at every use. */
function segmentCode(fields: readonly Field[]): string {
  const [fixed, own] = [fields.filter(isFixed), fields.filter((field) => !isFixed(field))];
  // the index is read by nobody: a structure must have a member
  const members = ["index: u32", ...own.map(([name]) => `${name}: u32`)].join(", ");
  const values = (s: number) => [s, ...own.map(([, values]) => values[s])].map((n) => `${n}u`).join(", ");
  const last = (fields[0]?.[1].length ?? 1) - 1;
  const cases = Array.from({ length: last }, (_, s) => `case ${s}u: { return Segment(${values(s)}); }`);
  return [
    `struct Segment { ${members} }`,
    `fn segmentOf(index: u32) -> Segment { switch index { ${cases.join(" ")} default: { return Segment(${values(last)}); } } }`,
    ...fixed.map(([name, [value]]) => `fn ${name}(s: Segment) -> u32 { return ${value}u; }`),
    ...own.map(([name]) => `fn ${name}(s: Segment) -> u32 { return s.${name}; }`),
  ].join("\n");
}

const isFixed = ([, values]: Field) => values.every((value) => value === values[0]);

const placeFields = ([name, places]: Places): Field[] => [
  [`in_${name}`, places.map(({ binding }) => binding)],
  [`at_${name}`, places.map(({ offset }) => offset)],
];

/** A statement for the buffer that holds a segment's tensor: a choice only where there are several. */
function inBuffer(name: string, places: readonly Placed[], statement: (place: string) => string): string {
  const each = (binding: number) => statement(`buffer${binding}[at_${name}(s) + i]`);
  const bindings = [...new Set(places.map(({ binding }) => binding))];
  const last = bindings.pop() as number;
  if (bindings.length === 0) return each(last);
  const cases = bindings.map((binding) => `case ${binding}u: { ${each(binding)} }`);
  return `switch in_${name}(s) { ${cases.join(" ")} default: { ${each(last)} } }`;
}

const reader = (name: string, places: readonly Placed[]) =>
  `fn ${name}(s: Segment, i: u32) -> f32 { ${inBuffer(name, places, (place) => `return ${place};`)} }`;

const writer = (name: string, places: readonly Placed[]) =>
  `fn set_${name}(s: Segment, i: u32, value: f32) { ${inBuffer(name, places, (place) => `${place} = value;`)} }`;

/** The first workgroup of each segment. */
const startsOf = (groups: readonly number[]) =>
  groups.map((_, s) => groups.slice(0, s).reduce((sum, count) => sum + count, 0));

/** The entry point: finds the segment of a workgroup, which all its threads agree on. */
function main(groups: readonly number[], threads: number): string {
  const isPast = startsOf(groups)
    .slice(1)
    .map((start) => `u32(group >= ${start}u)`);
  return `@compute @workgroup_size(${threads})
fn main(@builtin(workgroup_id) id: vec3u, @builtin(local_invocation_index) thread: u32) {
  let group = id.x;
  let s = segmentOf(${["0u", ...isPast].join(" + ")});
  segment(s, group - first(s), thread);
}`;
}
