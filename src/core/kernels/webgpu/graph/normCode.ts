import type { Tensor } from "@tensorflow/tfjs-core";
import type { Activation } from "../../operands/activation";
import { ACTIVATION_CODE } from "../activationCode";
import type { GpuHeap } from "../heap";
import { runList } from "../lists";

const THREADS = 256;

/** Rows that a thread sums at least where they are cut into parts, and at most where they are not. */
const FEWEST = 16;
const ALONE = 512;

/** Parts of the rows at most: each workgroup adds up those of its channels. */
const PARTS = 128;

/** How a launch divides values [rows, channels]: `across` threads beside each other, a channel each, and parts of so many rows. */
export interface ChannelTiles {
  rows: number;
  channels: number;
  across: number;
  parts: number;
  rowsInPart: number;
}

export function channelTiles(size: number, channels: number): ChannelTiles {
  const rows = size / channels;
  const across = 2 ** Math.min(6, Math.ceil(Math.log2(channels)));
  const down = THREADS / across;
  const wanted = rows <= ALONE * down ? 1 : Math.min(PARTS, Math.ceil(rows / (FEWEST * down)));
  const rowsInPart = Math.ceil(rows / wanted);
  return { rows, channels, across, parts: Math.ceil(rows / rowsInPart), rowsInPart };
}

export interface ChannelProgram {
  name: string;
  activation?: Activation;
  /** Functions of WGSL. */
  functions?: readonly string[];
  /**
   * WGSL for each thread, which knows its `channel` and whether it `isOwn`, its place `down` of `DOWN`, and its `part` of the rows, from
   * `first` to `end`; `addUpRows` is called by all. Sizes: rows, channels, rowsIn a part, and how many `partsIn` it all.
   */
  body: string;
}

/** Runs a program whose workgroups own some channels and a part of the rows. */
export function runOverChannels(
  gpu: GpuHeap,
  { rows, channels, across, parts, rowsInPart }: ChannelTiles,
  { name, activation, functions = [], body }: ChannelProgram,
  outputs: Readonly<Record<string, Tensor>>,
  inputs: Readonly<Record<string, Tensor>>,
  numbers: Readonly<Record<string, number>> = {},
): void {
  const chunks = Math.ceil(channels / across);
  const code = () => `const ACROSS = ${across}u;
const DOWN = ${THREADS / across}u;
${activation ? ACTIVATION_CODE[activation] : ""}
${ADD_UP_ROWS}
${functions.join("\n")}
fn segment(s: Segment, group: u32, thread: u32) {
  let part = group / chunks(s);
  let down = thread / ACROSS;
  let column = group % chunks(s) * ACROSS + thread % ACROSS;
  let isOwn = column < channels(s);
  let channel = min(column, channels(s) - 1u);
  let first = part * rowsIn(s);
  let end = min(rows(s), first + rowsIn(s));
  ${body}
}`;
  const sizes = { rows, channels, chunks, partsIn: parts, rowsIn: rowsInPart };
  const key = [name, activation ?? "", across].join(" ");
  runList(gpu, { key, threads: THREADS, code }, [{ outputs, inputs, sizes, workgroups: parts * chunks }], numbers);
}

/** The sum of a channel's values over the threads of a workgroup, in an order that is always the same. */
const ADD_UP_ROWS = `
var<workgroup> total: array<f32, ${THREADS}>;
fn addUpRows(thread: u32, value: f32) -> f32 {
  workgroupBarrier();
  total[thread] = value;
  workgroupBarrier();
  for (var half = DOWN / 2u; half > 0u; half /= 2u) {
    if (thread < half * ACROSS) { total[thread] += total[thread + half * ACROSS]; }
    workgroupBarrier();
  }
  return total[thread % ACROSS];
}`;

/** WGSL that leaves two numbers of each channel of a part. */
export const leaveParts = (one: string, other: string): string => `
  if (down == 0u && isOwn) {
    set_parts(s, part * channels(s) + channel, ${one});
    set_parts(s, (partsIn(s) + part) * channels(s) + channel, ${other});
  }`;

/** The first and the second number that part `p` left of the channel. */
export const LEFT = [
  "parts(s, p * channels(s) + channel)",
  "parts(s, (partsIn(s) + p) * channels(s) + channel)",
] as const;

/** WGSL that visits each of a thread's rows, at the place `at`. */
export const eachRow = (from: string, to: string, visit: string): string => `
  for (var row = ${from} + down; row < ${to}; row += DOWN) {
    let at = row * channels(s) + channel;
    ${visit}
  }`;

/** WGSL that visits each part. */
export const eachPart = (visit: string): string => `
  for (var p = down; p < partsIn(s); p += DOWN) { ${visit} }`;
