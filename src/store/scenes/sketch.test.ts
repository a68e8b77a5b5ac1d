import { expect, test } from "vitest";
import { choiceOf } from "../../config/scenes/askTruth";
import type { SceneAsk } from "../../config/scenes/sceneSet";
import { emptied, emptySketch, sketchEnd, sketchPoints, withStroke } from "./sketch";

const ASK: SceneAsk = {
  question: "What will η do?",
  about: { quantity: "learningRate", run: "apo-lr", from: 100, to: 196 },
  choices: [
    { says: "It rises.", atLeast: 1.1 },
    { says: "It falls.", atMost: 0.9 },
  ],
};
const empty = emptySketch(ASK);
if (!empty) throw new Error("A question about a run has a sketch.");

test("a stroke has the values of a straight line, to the last step and no further", () => {
  const half = withStroke(empty, { step: 100, value: 2 }, { step: 148, value: 1 });
  expect(sketchEnd(half)).toBeNull();
  const whole = withStroke(half, { step: 148, value: 1 }, { step: 400, value: 0.5 });
  expect(sketchEnd(whole)).toBe(0.5);
  const points = sketchPoints(whole, 2);
  expect(points[0]).toEqual({ step: 100, value: 2 });
  expect(points.at(-1)).toEqual({ step: 196, value: 0.5 });
  expect(points.find(({ step }) => step === 124)?.value).toBeCloseTo(1.5, 12);
  expect(points.find(({ step }) => step === 172)?.value).toBeCloseTo(0.75, 12);
});

test("what is drawn again goes over what was there, also backwards", () => {
  const first = withStroke(empty, { step: 100, value: 1 }, { step: 196, value: 1 });
  const again = withStroke(first, { step: 196, value: 3 }, { step: 190, value: 3 });
  expect(sketchEnd(again)).toBe(3);
  expect(sketchPoints(again, 1).find(({ step }) => step === 186)?.value).toBe(1);
  expect(sketchEnd(emptied(again))).toBeNull();
});

test("a gap at the beginning is bridged from where the run stands, and nothing is there where nothing is drawn", () => {
  const late = withStroke(empty, { step: 180, value: 4 }, { step: 196, value: 4 });
  expect(sketchPoints(late, 1).slice(0, 2)).toEqual([
    { step: 100, value: 1 },
    { step: 180, value: 4 },
  ]);
  expect(sketchPoints(empty, 1)).toEqual([]);
});

test("where a curve ends says which choice it is, and a question of which run is lowest has no curve", () => {
  expect(choiceOf(ASK.choices, 2)).toBe(0);
  expect(choiceOf(ASK.choices, 0.5)).toBe(1);
  expect(choiceOf(ASK.choices, 1)).toBeNull();
  expect(emptySketch({ ...ASK, about: { quantity: "trainLoss", to: 5 } })).toBeNull();
});
