import { expect, it } from "vitest";
import type { SeenRace } from "../../config/experiment/presets/checks/seen";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { LESSON_CLAIMS } from "../../config/lessons/claims/lessonClaims";
import type { Lesson } from "../../config/lessons/lesson";
import { LESSONS } from "../../config/lessons/lessons";
import { trainSeen } from "../presets/seenRace";
import { lessonStart } from "./lessonStands";

/** All that a lesson says, in one text. */
const textOf = ({ steps }: Lesson): string => steps.flatMap(({ text, seen }) => [text, seen]).join(" ");

it("every lesson has claims, each of words that stand in it", () => {
  expect(Object.keys(LESSON_CLAIMS)).toEqual(LESSONS.map(({ id }) => id));
  for (const lesson of LESSONS) {
    const { claims } = LESSON_CLAIMS[lesson.id];
    expect(claims.length, lesson.id).toBeGreaterThan(0);
    for (const { says, atLeast, atMost, changes } of claims) {
      expect(textOf(lesson), lesson.id).toContain(says);
      expect(atLeast ?? atMost ?? changes, says).toBeDefined();
    }
  }
});

it.each(LESSONS)("what $id says is seen on three seeds", async (lesson) => {
  const { races, claims, isMeasured = false } = LESSON_CLAIMS[lesson.id];
  const start = lessonStart(lesson);
  const { seed } = resolveExperiment(start).config;
  const measured: number[][] = [];
  for (const own of [seed, seed + 1, seed + 2]) {
    const trained: Record<string, SeenRace> = {};
    for (const [name, change] of Object.entries(races)) {
      const preset = { id: lesson.id, name, lookFor: "", experiment: { ...start, ...change } };
      trained[name] = await trainSeen(preset, own, { isMeasured });
    }
    measured.push(claims.map(({ measure }) => measure(trained)));
    for (const [i, { says, of, atLeast = -Infinity, atMost = Infinity }] of claims.entries()) {
      const value = measured.at(-1)?.[i] ?? Number.NaN;
      expect(value >= atLeast && value <= atMost, `"${says}", seed ${own}: ${of} is ${value}`).toBe(true);
    }
  }
  for (const [i, { says, of, changes }] of claims.entries())
    if (changes) expect(new Set(measured.map((one) => one[i])).size, `"${says}": ${of}`).toBeGreaterThan(1);
});
