import { type RefObject, useEffect } from "react";

/**
 * Takes the whole screen, gives it back at the end, and closes the dialog around a box when it is taken away, unless `staysOpen`: a
 * second window takes it too.
 */
export function useWholeScreen(box: RefObject<HTMLElement | null>, staysOpen = false): void {
  useEffect(() => {
    const dialog = box.current?.closest("dialog");
    if (!dialog) return;
    dialog.tabIndex = -1;
    const frame = requestAnimationFrame(() => dialog.focus()); // not its first button, which a press of Space would push
    takeScreen();
    return () => {
      cancelAnimationFrame(frame);
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    };
  }, [box]);
  useEffect(() => {
    const dialog = box.current?.closest("dialog");
    const follow = () => document.fullscreenElement ?? dialog?.close();
    if (staysOpen) return;
    document.addEventListener("fullscreenchange", follow);
    return () => document.removeEventListener("fullscreenchange", follow);
  }, [box, staysOpen]);
}

/** Asks for the whole screen; a phone may not have it, and a frame may not be allowed to. */
export function takeScreen(): void {
  const root = document.documentElement as Partial<HTMLElement>;
  root.requestFullscreen?.({ navigationUI: "hide" }).catch(() => {});
}
