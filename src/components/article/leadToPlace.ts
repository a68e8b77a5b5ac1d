import { placeLedTo } from "./useNearOrLedTo";

/** How long figures above may still come, in milliseconds, and what a reader's own way begins with. */
const COMING_MS = 5000;
const OWN_WAY = ["wheel", "touchmove", "pointerdown", "keydown"];

/**
 * Goes where a link led in the article before its sections were here, and stays there while figures above still come, until the reader
 * goes elsewhere. Returns what ends this; nothing where no link led here.
 */
export function leadToPlace(): (() => void) | undefined {
  const place = document.getElementById(placeLedTo());
  if (!place) return undefined;
  place.focus({ preventScroll: true });
  const watcher = new ResizeObserver(() => place.scrollIntoView({ behavior: "instant" }));
  watcher.observe(document.body);
  const end = () => {
    watcher.disconnect();
    clearTimeout(timer);
    for (const kind of OWN_WAY) removeEventListener(kind, end);
  };
  const timer = setTimeout(end, COMING_MS);
  for (const kind of OWN_WAY) addEventListener(kind, end, { passive: true });
  return end;
}
