import type { Tensor1D } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { type Format16, rounded } from "../../kernels/rounding/round16";
import { roundTo } from "../../kernels/rounding/roundTo";
import { stream } from "../../random";

/** Bits of float32 numbers and of the same in fp16 and bf16, worked out by hand. */
const BITS: [input: number, fp16: number, bf16: number][] = [
  [0x3f800000, 0x3f800000, 0x3f800000], // 1
  [0x3f801000, 0x3f800000, 0x3f800000], // 1 + 2⁻¹¹: a tie in fp16, to even
  [0x3f803000, 0x3f804000, 0x3f800000], // 1 + 3·2⁻¹¹: a tie in fp16, up to even
  [0x3f808000, 0x3f808000, 0x3f800000], // 1 + 2⁻⁸: a tie in bf16, to even
  [0x3f818000, 0x3f818000, 0x3f820000], // 1 + 3·2⁻⁸: a tie in bf16, up to even
  [0x3dcccccd, 0x3dccc000, 0x3dcd0000], // 0.1
  [0xc0490fdb, 0xc0490000, 0xc0490000], // −π
  [0x477fe000, 0x477fe000, 0x47800000], // 65,504, the largest of fp16
  [0x477fefff, 0x477fe000, 0x47800000], // just below 65,520
  [0x477ff000, 0x7f800000, 0x47800000], // 65,520: Infinity in fp16
  [0xff7fffff, 0xff800000, 0xff800000], // −3.4e38
  [0x38800000, 0x38800000, 0x38800000], // 2⁻¹⁴, the smallest normal of fp16
  [0x387fe000, 0x38800000, 0x38800000], // below it by half a unit: a tie, up to even
  [0x33800000, 0x33800000, 0x33800000], // 2⁻²⁴, the smallest subnormal of fp16
  [0x33000000, 0x00000000, 0x33000000], // 2⁻²⁵: a tie, to zero
  [0x33000001, 0x33800000, 0x33000000], // just above it
  [0xb2ffffff, 0x80000000, 0xb3000000], // just below it, negative: −0
  [0x80000000, 0x80000000, 0x80000000], // −0
];

const floats = (bits: readonly number[]) => new Float32Array(Uint32Array.from(bits).buffer);
const bitsOf = (values: Float32Array) => [...new Uint32Array(Float32Array.from(values).buffer)];

/** Tests of the rounding kernel on the active backend: against a table of bit patterns, and against the host's rounding. */
export function testRounding(tensor: (values: Float32Array) => Tensor1D): void {
  const onDevice = async (values: Float32Array, format: Format16) => {
    const input = tensor(values);
    const output = roundTo(input, format);
    const result = Float32Array.from(await output.data());
    const kept = bitsOf(Float32Array.from(await input.data()));
    input.dispose();
    output.dispose();
    expect(kept, "the input stays as it was").toEqual(bitsOf(values));
    return result;
  };

  it.each(["fp16", "bf16"] as const)("gives the bit patterns of %s", async (format) => {
    const got = bitsOf(await onDevice(floats(BITS.map(([input]) => input)), format));
    expect(got).toEqual(BITS.map(([, fp16, bf16]) => (format === "fp16" ? fp16 : bf16)));
  });

  it.each(["fp16", "bf16"] as const)("rounds any numbers to %s as the host does", async (format) => {
    const { normals, uniform } = stream(5, "rounding");
    const values = normals(3000).map((value) => value * 10 ** (18 * uniform() - 9));
    expect(bitsOf(await onDevice(values, format))).toEqual(bitsOf(rounded(values, format)));
  });
}
