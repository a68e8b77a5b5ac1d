import { untilSettled } from "../ui/untilSettled";
import { placeLedTo } from "./useNearOrLedTo";

/**
 * Goes where a link led in the article before its sections were here, and stays there while figures above still come, until the reader
 * goes elsewhere. Returns what ends this; nothing where no link led here.
 */
export function leadToPlace(): (() => void) | undefined {
  const place = document.getElementById(placeLedTo());
  if (!place) return undefined;
  place.focus({ preventScroll: true });
  return untilSettled(() => place.scrollIntoView({ behavior: "instant" }));
}
