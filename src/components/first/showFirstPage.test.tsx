import type { ComponentProps, ReactElement } from "react";
import type { Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FirstPage } from "./FirstPage";
import type { PictureHandover } from "./lab";
import { showFirstPage } from "./showFirstPage";

/** What the window tells the page of the pointer. */
const heard = new Map<string, () => void>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("location", { search: "?task=linear" });
  vi.stubGlobal("document", { activeElement: { getAttribute: () => "slider-picture.lambdaFsd" } });
  heard.clear();
  vi.stubGlobal("addEventListener", (type: string, hear: () => void) => heard.set(type, hear));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What the first page says of the rest, each time that it is painted, and what it hears of its picture. */
function open(loadLab: Parameters<typeof showFirstPage>[1]) {
  const said: (string | null)[] = [];
  let page: ComponentProps<typeof FirstPage> | null = null;
  const render = ({ props }: ReactElement<ComponentProps<typeof FirstPage>>) => {
    page = props;
    said.push(props.failure);
  };
  const shown = showFirstPage({ render } as unknown as Root, loadLab);
  return { said, shown, move: (part: Partial<PictureHandover>) => page?.onMoved(part) };
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

test("what is moved in the picture is handed over once the pointer is up, or after five seconds", async () => {
  for (const isReleased of [true, false]) {
    const takeOver = vi.fn();
    const { shown, move } = open(async () => ({ openLab: () => takeOver }));
    heard.get("pointerdown")?.();
    move({ moved: { lambdaFsd: 3 } });
    await vi.advanceTimersByTimeAsync(3000);
    expect(takeOver).not.toHaveBeenCalled();
    move({ moved: { lambdaFsd: 8 } });
    if (isReleased) heard.get("pointerup")?.();
    await vi.advanceTimersByTimeAsync(isReleased ? 50 : 2500);
    await shown;
    expect(takeOver.mock.calls[0]?.[2]).toEqual({
      ...{ moved: { lambdaFsd: 8 }, theta: null, isFolded: null },
      focus: "slider-picture.lambdaFsd",
    });
  }
});
