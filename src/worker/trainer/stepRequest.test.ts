import { expect, test } from "vitest";
import { StepRequest } from "./stepRequest";

const none = () => 0;

test("each press of Step asks for one step", () => {
  const stepRequest = new StepRequest();
  stepRequest.step();
  stepRequest.step();
  expect(stepRequest.isRunning).toBe(false);
  stepRequest.stepTaken(none, 0);
  expect(stepRequest.wantsStep).toBe(true);
  stepRequest.stepTaken(none, 0);
  expect(stepRequest.wantsStep).toBe(false);
});

test("a run to a step ends with that step, and Play goes on beyond it", () => {
  const stepRequest = new StepRequest();
  stepRequest.runTo(2);
  stepRequest.stepTaken(none, 1);
  expect(stepRequest.isPlaying).toBe(true);
  stepRequest.stepTaken(none, 2);
  expect(stepRequest.wantsStep).toBe(false);
  stepRequest.play();
  stepRequest.stepTaken(none, 3);
  expect(stepRequest.isPlaying).toBe(true);
});

test("Step while playing makes the step in progress the last", () => {
  const stepRequest = new StepRequest();
  stepRequest.play();
  stepRequest.step();
  expect(stepRequest.isRunning).toBe(false);
  stepRequest.stepTaken(none, 0);
  expect(stepRequest.wantsStep).toBe(false);
});

test("a meta-step ends with the step that makes the run's next meta-update", () => {
  const stepRequest = new StepRequest();
  stepRequest.metaStep("apo-p", 3);
  stepRequest.stepTaken(() => 3, 0);
  expect(stepRequest.wantsStep).toBe(true);
  expect(stepRequest.isRunning).toBe(true);
  expect(stepRequest.isPlaying).toBe(false); // as fast as it goes
  stepRequest.stepTaken(() => 4, 0);
  expect(stepRequest.wantsStep).toBe(false);
});

test("a second meta-step during the first goes one meta-update further", () => {
  const stepRequest = new StepRequest();
  stepRequest.metaStep("apo-p", 0);
  stepRequest.metaStep("apo-p", 0);
  stepRequest.stepTaken(() => 1, 0);
  expect(stepRequest.wantsStep).toBe(true);
  stepRequest.stepTaken(() => 2, 0);
  expect(stepRequest.wantsStep).toBe(false);
});

test("a meta-step of a run that stops is over", () => {
  const stepRequest = new StepRequest();
  stepRequest.metaStep("apo-p", 0);
  stepRequest.runStopped("sgdm");
  expect(stepRequest.wantsStep).toBe(true);
  stepRequest.runStopped("apo-p");
  expect(stepRequest.wantsStep).toBe(false);
});
