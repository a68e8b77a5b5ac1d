import type { Tensor } from "@tensorflow/tfjs-core";
import { type GpuHeap, numbersOf } from "./heap";
import { TABLE_WORDS, tableCode } from "./memory/tables";
import { workgroupsFor } from "./product";

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
  /** Names the code: all that it depends on, the names and sizes of the segments aside. */
  key: string;
  /** Threads of a workgroup. */
  threads: number;
  /**
   * WGSL of `fn segment(s: Segment, group: u32, thread: u32)`, called by each thread of a segment's workgroups in uniform control
   * flow. An input or output `x` is read by `x(s, i)`, an output is written by `set_x(s, i, value)`, and a size is `n(s)`.
   */
  code(): string;
}

/** Storage buffers of a launch (the default of `maxStorageBuffersPerShaderStage`). */
const BUFFERS = 8;

/** Words of a table before those of its segments: how many segments and how many workgroups there are. */
const HEAD = 2;

const tensorOf = (part: Part): Tensor => ("tensor" in part ? part.tensor : part);

/**
 * Runs a program over all segments in as few launches as the number of bindings allows: tensors of one `makeList` share one.
 * Outputs must not lie in a buffer that is read. Sizes and places are a table of the launch, so that lists of other layers run the
 * same program.
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

/** Where the tensor of a name lies: in which binding, and at which of its values it begins. */
interface Placed {
  binding: number;
  offset: number;
}

/** Where each segment has the tensor of a name. */
interface Places {
  name: string;
  placed: readonly Placed[];
  /** The bindings among which a segment's tensor is, in order. */
  bindings: readonly number[];
}

/** A whole number of each segment. */
type Field = [name: string, values: readonly number[]];

class Launch {
  private readonly segments: Segment[] = [];
  private written: GPUBuffer[] = [];
  private read: GPUBuffer[] = [];
  private words = HEAD;

  constructor(private readonly heap: GpuHeap) {}

  /** Whether there was room for a segment. */
  add(segment: Segment): boolean {
    const buffersOf = (parts: Readonly<Record<string, Part>>) =>
      Object.values(parts).map((part) => this.heap.place(tensorOf(part)).buffer);
    const written = [...new Set([...this.written, ...buffersOf(segment.outputs)])];
    const read = [...new Set([...this.read, ...buffersOf(segment.inputs)])];
    if (written.some((buffer) => read.includes(buffer)))
      throw new Error("An output of a launch lies in a buffer that the launch reads.");
    // at most one word for the binding and one for the place of each tensor, and one for the first workgroup
    const tensors = Object.keys(segment.outputs).length + Object.keys(segment.inputs).length;
    const words = this.words + Object.keys(segment.sizes).length + 2 * tensors + 1;
    if (written.length + read.length > BUFFERS || words > TABLE_WORDS) return false;
    this.segments.push(segment);
    [this.written, this.read, this.words] = [written, read, words];
    return true;
  }

  run(program: ListProgram, numbers: Readonly<Record<string, number>>): void {
    const { segments, written, read } = this;
    const [first] = segments;
    if (!first) return;
    const outputs = this.placed(Object.keys(first.outputs), (segment) => segment.outputs, written, 0);
    const inputs = this.placed(Object.keys(first.inputs), (segment) => segment.inputs, read, written.length);
    const places = [...outputs, ...inputs];
    const sizes = Object.keys(first.sizes).map((name): Field => [name, segments.map(({ sizes }) => sizes[name] ?? 0)]);
    const groups = segments.map(({ workgroups }) => workgroups);
    const total = groups.reduce((sum, count) => sum + count, 0);
    const fields = [...sizes, ...places.flatMap(fieldsOf)];
    const names = Object.keys(numbers);
    const bindings = places.map(({ name, bindings }) => `${name}:${bindings.join("+")}`);
    this.heap.dispatch({
      key: [program.key, written.length, read.length, ...sizes.map(([name]) => name), ...bindings, ...names].join(" "),
      code: () =>
        [
          ...written.map((_, i) => `@group(0) @binding(${i}) var<storage, read_write> buffer${i}: array<f32>;`),
          ...read
            .map((_, i) => i + written.length)
            .map((i) => `@group(0) @binding(${i}) var<storage, read> buffer${i}: array<f32>;`),
          tableCode(written.length + read.length),
          ...numbersOf(names, written.length + read.length + 1),
          segmentCode(fields.map(([name]) => name)),
          ...places.map(reader),
          ...outputs.map(writer),
          program.code(),
          main(program.threads),
        ].join("\n"),
      workgroups: workgroupsFor(total),
      write: written.map((buffer) => ({ buffer })),
      read: read.map((buffer) => ({ buffer })),
      table: [
        segments.length,
        total,
        ...startsOf(groups),
        ...segments.flatMap((_, s) => fields.map(([, of]) => of[s] ?? 0)),
      ],
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
    return names.map((name) => {
      const placed = this.segments.map((segment) => placeOf(parts(segment)[name] as Part));
      const bindings = [...new Set(placed.map(({ binding }) => binding))].sort((one, other) => one - other);
      return { name, placed, bindings };
    });
  }
}

/** The binding is a number of the segment only where there are several. */
const fieldsOf = ({ name, placed, bindings }: Places): Field[] => [
  ...(bindings.length > 1 ? [[`in_${name}`, placed.map(({ binding }) => binding)] as Field] : []),
  [`at_${name}`, placed.map(({ offset }) => offset)],
];

/** What is a segment's own is read once by each thread. */
const segmentCode = (
  fields: readonly string[],
) => `struct Segment { first: u32, ${fields.map((name) => `${name}: u32`).join(", ")} }
fn segmentOf(index: u32) -> Segment {
  let at = ${HEAD}u + word(0u) + index * ${fields.length}u;
  return Segment(word(${HEAD}u + index), ${fields.map((_, i) => `word(at + ${i}u)`).join(", ")});
}
${fields.map((name) => `fn ${name}(s: Segment) -> u32 { return s.${name}; }`).join("\n")}`;

/** A statement for the buffer that holds a segment's tensor: a choice only where there are several. */
function inBuffer({ name, bindings }: Places, statement: (place: string) => string): string {
  const each = (binding: number) => statement(`buffer${binding}[s.at_${name} + i]`);
  const last = bindings.at(-1) as number;
  if (bindings.length === 1) return each(last);
  const cases = bindings.slice(0, -1).map((binding) => `case ${binding}u: { ${each(binding)} }`);
  return `switch s.in_${name} { ${cases.join(" ")} default: { ${each(last)} } }`;
}

const reader = (places: Places) =>
  `fn ${places.name}(s: Segment, i: u32) -> f32 { ${inBuffer(places, (place) => `return ${place};`)} }`;

const writer = (places: Places) =>
  `fn set_${places.name}(s: Segment, i: u32, value: f32) { ${inBuffer(places, (place) => `${place} = value;`)} }`;

/** The first workgroup of each segment. */
function startsOf(groups: readonly number[]): number[] {
  let start = 0;
  return groups.map((count) => {
    start += count;
    return start - count;
  });
}

/** The entry point: finds the segment of a workgroup by halving, which all its threads agree on. */
const main = (threads: number) => `@compute @workgroup_size(${threads})
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let group = id.x + id.y * groups.x;
  if (group >= word(1u)) { return; }
  var index = 0u;
  var end = word(0u);
  while (end - index > 1u) {
    let middle = (index + end) / 2u;
    if (group >= word(${HEAD}u + middle)) { index = middle; } else { end = middle; }
  }
  let s = segmentOf(index);
  segment(s, group - s.first, thread);
}`;
