import { describe, expect, it } from "vitest";
import { stream } from "./random";

const draws = (seed: number, name: string, index?: number) => Array.from(stream(seed, name, index).uniforms(8));

function moments(values: Float32Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, variance };
}

describe("stream", () => {
  it("gives the same bits for the same seed, name and index", () => {
    expect(draws(7, "batches", 3)).toEqual(draws(7, "batches", 3));
  });

  it("keeps the first draws recorded when it was written, so that a change of generator cannot pass unseen", () => {
    expect(Array.from(stream(7, "batches").permutation(8))).toEqual([4, 5, 0, 3, 7, 6, 2, 1]);
    expect(stream(7, "targetNoise", 12).normal()).toBe(-0.1674021937356344);
  });

  it.each([
    ["seed", draws(8, "batches", 3)],
    ["name", draws(7, "fsdBatches", 3)],
    ["index", draws(7, "batches", 4)],
    ["seed by more than 32 bits", draws(7 + 2 ** 32, "batches", 3)],
  ])("gives other bits for another %s", (_, other) => {
    const here = draws(7, "batches", 3);
    expect(other.filter((value, i) => value === here[i])).toEqual([]);
  });

  it("draws uniforms in [0, 1) with mean 1/2 and variance 1/12", () => {
    const values = stream(0, "uniforms").uniforms(40_000);
    expect(Math.min(...values.subarray(0, 10_000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values.subarray(0, 10_000))).toBeLessThan(1);
    const { mean, variance } = moments(values);
    expect(Math.abs(mean - 1 / 2)).toBeLessThan(0.006); // 4 standard errors: 4·0.289/200
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.0015); // 4·√(1/180)/200
  });

  it("draws normals with mean 0, variance 1 and 68.27% within one standard deviation", () => {
    const values = stream(1, "normals").normals(40_000);
    const { mean, variance } = moments(values);
    expect(Math.abs(mean)).toBeLessThan(0.02); // 4 standard errors: 4/200
    expect(Math.abs(variance - 1)).toBeLessThan(0.0283); // 4·√2/200
    const within = values.filter((value) => Math.abs(value) < 1).length / values.length;
    expect(Math.abs(within - 0.6827)).toBeLessThan(0.0093); // 4·√(0.683·0.317)/200
  });

  it("draws first values of neighbouring streams without correlation", () => {
    const first = Float32Array.from({ length: 4_000 }, (_, i) => stream(5, "targetNoise", i).normal());
    let lag = 0;
    for (let i = 1; i < first.length; i++) lag += (first[i] as number) * (first[i - 1] as number);
    expect(Math.abs(lag / first.length)).toBeLessThan(0.064); // 4/√4000
    expect(Math.abs(moments(first).mean)).toBeLessThan(0.064);
  });

  it("permutes: every index once, every place equally likely", () => {
    const counts = new Int32Array(25);
    for (let i = 0; i < 5_000; i++) {
      const order = stream(2, "permutation", i).permutation(5);
      expect(Array.from(order).sort()).toEqual([0, 1, 2, 3, 4]);
      order.forEach((value, place) => {
        counts[place * 5 + value] = (counts[place * 5 + value] as number) + 1;
      });
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(127); // 4.5·√(5000·0.2·0.8)
  });
});
