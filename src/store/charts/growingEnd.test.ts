import { describe, expect, test } from "vitest";
import { growingEnd } from "./growingEnd";

describe("growingEnd", () => {
  test("the time axis grows in round steps and stops at the last planned step", () => {
    expect(growingEnd(3, 50, 1000)).toBe(50);
    expect(growingEnd(51, 50, 1000)).toBe(100);
    expect(growingEnd(501, 50, 1000)).toBe(1000);
    expect(growingEnd(120, 50, 150)).toBe(150);
  });

  test("a run past its plan is never cut off", () => {
    expect(growingEnd(1200, 50, 1000)).toBe(1200);
  });
});
