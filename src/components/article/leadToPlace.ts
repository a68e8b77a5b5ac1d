import { untilSettled } from "../ui/untilSettled";
import { forgetPlaceLedTo, placeLedTo } from "./useNearOrLedTo";

/**
 * Goes where a link led in the article before its sections were here, and stays there while figures above still come, until the reader
 * goes elsewhere. Returns what ends this, when the sections go.
 */
export function leadToPlace(): () => void {
  const place = document.getElementById(placeLedTo());
  place?.focus({ preventScroll: true });
  const end = place && untilSettled(() => place.scrollIntoView({ behavior: "instant" }));
  return () => {
    forgetPlaceLedTo();
    end?.();
  };
}
