import { expect, it } from "vitest";
import { MOST_RUNS } from "../../config/experiment/resolveRuns";
import { markLook, markPath, runMark } from "./runMark";

it("every run of a method but its first has a mark of its own, told apart without colour", () => {
  expect(runMark("apo-p", 0)).toBeNull();
  const drawn = Array.from({ length: MOST_RUNS - 1 }, (_, index) => {
    const mark = runMark("apo-p", index + 1);
    if (!mark) throw new Error("a second run has no mark");
    // in black and white: the outline, and whether it is filled with the surface
    return `${markPath(mark, 0, 0, 10)} ${markLook(mark).fill === "var(--surface)"}`;
  });
  expect(new Set(drawn).size).toBe(MOST_RUNS - 1);
});

it("a mark is moved and scaled with its outline", () => {
  expect(markPath({ variant: 1 }, 100, 50, 4)).toBe("M104 50A4 4 0 1 1 96 50A4 4 0 1 1 104 50Z");
  expect(markPath({ variant: 2 }, 10, 20, 10)).toBe("M19 29H1V11H19Z");
});
