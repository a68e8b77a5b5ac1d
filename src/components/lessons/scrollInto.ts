/** From the top of the window, in pixels. */
interface Span {
  top: number;
  bottom: number;
}

/** Between what is brought into sight and what stands over it, in pixels: room for its outline, or half of the room left over. */
const GAP = 8;

/**
 * How far a page has to scroll, in pixels, downwards, until all boxes lie in a part of the window: where it has no room for all, the first
 * has its place whatever the others need, and of one that is higher than the room its top is seen.
 */
export function scrollInto(boxes: readonly Span[], room: Span): number {
  let scrolled = 0;
  for (const { top, bottom } of boxes.toReversed()) {
    const spare = room.bottom - room.top - (bottom - top);
    const gap = spare < 0 ? GAP : Math.min(GAP, spare / 2);
    const above = room.top + gap - (top - scrolled);
    const below = bottom - scrolled + gap - room.bottom;
    if (above > 0) scrolled -= above;
    else if (below > 0) scrolled += Math.min(below, -above);
  }
  return scrolled;
}
