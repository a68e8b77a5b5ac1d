import { expect, test } from "vitest";
import { resolveExperiment } from "../experiment/resolveExperiment";
import { LESSON_IDS } from "./lessonIds";
import { LESSONS } from "./lessons";

test("lessons have five to eight steps, each with words to read and a hint, and ids that a link can hold", () => {
  expect(LESSONS.map(({ id }) => id)).toEqual(LESSON_IDS);
  for (const { id, steps, title, about } of LESSONS) {
    expect(id).toMatch(/^[a-z-]+$/);
    expect(steps.length, id).toBeGreaterThanOrEqual(5);
    expect(steps.length, id).toBeLessThanOrEqual(8);
    for (const { text, hint, seen, title: heading, parts } of steps) {
      for (const words of [text, hint, seen, heading, title, about]) expect(words.trim(), id).not.toBe("");
      expect(`${heading} ${text}`.split(" ").length, `words of ${id}, "${heading}"`).toBeLessThanOrEqual(60);
      expect(parts.length, heading).toBeGreaterThan(0);
      // a live number moves under who reads it, and is said once where it cannot be seen
      expect(`${text}${hint}`, heading).not.toContain("{");
    }
  }
});

test("each starts from an experiment that needs no correction", () => {
  for (const { id, start } of LESSONS)
    if ("experiment" in start) expect(resolveExperiment(start.experiment).notes, id).toEqual([]);
});
