import type { Format16 } from "../rounding/round16";

const BODY: Record<Format16, string> = {
  bf16: "return bitcast<f32>(sign | roundTail(magnitude, 16u));",
  fp16: `
        if (magnitude >= 0x477ff000u) { return bitcast<f32>(sign | 0x7f800000u); }
        if (magnitude >= 0x38800000u) { return bitcast<f32>(sign | roundTail(magnitude, 13u)); }
        let shift = 126u - (magnitude >> 23u);
        if (shift > 24u) { return bitcast<f32>(sign); }
        let significand = (magnitude & 0x7fffffu) | 0x800000u;
        let units = significand >> shift;
        let rest = significand & ((1u << shift) - 1u);
        let half = 1u << (shift - 1u);
        let up = rest > half || (rest == half && (units & 1u) == 1u);
        return bitcast<f32>(sign | bitcast<u32>(f32(units + u32(up)) * 5.9604644775390625e-8));`,
};

/** A program of tfjs-webgpu: the algorithm of `roundBits`, one thread per value, in integers so that nothing may be fused. */
export class Round16Program {
  readonly variableNames = ["A"];
  readonly workgroupSize: [number, number, number] = [128, 1, 1];
  readonly size = true;
  readonly shaderKey: string;
  readonly dispatchLayout: { x: number[] };
  readonly dispatch: [number, number, number];

  constructor(
    readonly outputShape: number[],
    private readonly format: Format16,
  ) {
    this.shaderKey = `round_${format}`;
    this.dispatchLayout = { x: outputShape.map((_, i) => i) };
    const size = outputShape.reduce((product, length) => product * length, 1);
    this.dispatch = [Math.ceil(size / this.workgroupSize[0]), 1, 1];
  }

  getUserCode(): string {
    return `
      fn roundTail(magnitude : u32, dropped : u32) -> u32 {
        let odd = (magnitude >> dropped) & 1u;
        return ((magnitude + (1u << (dropped - 1u)) - 1u + odd) >> dropped) << dropped;
      }
      fn round16(value : f32) -> f32 {
        let bits = bitcast<u32>(value);
        let magnitude = bits & 0x7fffffffu;
        let sign = bits & 0x80000000u;
        if (magnitude > 0x7f800000u) { return value; }
        ${BODY[this.format]}
      }
      fn main(index : i32) {
        if (index < uniforms.size) {
          setOutputAtIndex(index, round16(getAByOutputIndex(index)));
        }
      }
    `;
  }
}
