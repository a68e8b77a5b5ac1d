import { randomNormal } from "d3-random";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** A deterministic source of draws. Reading it advances it; `stream` always starts at its beginning. */
export interface Stream {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** N(0, 1), by the polar method. */
  normal(): number;
  /** Uniform in 0 … bound − 1. */
  integer(bound: number): number;
  /** 0 … n − 1 in random order (Fisher and Yates). */
  permutation(n: number): Int32Array;
  uniforms(n: number): Float32Array;
  normals(n: number): Float32Array;
}

/**
 * The stream of one purpose: seeded by a hash of (seed, name, index) alone, so that no stream depends on how much of
 * another was read. `index` is the step or epoch where a purpose needs a fresh stream for each.
 */
export function stream(seed: number, name: string, index = 0): Stream {
  const generator = xoroshiro128plusFromState(hash128(`${seed}/${name}/${index}`));
  const uniform = () => uniformFloat64(generator);
  const normal = randomNormal.source(uniform)(0, 1);
  const integer = (bound: number) => uniformInt(generator, 0, bound - 1);
  return {
    uniform,
    normal,
    integer,
    permutation: (n) => shuffle(integer, n),
    uniforms: (n) => Float32Array.from({ length: n }, uniform),
    normals: (n) => Float32Array.from({ length: n }, normal),
  };
}

function shuffle(integer: (bound: number) => number, n: number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let last = n - 1; last > 0; last--) {
    const pick = integer(last + 1);
    const moved = order[last] as number;
    order[last] = order[pick] as number;
    order[pick] = moved;
  }
  return order;
}

/** Four 32-bit words from a string: four FNV-1a hashes with different offsets, each finished as MurmurHash3 does. */
function hash128(text: string): number[] {
  return [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((offset) => {
    let hash = offset;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return hash ^ (hash >>> 16);
  });
}
