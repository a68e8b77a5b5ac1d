import type { ReactElement } from "react";
import type { Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { showFirstPage } from "./showFirstPage";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("location", { search: "?task=linear" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What the first page says of the rest, each time that it is painted. */
function open(loadLab: Parameters<typeof showFirstPage>[1]) {
  const said: (string | null)[] = [];
  const render = (page: ReactElement<{ failure: string | null }>) => said.push(page.props.failure);
  const shown = showFirstPage({ render } as unknown as Root, loadLab);
  return { said, shown };
}

test("a script that does not come is told of after five seconds, and still takes over when it does", async () => {
  let arrive = (_: { openLab(): () => Promise<void> }) => {};
  const takeOver = vi.fn();
  const { said, shown } = open(
    () =>
      new Promise((resolve) => {
        arrive = resolve;
      }),
  );
  await vi.advanceTimersByTimeAsync(4999);
  expect(said).toEqual([null]);
  await vi.advanceTimersByTimeAsync(1);
  expect(said.at(-1)).toMatch(/still loading: a slow line can do that\. Wait, or load the page again\./);
  arrive({ openLab: () => takeOver });
  await vi.advanceTimersByTimeAsync(1000);
  await shown;
  expect(takeOver).toHaveBeenCalledOnce();
});

test("a script that comes in time is not told of, and one that fails is told of as failed", async () => {
  const inTime = open(async () => ({ openLab: () => async () => {} }));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(inTime.said).toEqual([null]);
  const failing = open(() => Promise.reject(new Error("planted")));
  await expect(failing.shown).rejects.toThrow("planted");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(failing.said).toHaveLength(2);
  expect(failing.said[1]).toMatch(/cannot be loaded: Error: planted/);
});
