import { tensor1d } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { forEachBackend } from "../../testing/forEachBackend";
import { testRounding } from "../../testing/suites/roundingTests";
import { type Format16, roundArray } from "./round16";

/** Every finite number of a 16-bit format that is not negative, ascending, from its definition: sign, exponent, fraction. */
function numbersOf(format: Format16): number[] {
  const [exponentBits, fractionBits] = format === "fp16" ? [5, 10] : [8, 7];
  const bias = 2 ** (exponentBits - 1) - 1;
  return Array.from({ length: (2 ** exponentBits - 1) * 2 ** fractionBits }, (_, code) => {
    const exponent = Math.floor(code / 2 ** fractionBits);
    const fraction = (code % 2 ** fractionBits) / 2 ** fractionBits;
    return exponent === 0 ? fraction * 2 ** (1 - bias) : (1 + fraction) * 2 ** (exponent - bias);
  });
}

const round = (values: readonly number[], format: Format16): number[] => {
  const into = new Float32Array(values.length);
  roundArray(Float32Array.from(values), into, format);
  return [...into];
};

/** The float32 next to a positive one, up or down. */
function neighbour(value: number, by: 1 | -1): number {
  const bits = new Uint32Array(Float32Array.of(value).buffer);
  bits[0] = (bits[0] as number) + by;
  return new Float32Array(bits.buffer)[0] as number;
}

describe.each(["fp16", "bf16"] as const)("rounding to %s", (format) => {
  const all = numbersOf(format);

  it("leaves each of its numbers as it is, with either sign", () => {
    expect(round(all, format)).toEqual(all);
    const negative = all.map((value) => -value);
    expect(round(negative, format)).toEqual(negative);
  });

  it("takes the midpoint of any two neighbours to the one of even code, and what is beside it to the nearer", () => {
    const above = all.slice(1);
    const middles = above.map((high, i) => ((all[i] as number) + high) / 2);
    // bf16's smallest gaps are float32's own subnormals: their midpoints are float32 numbers too
    expect(round(middles, format)).toEqual(above.map((high, i) => (i % 2 === 0 ? all[i] : high)));
    const up = middles.map((middle) => neighbour(middle, 1));
    expect(round(up, format)).toEqual(above);
    const down = middles.map((middle) => neighbour(middle, -1));
    expect(round(down, format)).toEqual(all.slice(0, -1));
  });

  it("overflows to Infinity from half a unit above its largest number, and keeps Infinity and NaN", () => {
    const largest = all.at(-1) as number;
    const next = largest + (largest - (all.at(-2) as number)) / 2;
    expect(round([next, -next, neighbour(next, -1)], format)).toEqual([Infinity, -Infinity, largest]);
    expect(round([Infinity, -Infinity, Number.NaN], format)).toEqual([Infinity, -Infinity, Number.NaN]);
    expect(Object.is(round([-0], format)[0], -0)).toBe(true);
  });
});

describe("the rounding kernel", () => {
  forEachBackend(() => testRounding((values) => tensor1d(values)));
});
