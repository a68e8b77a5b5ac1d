/** How long a page may still take to be laid out, in milliseconds, and what a reader's own way begins with. */
const COMING_MS = 5000;
const OWN_WAY = ["wheel", "touchmove", "pointerdown", "keydown"];

/** Does it in the next frame, and again whenever the page has another height, while it is still laid out and until the reader goes elsewhere. Returns what ends it. */
export function untilSettled(act: () => void): () => void {
  const watcher = new ResizeObserver(act);
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
