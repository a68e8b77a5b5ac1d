import { PAGE_PARTS, type PagePart } from "../../config/tables/walk";

/** Between what is brought into sight and what stands over it, in pixels: room for its outline. */
const GAP = 8;

/** What the window leaves between what stays at its edges: the bar, and the card of a lesson below it or, on a phone, above the transport. */
interface Room {
  top: number;
  bottom: number;
}

function roomBeside(card: HTMLElement, isPhone: boolean): Room {
  const bar = document.querySelector(".bar")?.getBoundingClientRect().bottom ?? 0;
  return isPhone
    ? { top: bar, bottom: card.getBoundingClientRect().top }
    : { top: bar + card.offsetHeight, bottom: window.innerHeight };
}

/** Scrolls as little as it takes, until the parts of the page stand beside the card, the first of them whatever the others need. */
export function bringIntoSight(parts: readonly PagePart[], card: HTMLElement, isPhone: boolean): void {
  for (const element of elementsOf(parts).toReversed()) {
    const room = roomBeside(card, isPhone);
    const { top, bottom } = element.getBoundingClientRect();
    const above = room.top + GAP - top;
    const below = bottom + GAP - room.bottom;
    if (above > 0) window.scrollBy(0, -above);
    else if (below > 0) window.scrollBy(0, Math.min(below, -above));
  }
}

/** Whether the first of them is in the window, in part: nobody has scrolled away from it. */
export function isLookedAt(parts: readonly PagePart[]): boolean {
  const box = elementsOf(parts)[0]?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
}

/** Those that may be out of sight. */
const elementsOf = (parts: readonly PagePart[]): Element[] =>
  parts.flatMap((part) => document.getElementById(PAGE_PARTS[part].anchor ?? "") ?? []);
