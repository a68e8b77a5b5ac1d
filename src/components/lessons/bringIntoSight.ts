import { PAGE_PARTS, type PagePart } from "../../config/tables/walk";
import { scrollInto } from "./scrollInto";

/** Scrolls as little as it takes, until the parts of the page stand beside the card of a lesson; it is below the bar, or on a phone above the transport. */
export function bringIntoSight(parts: readonly PagePart[], card: HTMLElement, isPhone: boolean): void {
  const bar = document.querySelector(".bar")?.getBoundingClientRect().bottom ?? 0;
  const room = isPhone
    ? { top: bar, bottom: card.getBoundingClientRect().top }
    : { top: bar + card.offsetHeight, bottom: window.innerHeight };
  const boxes = elementsOf(parts).map((element) => element.getBoundingClientRect());
  window.scrollBy(0, scrollInto(boxes, room));
}

/** Whether the first of them is in the window, in part: nobody has scrolled away from it. */
export function isLookedAt(parts: readonly PagePart[]): boolean {
  const box = elementsOf(parts)[0]?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
}

/** Those that may be out of sight. */
const elementsOf = (parts: readonly PagePart[]): Element[] =>
  parts.flatMap((part) => document.getElementById(PAGE_PARTS[part].anchor ?? "") ?? []);
