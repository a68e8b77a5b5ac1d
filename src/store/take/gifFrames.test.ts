import { expect, test } from "vitest";
import { gifFrames } from "./gifFrames";

test("a loop takes 10 s to the hundredth, goes from the first step to the last, and shows none twice", () => {
  for (const last of [0, 1, 3, 7, 12, 39, 40, 41, 200, 20_000]) {
    const frames = gifFrames(last);
    expect(frames.reduce((sum, { ms }) => sum + ms, 0)).toBe(10_000);
    expect(frames.every(({ ms }) => ms % 10 === 0 && ms > 0)).toBe(true);
    expect(new Set(frames.map(({ step }) => step)).size).toBe(frames.length);
    expect([frames[0]?.step, frames.at(-1)?.step]).toEqual([0, last]);
    expect(frames.length).toBeLessThanOrEqual(41);
  }
});
