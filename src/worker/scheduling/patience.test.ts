import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Gate } from "./gate";
import { PATIENCE_MS, Patience } from "./patience";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

function patience() {
  const told: boolean[] = [];
  const clock = { ahead: 0 };
  const now = () => performance.now() + clock.ahead;
  return { told, clock, now, patience: new Patience((isWaiting) => told.push(isWaiting), now) };
}

test("tells once nothing has moved for five seconds, and once when it moves again", () => {
  const { told, patience: watched } = patience();
  watched.word();
  vi.advanceTimersByTime(4000);
  watched.word();
  vi.advanceTimersByTime(PATIENCE_MS - 1);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(2);
  expect(told).toEqual([true]);
  vi.advanceTimersByTime(60_000);
  watched.word();
  watched.word();
  expect(told).toEqual([true, false]);
  vi.advanceTimersByTime(PATIENCE_MS + 1);
  expect(told).toEqual([true, false, true]);
  watched.rest();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([true, false, true, false]);
});

test("work of the worker itself, in which no timer fires, is no wait; what stands still after it is", () => {
  const { told, clock, patience: watched } = patience();
  watched.word();
  clock.ahead = 30_000;
  vi.advanceTimersByTime(PATIENCE_MS + 1);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(PATIENCE_MS + 1);
  expect(told).toEqual([true]);
});

test("what stands still is told of every second, with the longest that came back; neither is rest nor the worker's own work counted", () => {
  const told: [number, number][] = [];
  const clock = { ahead: 0 };
  const watched = new Patience(
    () => {},
    () => performance.now() + clock.ahead,
    (...still) => told.push([Math.round(still[0] / 1000), Math.round(still[1] / 1000)]),
  );
  watched.word();
  vi.advanceTimersByTime(7000);
  expect(told).toEqual([
    [5, 0],
    [6, 0],
    [7, 0],
  ]);
  watched.word();
  vi.advanceTimersByTime(5100);
  expect(told.slice(3)).toEqual([[5, 7]]);
  clock.ahead = 30_000; // in one piece
  vi.advanceTimersByTime(1000);
  expect(told).toHaveLength(4);
  watched.rest();
  vi.advanceTimersByTime(60_000);
  watched.word();
  vi.advanceTimersByTime(5100);
  expect(told.slice(4)).toEqual([[5, 7]]);
});

test("a gate's passing is a word, and its waiting for a command a rest", async () => {
  const { told, now, patience: watched } = patience();
  const gate = new Gate(now, watched);
  await gate.turn();
  vi.advanceTimersByTime(PATIENCE_MS + 1);
  await gate.turn();
  expect(told).toEqual([true, false]);
  const waiting = gate.command();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([true, false]);
  gate.nudge();
  await waiting;
  vi.advanceTimersByTime(PATIENCE_MS + 1);
  expect(told).toEqual([true, false, true]);
  gate.end();
  expect(told).toEqual([true, false, true, false]);
});
