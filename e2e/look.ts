import type { Frame, Locator } from "@playwright/test";

/** Pixels of a page beyond its window, which would need scrollbars. */
export function overflowOf(frame: Frame): Promise<{ width: number; height: number }> {
  return frame.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { width: scrollWidth - clientWidth, height: scrollHeight - clientHeight };
  });
}

/** Pixels of an element beyond its own box. */
export function overflowWithin(element: Locator): Promise<{ width: number; height: number }> {
  return element.evaluate((box) => ({
    width: box.scrollWidth - box.clientWidth,
    height: box.scrollHeight - box.clientHeight,
  }));
}

/** Font size in pixels of the smallest text that is seen in an element; indices of symbols and words for readers aside. */
export function smallestTextOf(element: Locator): Promise<number> {
  return element.evaluate((box) =>
    Math.min(
      ...[...box.querySelectorAll("text, button, h1, h2, b, span, p, a, i, label, select")].flatMap((one) => {
        const isText = one.textContent?.trim() && one.checkVisibility() && !one.closest(".hidden, sub");
        return isText ? [Number.parseFloat(getComputedStyle(one).fontSize)] : [];
      }),
    ),
  );
}

/** The colour behind a page, which the theme decides. */
export function backgroundColorOf(frame: Frame): Promise<string> {
  return frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

/** Names of what the Tab key stops at in the part of a page that is seen before scrolling. */
export async function tabStopsOfTheFirstView(frame: Frame): Promise<string[]> {
  const stops: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await frame.page().keyboard.press("Tab");
    const name = await frame.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      if (window.scrollY + element.getBoundingClientRect().top > window.innerHeight) return null;
      return element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";
    });
    if (name === null) return stops;
    stops.push(name);
  }
  return stops;
}
