import { expect, test } from "vitest";
import { BEAT_MS, SilenceWatch } from "./silence";

/** A watch over a worker that is gone after `goneMs`, and what is told; `wake` lets time pass with looks that come so late. */
function watched(goneMs = 6000) {
  let now = 0;
  let due: { at: number; look: () => void } | null = null;
  const told: string[] = [];
  const watch = new SilenceWatch(
    {
      now: () => now,
      after(delayMs, look) {
        due = { at: now + delayMs, look };
      },
    },
    {
      onSilence: () => void told.push(`silent at ${now}`),
      onWord: () => void told.push(`heard at ${now}`),
      isGone: (silentMs, longestMs) => {
        if (silentMs < Math.max(goneMs, longestMs)) return false;
        told.push(`gone after ${silentMs}, longest ${longestMs}`);
        return true;
      },
    },
  );
  const pass = (ms: number) => {
    for (const end = now + ms; due && due.at <= end; ) {
      now = due.at;
      due.look();
      if (told.at(-1)?.startsWith("gone")) return;
    }
  };
  const sleep = (ms: number) => {
    now += ms;
  };
  const wake = () => {
    const late = due;
    due = null;
    late?.look();
  };
  watch.start();
  return { watch, told, pass, sleep, wake };
}

test("a silence counts from the last word, and time in which nobody could look does not count", () => {
  const { watch, told, pass, sleep, wake } = watched();
  watch.word();
  pass(3000);
  sleep(60_000);
  wake();
  expect(told).toEqual([]);
  pass(3000);
  expect(told).toEqual(["silent at 64000", "gone after 6000, longest 0"]);
});

test("a page that is late again and again still finds out that a worker is gone", () => {
  const { watch, told, pass, sleep, wake } = watched();
  watch.word();
  for (let second = 0; second < 8 && told.length < 2; second++) {
    pass(1000);
    sleep(2500);
    wake();
  }
  expect(told.at(-1)).toMatch(/^gone after/);
});

test("neither a worker's start nor a page's sleep is taken for a long piece of work", () => {
  const { watch, told, pass, sleep } = watched();
  pass(4000);
  watch.word(); // four seconds to its first word
  sleep(30_000);
  watch.word(); // waited behind the sleep
  expect(told).toEqual([]);
  pass(60_000);
  expect(told.at(-1)).toMatch(/longest 0$/);
});

test("a piece of work that took long is waited for as long again", () => {
  const { watch, told, pass } = watched();
  watch.word();
  pass(5000);
  watch.word();
  expect(told).toEqual(["silent at 5000", "heard at 5000"]);
  pass(60_000);
  expect(told.at(-1)).toBe(`gone after 6000, longest ${5000 - BEAT_MS}`);
});
