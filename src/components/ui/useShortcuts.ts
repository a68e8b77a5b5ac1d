import { useEffect } from "react";
import { isCharacterKey, repeats, shortcutName } from "./shortcutName";

/** What a key does, by the names of `shortcutName`. */
export type Shortcuts = ReadonlyMap<string, () => unknown>;

/** What text is typed into, or chosen in by keys. */
export const TYPED =
  "input:not([type=range]):not([type=radio]):not([type=checkbox]), select, textarea, [contenteditable]";
/** Keys that these controls use themselves. */
const OWN: readonly (readonly [string, RegExp])[] = [
  ["button, a[href], summary, [role=radio]", /^(Shift\+)?( |Enter)$/],
  ["input[type=checkbox]", /^ $/],
  ["input[type=radio]", /^( |Arrow\w+)$/],
  ["input[type=range]", /^((Shift\+)?Arrow\w+|Page\w+|Home|End|[0-9.,])$/],
  ["[data-roving]", /^(Arrow\w+|Home|End)$/],
];

/** Whether a key pressed in an element belongs to that element. */
function isTakenBy(element: Element, key: string): boolean {
  if (element.closest("dialog[open]") || element.matches(TYPED)) return true;
  return OWN.some(([selector, keys]) => element.matches(selector) && keys.test(key));
}

interface ShortcutOptions {
  /** Whether keys of one character act; the others always do. */
  hasCharacters: boolean;
}

/** Runs shortcuts for keys pressed anywhere on the page, but not while typing, in a dialog, or on a control that uses the key. */
export function useShortcuts(shortcuts: Shortcuts, { hasCharacters }: ShortcutOptions): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const name = shortcutName(event);
      const run = shortcuts.get(name);
      if (!run || (isCharacterKey(name) && !hasCharacters)) return;
      if (event.target instanceof Element && isTakenBy(event.target, name)) return;
      event.preventDefault();
      if (!event.repeat || repeats(name)) run();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [shortcuts, hasCharacters]);
}

/** Enter held on a button presses it once: browsers would go on, and draw a seed thirty times a second. */
export function useSinglePresses(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isHeld = event.repeat && event.key === "Enter";
      if (isHeld && event.target instanceof Element && event.target.matches("button, summary")) event.preventDefault();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}
