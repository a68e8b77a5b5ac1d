/** What a press on a slider is: not known yet, a drag along it, or a scroll of the page that began on it. */
export type SlideGesture = "undecided" | "slide" | "scroll";

/** A finger that moves less than this many pixels taps. */
const TAP_PX = 8;

/** What a press is at its start: a mouse acts at once, a finger or a pen may be about to scroll. */
export function gestureAtStart(pointerType: string): SlideGesture {
  return pointerType === "mouse" ? "slide" : "undecided";
}

/** What a press is once it has moved so far from where it began; what was decided stays. */
export function gestureAfter(gesture: SlideGesture, right: number, down: number): SlideGesture {
  if (gesture !== "undecided" || Math.hypot(right, down) < TAP_PX) return gesture;
  return Math.abs(right) >= Math.abs(down) ? "slide" : "scroll";
}

/** Stops that a key moves a slider by; undefined where it is no key of sliders. */
export function stopsByKey(key: string, stops: number): number | undefined {
  const page = Math.max(1, Math.round(stops / 10));
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return 1;
    case "ArrowLeft":
    case "ArrowDown":
      return -1;
    case "PageUp":
      return page;
    case "PageDown":
      return -page;
    case "Home":
      return -stops;
    case "End":
      return stops;
    default:
      return undefined;
  }
}

/** Position 0 to 1 of a point on a track whose ends lie half a thumb inside its box. */
export function positionAt(x: number, box: { left: number; width: number }, thumb: number): number {
  return clampPosition((x - box.left - thumb / 2) / Math.max(1, box.width - thumb));
}

/** A position brought back onto the track. */
export function clampPosition(position: number): number {
  return Math.min(1, Math.max(0, position));
}
