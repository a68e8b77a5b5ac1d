/** 16-bit formats that are emulated in float32. */
export type Format16 = "bf16" | "fp16";

/** Largest finite number of each format. */
export const LARGEST: Record<Format16, number> = { bf16: 3.3895313892515355e38, fp16: 65504 };

/**
 * Bits of a float32 rounded to the nearest number of a 16-bit format, ties to even, as bits of a float32. bf16 (8 bits of
 * exponent, 8 of precision) keeps float32's range; fp16 (IEEE 754 binary16) goes to ±Infinity from 65,520 and has
 * subnormals down to 2⁻²⁴. NaN stays NaN, and zeros keep their sign.
 */
function roundBits(bits: number, format: Format16): number {
  const magnitude = bits & 0x7fffffff;
  const sign = bits & 0x80000000;
  if (magnitude > INFINITY_BITS) return bits;
  if (format === "bf16") return sign | roundTail(magnitude, 16);
  if (magnitude >= FP16_OVERFLOW) return sign | INFINITY_BITS;
  if (magnitude >= FP16_NORMAL) return sign | roundTail(magnitude, 13);
  return sign | subnormal(magnitude);
}

/** +Infinity, 65,520 (halfway from 65,504 to 65,536) and 2⁻¹⁴ as float32. */
const INFINITY_BITS = 0x7f800000;
const FP16_OVERFLOW = 0x477ff000;
const FP16_NORMAL = 0x38800000;

/** Drops the last bits; a carry runs on into the exponent, as it should. */
function roundTail(magnitude: number, dropped: number): number {
  const isOdd = (magnitude >>> dropped) & 1;
  const half = 2 ** (dropped - 1);
  return ((magnitude + half - 1 + isOdd) >>> dropped) << dropped;
}

/** Below 2⁻¹⁴ fp16 counts in units of 2⁻²⁴. */
function subnormal(magnitude: number): number {
  const exponent = magnitude >>> 23;
  const shift = 126 - exponent; // the significand times 2^(exponent − 150) is the significand shifted right in units of 2⁻²⁴
  if (shift > 24) return 0; // below half a unit
  const significand = (magnitude & 0x7fffff) | 0x800000;
  const units = significand >>> shift;
  const rest = significand & (2 ** shift - 1);
  const half = 2 ** (shift - 1);
  const rounded = units + (rest > half || (rest === half && units % 2 === 1) ? 1 : 0);
  return bitsOf(rounded * 2 ** -24);
}

const scratch = new Float32Array(1);
const scratchBits = new Uint32Array(scratch.buffer);

function bitsOf(value: number): number {
  scratch[0] = value;
  return scratchBits[0] as number;
}

/** Rounds every value of an array into another of the same length. */
export function roundArray(values: Float32Array, into: Float32Array, format: Format16): void {
  const from = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const to = new Uint32Array(into.buffer, into.byteOffset, into.length);
  for (let i = 0; i < from.length; i++) to[i] = roundBits(from[i] as number, format);
}

/** A rounded copy. */
export function rounded(values: Float32Array, format: Format16): Float32Array {
  const copy = new Float32Array(values.length);
  roundArray(values, copy, format);
  return copy;
}
