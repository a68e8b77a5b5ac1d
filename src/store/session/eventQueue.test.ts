import { expect, test } from "vitest";
import type { WorkerEvent } from "../../protocol/messages";
import { createEventQueue } from "./eventQueue";

const memory = (tensors: number): WorkerEvent => ({ type: "memory", experiment: "e", tensors });
const paused: WorkerEvent = { type: "status", experiment: "e", status: "paused", step: 3 };

/** A queue whose frames come when the test says so, and what it applied, together and in order. */
function queueWithFrames() {
  const applied: WorkerEvent[][] = [];
  const frames: (() => void)[] = [];
  const queue = createEventQueue(
    (events) => applied.push([...events]),
    (callback) => frames.push(callback),
  );
  const frame = () => {
    for (const callback of frames.splice(0)) callback();
  };
  return { queue, applied, frames, frame };
}

test("events of one frame are applied together, in order, in the next frame", () => {
  const { queue, applied, frames, frame } = queueWithFrames();
  for (const tensors of [1, 2, 3]) queue.push(memory(tensors));
  expect(applied).toEqual([]);
  expect(frames).toHaveLength(1);
  frame();
  expect(applied).toEqual([[memory(1), memory(2), memory(3)]]);
});

test("a word of status is applied at once, after all that waited for it", () => {
  const { queue, applied, frame } = queueWithFrames();
  queue.push(memory(1));
  queue.push(paused);
  expect(applied).toEqual([[memory(1), paused]]);
  frame();
  expect(applied).toHaveLength(1);
});

test("what comes after a word of status has a frame of its own", () => {
  const { queue, applied, frame } = queueWithFrames();
  queue.push(paused);
  queue.push(memory(1));
  frame();
  queue.push(memory(2));
  expect(applied).toEqual([[paused], [memory(1)]]);
  frame();
  expect(applied).toEqual([[paused], [memory(1)], [memory(2)]]);
});
