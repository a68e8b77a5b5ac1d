import { expect, test } from "vitest";
import { Wish } from "./wish";

const none = () => 0;

test("each press of Step asks for one step", () => {
  const wish = new Wish();
  wish.step();
  wish.step();
  expect(wish.isRunning).toBe(false);
  wish.stepTaken(none);
  expect(wish.wantsStep).toBe(true);
  wish.stepTaken(none);
  expect(wish.wantsStep).toBe(false);
});

test("Step while playing makes the step in progress the last", () => {
  const wish = new Wish();
  wish.play();
  wish.step();
  expect(wish.isRunning).toBe(false);
  wish.stepTaken(none);
  expect(wish.wantsStep).toBe(false);
});

test("a meta-step ends with the step that makes the run's next meta-update", () => {
  const wish = new Wish();
  wish.metaStep("apo-p", 3);
  wish.stepTaken(() => 3);
  expect(wish.wantsStep).toBe(true);
  expect(wish.isRunning).toBe(true);
  expect(wish.isPlaying).toBe(false); // as fast as it goes
  wish.stepTaken(() => 4);
  expect(wish.wantsStep).toBe(false);
});

test("a second meta-step during the first goes one meta-update further", () => {
  const wish = new Wish();
  wish.metaStep("apo-p", 0);
  wish.metaStep("apo-p", 0);
  wish.stepTaken(() => 1);
  expect(wish.wantsStep).toBe(true);
  wish.stepTaken(() => 2);
  expect(wish.wantsStep).toBe(false);
});

test("a meta-step of a run that stops is over", () => {
  const wish = new Wish();
  wish.metaStep("apo-p", 0);
  wish.runStopped("sgdm");
  expect(wish.wantsStep).toBe(true);
  wish.runStopped("apo-p");
  expect(wish.wantsStep).toBe(false);
});
