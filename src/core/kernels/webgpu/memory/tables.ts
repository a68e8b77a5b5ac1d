import type { WebGpuBackend } from "../backend";

/** Whole numbers in a table, at most; the bytes of the binding that a program declares. */
export const TABLE_WORDS = 4096;
const BINDING = 4 * TABLE_WORDS;

/** Bytes of all tables (a multiple of the alignment below), and the default of `minUniformBufferOffsetAlignment`. */
const BYTES = 2 ** 20;
const ALIGNMENT = 256;

export type TableOf = (words: readonly number[]) => GPUBufferBinding;

/**
 * Tables of whole numbers in one resident uniform buffer: what differs between launches of one program, and is the same in every
 * step. Equal tables share their place. A place is written before all commands not yet submitted, so once there is no more room
 * those are submitted and all is written anew.
 */
export function openTables(backend: WebGpuBackend, flush: () => void): TableOf {
  const usage = GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST;
  const buffer = backend.device.createBuffer({ size: BYTES + BINDING, usage });
  const taken = new Map<string, GPUBufferBinding>();
  let used = 0;
  return (words) => {
    if (words.length > TABLE_WORDS) throw new Error(`A table has ${TABLE_WORDS} words at most, not ${words.length}.`);
    const key = words.join();
    const known = taken.get(key);
    if (known) return known;
    const bytes = Math.ceil((4 * words.length) / ALIGNMENT) * ALIGNMENT;
    if (used + bytes > BYTES) {
      flush();
      taken.clear();
      used = 0;
    }
    // a binding reaches over the tables behind: a program reads its own alone
    const table = { buffer, offset: used, size: BINDING };
    backend.queue.writeBuffer(buffer, used, Uint32Array.from(words));
    taken.set(key, table);
    used += bytes;
    return table;
  };
}

/** Declaration of the table of a launch: `word(i)`. */
export const tableCode = (binding: number): string =>
  `@group(0) @binding(${binding}) var<uniform> table: array<vec4u, ${TABLE_WORDS / 4}>;
fn word(i: u32) -> u32 { return table[i / 4u][i % 4u]; }`;
