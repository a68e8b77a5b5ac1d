import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Drawn a little before it is scrolled into sight. */
const MARGIN = "200px";

/** Where a link led last: the page's address drops it as soon as it writes a setting. */
let ledTo = location.hash;

/** The anchor in the article that a link led to last, "" where none did. */
export const placeLedTo = (): string => (ledTo.startsWith("#article") ? ledTo.slice(1) : "");

const isLedTo = () => placeLedTo() !== "";

/** Once one was led there: the article drawn anew, in another language, stays where its reader is. */
export const forgetPlaceLedTo = (): void => {
  ledTo = "";
};

/**
 * Whether the rest of the article is needed: from when it comes near, a link leads to a place in it, a key or the mouse is pressed with Control or ⌘ (the
 * browser may be asked to find a word in it), or it is printed. Then for good. The first press or key on the page calls `fetch`, so that
 * paper has it; drawing it then would cost the first steps of a race some 100 ms. A link may lead while the rest is wanted and not here.
 */
export function useNearOrLedTo(article: RefObject<HTMLElement | null>, fetch: () => void): boolean {
  const [isWanted, setWanted] = useState(isLedTo);
  useEffect(() => {
    if (!article.current) return;
    const want = () => setWanted(true);
    const look = () => {
      ledTo = location.hash;
      if (isLedTo()) want();
    };
    const press = ({ ctrlKey, metaKey }: KeyboardEvent | PointerEvent) => (ctrlKey || metaKey ? want() : fetch());
    const print = () => flushSync(want);
    const observer = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && want(), {
      rootMargin: MARGIN,
    });
    observer.observe(article.current);
    addEventListener("hashchange", look);
    addEventListener("beforeprint", print);
    addEventListener("pointerdown", press, { once: true });
    addEventListener("keydown", press);
    return () => {
      observer.disconnect();
      removeEventListener("hashchange", look);
      removeEventListener("beforeprint", print);
      removeEventListener("pointerdown", press);
      removeEventListener("keydown", press);
    };
  }, [article, fetch]);
  return isWanted;
}
