import { expect, test } from "vitest";
import { createDrawQueue } from "./drawQueue";

function tasks() {
  const waiting: (() => void)[] = [];
  return { nextTask: (callback: () => void) => waiting.push(callback), run: () => waiting.shift()?.() };
}

test("each task draws one chart, in the order in which they asked", () => {
  const { nextTask, run } = tasks();
  const queue = createDrawQueue(nextTask);
  const drawn: string[] = [];
  queue.add(() => drawn.push("loss"));
  queue.add(() => drawn.push("spectrum"));
  run();
  expect(drawn).toEqual(["loss"]);
  run();
  expect(drawn).toEqual(["loss", "spectrum"]);
});

test("a chart that asks again while it waits is drawn once", () => {
  const { nextTask, run } = tasks();
  const queue = createDrawQueue(nextTask);
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
  const { nextTask, run } = tasks();
  const queue = createDrawQueue(nextTask);
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
