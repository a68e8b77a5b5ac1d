import { type RefObject, useEffect, useState } from "react";

/** Fetched a little before it is scrolled into sight. */
const MARGIN = "200px";

/** Where a link led last: the page's address drops it as soon as it writes a setting. */
let ledTo = location.hash;

/** The anchor in the article that a link led to last, "" where none did. */
export const placeLedTo = (): string => (ledTo.startsWith("#article") ? ledTo.slice(1) : "");

const isLedTo = () => placeLedTo() !== "";

/**
 * Whether the rest of the article is needed: from when it comes near, when a link leads to a place in it, and from the first press or key
 * on the page, after which paper may be asked for. Then for good.
 */
export function useNearOrLedTo(article: RefObject<HTMLElement | null>): boolean {
  const [isWanted, setWanted] = useState(isLedTo);
  useEffect(() => {
    if (isWanted || !article.current) return;
    const want = () => setWanted(true);
    const look = () => {
      ledTo = location.hash;
      if (isLedTo()) want();
    };
    const observer = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && want(), {
      rootMargin: MARGIN,
    });
    observer.observe(article.current);
    addEventListener("hashchange", look);
    for (const kind of ["pointerdown", "keydown", "beforeprint"]) addEventListener(kind, want, { passive: true });
    return () => {
      observer.disconnect();
      removeEventListener("hashchange", look);
      for (const kind of ["pointerdown", "keydown", "beforeprint"]) removeEventListener(kind, want);
    };
  }, [article, isWanted]);
  return isWanted;
}
