import { useCallback, useSyncExternalStore } from "react";

/** Whether the media query matches now; follows it. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** Below this width the page is one column with the transport at the bottom (the same number stands in the styles). */
export const PHONE = "(max-width: 980px)";
