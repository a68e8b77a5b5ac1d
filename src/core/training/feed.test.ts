import { describe, expect, it } from "vitest";
import { tinyTask } from "../testing/tinyTasks";
import { createFeed } from "./feed";

describe("createFeed", () => {
  const options = { seed: 7, count: 256, batchSize: 64, outputs: 3 };

  it("draws N(0, 1) for every output, or U(0, 1) for every example, afresh at each step", () => {
    const normal = createFeed({ ...options, noise: "normal" });
    expect(normal.targetNoise(0)).toHaveLength(64 * 3);
    expect(normal.targetNoise(0)).not.toEqual(normal.targetNoise(1));
    const many = Array.from({ length: 50 }, (_, step) => Array.from(normal.targetNoise(step))).flat();
    const mean = many.reduce((sum, x) => sum + x, 0) / many.length;
    const variance = many.reduce((sum, x) => sum + x * x, 0) / many.length;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(many.length)); // four standard deviations
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / many.length));
    const uniform = createFeed({ ...options, noise: "uniform" });
    const draws = uniform.targetNoise(0);
    expect(draws).toHaveLength(64);
    for (const draw of draws) expect(draw >= 0 && draw < 1).toBe(true);
  });

  it("draws U(0, 1) for every output of every example where each is sampled on its own", () => {
    const draws = createFeed({ ...options, noise: "uniformPerOutput" }).targetNoise(3);
    expect(draws).toHaveLength(64 * 3);
    for (const draw of draws) expect(draw >= 0 && draw < 1).toBe(true);
    expect(new Set(draws).size).toBeGreaterThan(64 * 3 - 5);
  });

  it("depends on the step alone, whoever asked before", () => {
    const [asked, fresh] = [createFeed({ ...options, noise: "normal" }), createFeed({ ...options, noise: "normal" })];
    for (let step = 0; step < 5; step++) {
      asked.targetNoise(step);
      asked.fsdBatch(step);
    }
    expect(asked.targetNoise(5)).toEqual(fresh.targetNoise(5));
    expect(asked.batch(5)).toEqual(fresh.batch(5));
  });

  it("holds a batch no larger than the data", () => {
    const { count } = tinyTask("regression").train;
    expect(createFeed({ seed: 0, count, batchSize: 1000, noise: "uniform", outputs: 1 }).batchSize).toBe(count);
  });
});
