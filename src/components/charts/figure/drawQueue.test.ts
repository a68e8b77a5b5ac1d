import { expect, test } from "vitest";
import { createDrawQueue } from "./drawQueue";

/** Tasks run by hand, and a clock that moves only when told to. */
function tasks() {
  const waiting: { callback: () => void; delayMs: number }[] = [];
  const clock = { ms: 0 };
  const nextTask = (callback: () => void, delayMs: number) => waiting.push({ callback, delayMs });
  return { queue: createDrawQueue(nextTask, () => clock.ms), waiting, clock, run: () => waiting.shift()?.callback() };
}

test("each task draws one chart, in the order in which they asked", () => {
  const { queue, run } = tasks();
  const drawn: string[] = [];
  queue.add(() => drawn.push("loss"));
  queue.add(() => drawn.push("spectrum"));
  run();
  expect(drawn).toEqual(["loss"]);
  run();
  expect(drawn).toEqual(["loss", "spectrum"]);
});

test("a chart that asks again while it waits is drawn once", () => {
  const { queue, run } = tasks();
  let count = 0;
  const draw = () => {
    count += 1;
  };
  queue.add(draw);
  queue.add(draw);
  run();
  run();
  expect(count).toBe(1);
});

test("a chart that fails does not hold up the next one, and one that left is not drawn", () => {
  const { queue, run } = tasks();
  const drawn: string[] = [];
  const left = () => drawn.push("left");
  queue.add(() => {
    throw new Error("broken");
  });
  queue.add(left);
  queue.add(() => drawn.push("loss"));
  queue.remove(left);
  expect(run).toThrow("broken");
  run();
  expect(drawn).toEqual(["loss"]);
});

test("after a drawing the page has as much time to itself, but never more than 60 ms", () => {
  const { queue, run, clock, waiting } = tasks();
  const drawFor = (ms: number) => () => {
    clock.ms += ms;
  };
  queue.add(drawFor(20));
  queue.add(drawFor(500));
  queue.add(drawFor(1));
  run();
  expect(waiting[0]?.delayMs).toBe(20);
  run();
  expect(waiting[0]?.delayMs).toBe(60);
});
