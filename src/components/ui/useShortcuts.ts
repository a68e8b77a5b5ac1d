import { useEffect } from "react";

/** What a key does. Names are those of `KeyboardEvent.key`, with "Shift+" before where Shift is held. */
export type Shortcuts = ReadonlyMap<string, () => unknown>;

const TYPED = "input:not([type=range]):not([type=radio]):not([type=checkbox]), select, textarea, [contenteditable]";
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

/** Runs shortcuts for keys pressed anywhere on the page, but not while typing, in a dialog, or on a control that uses the key. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const name = event.shiftKey && key.startsWith("Arrow") ? `Shift+${key}` : key;
      const run = shortcuts.get(name);
      if (!run || (event.target instanceof Element && isTakenBy(event.target, name))) return;
      event.preventDefault();
      run();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [shortcuts]);
}
